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

import { failingProbes, falcoPods, knownValue } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";
import { startProblems } from "../../start-problems.ts";

const rule: LintRule = {
  id: "stack/probes",
  severity: "error",
  confidence: "high",
  summary: "Falco's pod has no health probe, or one that asks where nothing answers",
  fixable: false,
  *check({ stacks }) {
    for (const { stack, container } of falcoPods(stacks)) {
      if (knownValue(stack.config) === undefined) continue;
      if (container.livenessProbe === undefined) {
        yield {
          at: container.nameLocation,
          severity: "notice",
          message: "There is no liveness probe, so a Falco that hangs is never restarted.",
          help: "Ask for /healthz on port 8765, the web server of Falco.",
        };
      }
      yield* startProblems(...failingProbes(stack));
    }
  },
};

export default rule;
