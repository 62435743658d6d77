/**
 * The matrix maps a control that is not in the baseline or the selection that it chose for the framework.
 *
 * ## Why
 *
 * It is not counted. Either the baseline is not the one that was meant, or the entry can go.
 *
 * ## Instead
 *
 * Choose the baseline that has the control, or remove the entry.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/out-of-selection",
  severity: "notice",
  confidence: "high",
  summary: "The matrix maps a control that is not in the chosen baseline or selection",
  fixable: false,
  *check({ compliance }) {
    const selected = new Map(
      compliance.frameworks.map((used) => [used, new Set(used.selected.map(({ id }) => id))] as const),
    );
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || (lookup?.kind !== "control" && lookup?.kind !== "ambiguous")) continue;
      if (selected.get(used)?.has(lookup.control.id)) continue;
      const { baselines } = lookup.control;
      yield {
        at: entry,
        message: `${lookup.control.id} is not in the ${used.baseline === undefined ? "selection" : `baseline \`${used.baseline}\``} of ${used.framework.name}, so it is not counted.`,
        ...(used.baseline === undefined || baselines === undefined
          ? {}
          : { help: baselines.length > 0 ? `It is in: ${baselines.join(", ")}.` : "It is in no baseline." }),
      };
    }
  },
};

export default rule;
