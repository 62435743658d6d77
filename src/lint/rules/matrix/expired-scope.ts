/**
 * The last day on which a control was stated not to apply has passed.
 *
 * ## Why
 *
 * An exclusion is granted for a time. After it the control counts again, and somebody has to decide anew.
 *
 * ## Instead
 *
 * Map rules to the control, or set a new date in `until`.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/expired-scope",
  severity: "warning",
  confidence: "high",
  summary: "The exclusion of a control has expired",
  fixable: false,
  *check({ compliance, today }) {
    for (const { entry, lookup } of compliance.entries) {
      const until = entry.scope?.until;
      if (entry.scope === undefined || until === undefined || !today.isAfter(until)) continue;
      const id = lookup !== undefined && "control" in lookup ? lookup.control.id : entry.controlId;
      yield {
        at: entry.scope,
        message: `${id} was out of scope until ${until}; it counts again.`,
        help: `Ask ${entry.scope.owner}: map rules to it, or state a new day.`,
      };
    }
  },
};

export default rule;
