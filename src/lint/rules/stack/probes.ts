/**
 * Falco's container has no liveness probe, or a probe asks for a port or a path at which Falco does not
 * answer.
 *
 * ## Why
 *
 * A Falco that hangs looks alive and reports nothing. A probe that asks the wrong place has Kubernetes
 * restart a Falco that works, again and again.
 *
 * ## Instead
 *
 * Ask for `/healthz` at the port of the web server, 8765 by default.
 */

import {
  type Container,
  falcoPods,
  type HttpGet,
  knownValue,
  portNamed,
  type WebServer,
} from "../../../stack/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/probes",
  severity: "error",
  confidence: "high",
  summary: "Falco's pod has no health probe, or one that asks where nothing answers",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      const config = knownValue(stack.config);
      if (config === undefined) continue;
      if (container.livenessProbe === undefined) {
        yield {
          at: container.nameLocation,
          severity: "notice",
          message: "There is no liveness probe, so a Falco that hangs is never restarted.",
          help: "Ask for /healthz on port 8765, the web server of Falco.",
        };
      }
      for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe])
        if (probe?.httpGet !== undefined)
          yield* checkProbe(probe.httpGet, container, config.settings.webserver);
    }
  },
};

function* checkProbe(
  probe: HttpGet,
  container: Container,
  { enabled, listenPort, healthEndpoint }: WebServer,
): Iterable<Problem> {
  const port = listenPort?.value ?? "8765";
  const path = healthEndpoint?.value ?? "/healthz";
  const probed = portOf(container, probe.port?.value);
  const probedPath = probe.path?.value ?? "/";
  if (enabled?.value !== true)
    yield {
      at: probe.port ?? probe,
      message: "The probe asks Falco's web server, which is off, so the pod is restarted over and over.",
      help: "Set webserver.enabled: true in falco.yaml.",
    };
  else if (probed !== undefined && probed !== port)
    yield {
      at: probe.port ?? probe,
      message: `The probe asks port ${probed}, and Falco's web server listens on ${port}.`,
      help: "Make the port of the probe that of webserver.listen_port.",
    };
  else if (probedPath !== path && probedPath !== "/versions")
    yield {
      at: probe.path ?? probe,
      message: `The probe asks for ${probedPath}, and Falco answers at ${path}.`,
      help: "Make the path of the probe that of webserver.k8s_healthz_endpoint.",
    };
}

/** The number of a port that may be given by name; undefined for a name that no port has. */
function portOf(container: Container, port: string | undefined): string | undefined {
  if (port === undefined || /^\d+$/.test(port)) return port;
  return portNamed(container, port)?.toString();
}

export default rule;
