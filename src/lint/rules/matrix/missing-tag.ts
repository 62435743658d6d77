/**
 * The matrix maps a control to a rule whose tags name others of the framework, but not this one.
 *
 * ## Why
 *
 * An alert carries the tags of its rule, not the matrix. Anyone who reads the alert, and every dashboard that
 * goes by tags, misses the control.
 *
 * ## Instead
 *
 * Add the tag to the rule: `tags: [SOC2_CC6.1, SOC2_CC6.8]`.
 *
 * ## Notes
 *
 * A rule without any tag of the framework leaves it to the matrix, and is not reported.
 */

import { itemBehind, mappingsByRule, writeComplianceTag } from "../../../compliance/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/missing-tag",
  severity: "warning",
  confidence: "medium",
  summary: "The matrix maps a control to a rule whose tags name others of the framework, but not this one",
  fixable: true,
  *check({ compliance }) {
    const { tagged, last } = mappingsByRule(compliance);
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || (lookup?.kind !== "control" && lookup?.kind !== "ambiguous")) continue;
      for (const { name, ...at } of entry.rules) {
        const controls = tagged.get(`${used.framework.id} ${name}`);
        // A rule without any tag of the framework leaves it to the matrix.
        if (controls === undefined || controls.has(lookup.control.id)) continue;
        const tag = writeComplianceTag(used.framework, lookup.control.id);
        const behind = last.get(`${used.framework.id} ${name}`);
        yield {
          at,
          message: `"${name}" is mapped to ${lookup.control.id} of ${used.framework.name}, but its tags name only ${[...controls].join(", ")}.`,
          help: `An alert carries the tags, so anyone who reads it misses the control. Add the tag \`${tag}\`, or remove the rule here.`,
          ...(behind === undefined
            ? {}
            : {
                fix: {
                  description: `Add the tag ${tag} to the rule`,
                  safe: false,
                  edits: [
                    {
                      at: { text: behind.text, span: { start: behind.span.end, end: behind.span.end } },
                      text: itemBehind(behind, tag),
                    },
                  ],
                },
              }),
        };
      }
    }
  },
};

export default rule;
