/**
 * The matrix maps rules to a control that the monitoring itself covers, such as review of logs or their
 * retention.
 *
 * ## Why
 *
 * Such a control is shown by properties of the deployment: that events leave the node, that alerts reach
 * people, that records are kept. A rule is not evidence of it, so the rules are not counted, which anyone who
 * reads the matrix would not guess.
 *
 * ## Instead
 *
 * Leave `rules` empty, and say in `note` where the evidence is.
 *
 * ## Notes
 *
 * Where you can defend before an auditor that a rule shows the control, override its class with a reason:
 * `runtime: {class: detect, reason: ...}`.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/support-control",
  severity: "notice",
  confidence: "medium",
  summary: "The matrix maps rules to a control that the monitoring itself covers",
  fixable: false,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup === undefined || !("control" in lookup)) continue;
      const { id, title, runtime, properties } = lookup.control;
      const isOverridden = entry.runtime !== undefined && entry.runtime.class !== "support";
      if (runtime !== "support" || properties.length === 0 || entry.rules.length === 0 || isOverridden)
        continue;
      yield {
        at: entry,
        message: `${id} (${title}) is covered by the monitoring itself, so its rules are not counted.`,
        help: `What counts is shown by the deployment: ${properties.join(", ")}. If a rule shows the control, say so with \`runtime: {class: detect, reason: ...}\`.`,
      };
    }
  },
};

export default rule;
