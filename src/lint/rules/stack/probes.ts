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

import { at, items, type Location, type Node, text } from "../../../project/index.ts";
import { containerLocation, falcoPods, settled } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "stack/probes",
  severity: "error",
  confidence: "high",
  summary: "Falco's pod has no health probe, or one that asks where nothing answers",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      const config = settled(stack.config);
      if (config === undefined) continue;
      const probes = ["startupProbe", "livenessProbe", "readinessProbe"].flatMap((name) => {
        const get = at(container.node, name, "httpGet");
        return get === undefined ? [] : [get];
      });
      if (at(container.node, "livenessProbe") === undefined) {
        yield {
          at: containerLocation(container),
          severity: "notice",
          message: "There is no liveness probe, so a Falco that hangs is never restarted.",
          help: "Ask for /healthz on port 8765, the web server of Falco.",
        };
      }
      const server = at(config.root, "webserver");
      const on = text(at(server, "enabled")) === "true";
      const port = text(at(server, "listen_port")) ?? "8765";
      const path = text(at(server, "k8s_healthz_endpoint")) ?? "/healthz";
      for (const probe of probes) {
        const asked = portOf(container.node, at(probe, "port"));
        const askedPath = text(at(probe, "path")) ?? "/";
        const location: Location = at(probe, "port") ?? probe;
        if (!on)
          yield {
            at: location,
            message:
              "The probe asks Falco's web server, which is off, so the pod is restarted over and over.",
            help: "Set webserver.enabled: true in falco.yaml.",
          };
        else if (asked !== undefined && asked !== port)
          yield {
            at: location,
            message: `The probe asks port ${asked}, and Falco's web server listens on ${port}.`,
            help: "Make the port of the probe that of webserver.listen_port.",
          };
        else if (askedPath !== path && askedPath !== "/versions")
          yield {
            at: at(probe, "path") ?? probe,
            message: `The probe asks for ${askedPath}, and Falco answers at ${path}.`,
            help: "Make the path of the probe that of webserver.k8s_healthz_endpoint.",
          };
      }
    }
  },
};

/** The number of a port that may be given by name; undefined for a name that no port has. */
function portOf(container: Node, node: Node | undefined): string | undefined {
  const port = text(node);
  if (port === undefined || /^\d+$/.test(port)) return port;
  const named = items(at(container, "ports")).find((open) => text(at(open, "name")) === port);
  return text(at(named, "containerPort"));
}

export default rule;
