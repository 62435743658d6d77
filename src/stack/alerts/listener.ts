import type { Address } from "../cluster/index.ts";
import { broken, type Link } from "../evidence/index.ts";
import { type Setting, type Sidekick, textOf } from "./sidekick.ts";

/** Paths at which falcosidekick does something else than take alerts. Source: its `main.go`. */
const otherPaths = new Set(["/ping", "/healthz", "/test", "/metrics"]);

/**
 * Why falcosidekick does not take the alerts that are sent to it; undefined where it does.
 *
 * @param port the port of the container that they arrive at
 */
export function listenerGap(
  { port: listening, settings, workload }: Sidekick,
  { tls, path }: Address,
  port: number,
  evidence: Link["evidence"],
): Link | undefined {
  const gap = (sentence: string): Link => broken("service", sentence, evidence);
  const served = tlsServer(settings);
  if (port !== (served.plainPort ?? listening))
    return gap(`falcosidekick listens on port ${served.plainPort ?? listening}, not on ${port}.`);
  if (tls && !served.tls) return gap("The address is https://, and falcosidekick serves without TLS.");
  if (!tls && served.tls) return gap("The address is http://, and falcosidekick serves with TLS alone.");
  if (otherPaths.has(path)) return gap(`At ${path} falcosidekick takes no alerts.`);
  const replicas = workload?.replicas;
  if (replicas?.value === 0)
    return broken(
      "service",
      `${workload!.resource.kind} "${workload!.resource.name}" has no replicas.`,
      replicas,
    );
  return undefined;
}

/** How alerts are served: `tlsserver.notlspaths` may keep some paths, also that of alerts, on a port without TLS. */
function tlsServer(settings: readonly Setting[]): { readonly tls: boolean; readonly plainPort?: number } {
  if (textOf(settings, "tlsserver.deploy")?.toLowerCase() !== "true") return { tls: false };
  const plain = (textOf(settings, "tlsserver.notlspaths") ?? "").split(",").map((path) => path.trim());
  if (!plain.includes("/")) return { tls: true };
  return { tls: false, plainPort: Number(textOf(settings, "tlsserver.notlsport") ?? 2810) };
}
