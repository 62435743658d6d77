import { type Container, type HttpGet, portNamed } from "../cluster/index.ts";
import type { WebServer } from "../config/index.ts";
import { knownValue } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import type { StartFailure } from "./start-failure.ts";

/** A health probe that asks where Falco does not answer. */
export interface ProbeFailure extends StartFailure {
  /** Whether Kubernetes restarts the container for it; after a readiness probe it does not. */
  readonly restarts: boolean;
}

export function failingProbes({ pod, config }: Stack): ProbeFailure[] {
  const webserver = knownValue(config)?.settings.webserver;
  if (pod === undefined || webserver === undefined) return [];
  const { container } = pod;
  const { startupProbe, livenessProbe, readinessProbe } = container;
  return [startupProbe, livenessProbe, readinessProbe].flatMap((probe) => {
    const failure = probe?.httpGet && failureOf(probe.httpGet, container, webserver);
    return failure === undefined ? [] : [{ ...failure, restarts: probe !== readinessProbe }];
  });
}

/** @returns undefined for a probe that Falco answers */
function failureOf(
  probe: HttpGet,
  container: Container,
  { enabled, listenPort, healthEndpoint }: WebServer,
): StartFailure | undefined {
  const port = listenPort?.value ?? "8765";
  const path = healthEndpoint?.value ?? "/healthz";
  const probed = portOf(container, probe.port?.value);
  const probedPath = probe.path?.value ?? "/";
  if (enabled?.value !== true)
    return {
      location: probe.port ?? probe,
      sentence: "The probe asks Falco's web server, which is off, so the pod is restarted over and over.",
      help: "Set webserver.enabled: true in falco.yaml.",
    };
  if (probed !== undefined && probed !== port)
    return {
      location: probe.port ?? probe,
      sentence: `The probe asks port ${probed}, and Falco's web server listens on ${port}.`,
      help: "Make the port of the probe that of webserver.listen_port.",
    };
  if (probedPath !== path && probedPath !== "/versions")
    return {
      location: probe.path ?? probe,
      sentence: `The probe asks for ${probedPath}, and Falco answers at ${path}.`,
      help: "Make the path of the probe that of webserver.k8s_healthz_endpoint.",
    };
  return undefined;
}

/** The number of a port that may be given by name; undefined for a name that no port has. */
function portOf(container: Container, port: string | undefined): string | undefined {
  if (port === undefined || /^\d+$/.test(port)) return port;
  return portNamed(container, port)?.toString();
}
