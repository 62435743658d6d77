import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/support-control",
  severity: "notice",
  summary: "The matrix maps rules to a control that the monitoring itself answers",
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
        message: `${id} (${title}) is answered by the monitoring itself, so its rules are not counted.`,
        help: `What counts is shown by the deployment: ${properties.join(", ")}. If a rule shows the control, say so with \`runtime: {class: detect, reason: ...}\`.`,
      };
    }
  },
};

export default rule;
