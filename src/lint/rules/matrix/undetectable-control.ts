/**
 * The matrix maps rules to a control that no runtime detector can see, such as a policy or a training duty.
 *
 * ## Why
 *
 * A rule is not evidence for it. An auditor who finds one such row will doubt the others.
 *
 * ## Instead
 *
 * Map the rule to a control that a detector can see.
 *
 * ## Notes
 *
 * If you can defend the mapping, state it: `runtime: {class: detect, reason: ...}` for the control; it then
 * counts.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/undetectable-control",
  severity: "warning",
  confidence: "medium",
  summary: "The matrix maps rules to a control that no runtime detector can see",
  fixable: false,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      if (
        used === undefined ||
        lookup === undefined ||
        entry.rules.length === 0 ||
        entry.runtime !== undefined
      )
        continue;
      if ((lookup.kind !== "control" && lookup.kind !== "ambiguous") || lookup.control.runtime !== "none")
        continue;
      yield {
        at: entry,
        message: `${lookup.control.id} (${lookup.control.title}) cannot be shown by a runtime rule: ${lookup.control.why}`,
        help: "It is not counted. If you can defend it before an auditor, say so with `runtime: {class: detect, reason: ...}`.",
      };
    }
  },
};

export default rule;
