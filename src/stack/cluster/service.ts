import type { Resource } from "../../kubernetes/index.ts";
import { at, items, type Location, type Node, nearest, stringMap, text } from "../../project/index.ts";
import { inSameNamespace, type Manifests } from "./manifests.ts";
import type { Container } from "./pod.ts";
import type { Workload } from "./workload.ts";

/** The host part of an address as a cluster sees it. */
export type Host =
  /** A Service; without a namespace, in the namespace of the pod that asks. */
  | { readonly kind: "service"; readonly name: string; readonly namespace: string | undefined }
  /** The pod itself. */
  | { readonly kind: "pod" }
  | { readonly kind: "external"; readonly host: string };

export interface Address {
  readonly host: Host;
  readonly port: number;
  readonly tls: boolean;
  readonly path: string;
}

/** Reads an `http` or `https` address; undefined where it is none. */
export function parseAddress(url: string): Address | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return undefined;
  }
  const tls = parsed.protocol === "https:";
  if (!tls && parsed.protocol !== "http:") return undefined;
  const port = parsed.port === "" ? (tls ? 443 : 80) : Number(parsed.port);
  return { host: parseHost(parsed.hostname), port, tls, path: parsed.pathname };
}

/** `name`, `name.namespace`, `name.namespace.svc` and `name.namespace.svc.cluster.local` are Services. */
function parseHost(host: string): Host {
  if (host === "localhost" || host === "[::1]" || /^127\./.test(host)) return { kind: "pod" };
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return { kind: "external", host };
  const parts = host.replace(/\.$/, "").split(".");
  const [name = "", namespace, service] = parts;
  if (parts.length === 1) return { kind: "service", name, namespace: undefined };
  if (service === "svc") return { kind: "service", name, namespace };
  // `name.namespace` looks like a domain, so the last part decides: no public domain ends like these.
  if (
    parts.length === 2 &&
    !/^(?:com|org|net|io|dev|cloud|app|internal|local|corp|lan|[a-z]{2})$/.test(namespace ?? "")
  )
    return { kind: "service", name, namespace };
  return { kind: "external", host };
}

export type Resolution =
  /** A port of a container. */
  | {
      readonly kind: "container";
      readonly workload: Workload;
      readonly container: Container;
      readonly port: number;
      readonly sentence: string;
      readonly location: Location;
    }
  | { readonly kind: "broken"; readonly sentence: string; readonly location: Location }
  | {
      readonly kind: "absent";
      readonly sentence: string;
      readonly name: string;
      readonly namespace: string | undefined;
    };

/** Follows a Service's name and port to the pods and the container behind it. */
export function resolveService(
  manifests: Manifests,
  { name, namespace }: Extract<Host, { kind: "service" }>,
  port: number,
  from: { readonly namespace: string | undefined; readonly near: Resource | undefined },
): Resolution {
  const wanted = namespace ?? from.namespace;
  const service = manifests.find("Service", name, { namespace: wanted, near: from.near });
  if (service === undefined) {
    const elsewhere = manifests.named("Service", name)[0];
    if (elsewhere !== undefined)
      return {
        kind: "broken",
        sentence: `The Service "${name}" is in namespace ${elsewhere.namespace}, not in ${wanted}.`,
        location: elsewhere,
      };
    const near = nearest(
      name,
      manifests.resources
        .filter((other) => other.kind === "Service" && inSameNamespace(other.namespace, wanted))
        .flatMap((other) => other.name ?? []),
    );
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    return {
      kind: "absent",
      sentence: `No Service "${name}"${wanted === undefined ? "" : ` in namespace ${wanted}`} is among the files checked.${hint}`,
      name,
      namespace: wanted,
    };
  }
  return followPort(manifests, service, port);
}

function followPort(manifests: Manifests, service: Resource, port: number): Resolution {
  const name = service.name ?? "";
  const ports = at(service.root, "spec", "ports");
  const entry = items(ports).find((node) => text(at(node, "port")) === String(port));
  if (entry === undefined) {
    const open = items(ports)
      .map((node) => text(at(node, "port")))
      .join(", ");
    return {
      kind: "broken",
      sentence: `The Service "${name}" has no port ${port}${open === "" ? "" : `, but ${open}`}.`,
      location: ports ?? service,
    };
  }
  const selectorNode = at(service.root, "spec", "selector");
  const workloads = manifests.selected(stringMap(selectorNode), service);
  const workload = workloads[0];
  if (workload === undefined && manifests.unread !== undefined)
    return {
      kind: "absent",
      sentence: `The pods behind the Service "${name}" may come from "${manifests.unread.name}", which is not read.`,
      name,
      namespace: service.namespace,
    };
  if (workload === undefined)
    return {
      kind: "broken",
      sentence: `The selector of the Service "${name}" matches no pod.`,
      location: selectorNode ?? service,
    };
  return targetOf(workload, entry, name, port);
}

function targetOf(workload: Workload, entry: Node, name: string, port: number): Resolution {
  const targetNode = at(entry, "targetPort");
  const target = text(targetNode) ?? String(port);
  const isNumber = /^\d+$/.test(target);
  const reach = (container: Container, number: number): Resolution => ({
    kind: "container",
    workload,
    container,
    port: number,
    sentence: `The Service "${name}" leads to port ${number} of ${workload.resource.kind} "${workload.resource.name}".`,
    location: entry,
  });
  const { containers } = workload.pod;
  for (const container of containers) {
    const match = container.ports.find((open) =>
      isNumber ? open.containerPort === Number(target) : open.name === target,
    );
    if (match !== undefined) return reach(container, match.containerPort);
  }
  // A number needs no declared container port.
  const [only] = containers;
  if (isNumber && only !== undefined && containers.length === 1) return reach(only, Number(target));
  return {
    kind: "broken",
    sentence: `No container behind the Service "${name}" has the port "${target}".`,
    location: targetNode ?? entry,
  };
}
