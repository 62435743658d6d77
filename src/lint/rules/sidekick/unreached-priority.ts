/**
 * Falco sends alerts of a priority that no output of falcosidekick takes.
 *
 * ## Why
 *
 * falcosidekick takes them in and drops them. A rule with that priority fires, and nobody is notified.
 *
 * ## Instead
 *
 * Lower the minimum priority of an output to that of falco.yaml.
 *
 * ## Notes
 *
 * An output that takes warnings and drops lower priorities is intended, and not reported.
 */

import { type Priority, passes, priorities } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "sidekick/unreached-priority",
  severity: "warning",
  confidence: "high",
  summary: "Falco sends alerts of a priority that no output of falcosidekick takes",
  fixable: false,
  *check({ stacks }) {
    for (const { sidekick, priority, routes } of stacks) {
      if (sidekick === undefined) continue;
      const outputs = routes.filter(({ output }) => output !== undefined && output.reach !== "measure");
      const minima = outputs.map(({ minimum }) => minimum);
      // An output whose minimum is not known may take all.
      if (minima.length === 0 || minima.some((minimum) => minimum === undefined)) continue;
      const lowest = minima.reduce((a, b) => (passes(a!.priority, b!.priority) ? b : a))!;
      const lost = priorities.filter(
        (candidate: Priority) => passes(candidate, priority.minimum) && !passes(candidate, lowest.priority),
      );
      if (!lost.some((candidate) => passes(candidate, "critical"))) continue;
      yield {
        at: lowest.location,
        message: `Falco sends ${priority.minimum} and above, and no output takes ${lost.join(", ")}.`,
        help: `Lower the minimum priority of an output, or raise "priority" in falco.yaml to ${lowest.priority}.`,
      };
    }
  },
};

export default rule;
