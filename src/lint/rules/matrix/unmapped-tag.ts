/**
 * A rule's tag names a control to which the matrix does not map the rule.
 *
 * ## Why
 *
 * The tag counts, and the matrix misleads anyone who reads it alone, an auditor first.
 *
 * ## Instead
 *
 * Map the rule to the control in the matrix, or remove the tag.
 */

import { itemBehind, mappingsByRule } from "../../../compliance/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unmapped-tag",
  severity: "warning",
  confidence: "medium",
  summary: "A rule's tag names a control to which the matrix does not map the rule",
  fixable: true,
  *check({ compliance }) {
    if (compliance.matrices.length === 0) return;
    const { mapped, entries } = mappingsByRule(compliance);
    for (const { rule: name, at, used, lookup } of compliance.tags) {
      if (used === undefined || (lookup?.kind !== "control" && lookup?.kind !== "ambiguous")) continue;
      const key = `${used.framework.id} ${lookup.control.id}`;
      if (mapped.get(key)?.has(name)) continue;
      const rules = entries.get(key)?.rules.at(-1);
      yield {
        at,
        message: `A tag maps "${name}" to ${lookup.control.id} of ${used.framework.name}; the matrix does not.`,
        help: "The tag counts, and the matrix misleads anyone who reads it alone. Map the rule there, or remove the tag.",
        ...(rules === undefined
          ? {}
          : {
              fix: {
                description: `Map the rule to ${lookup.control.id} in the matrix`,
                safe: false,
                edits: [
                  {
                    at: { text: rules.text, span: { start: rules.span.end, end: rules.span.end } },
                    text: itemBehind(rules, JSON.stringify(name)),
                  },
                ],
              },
            }),
      };
    }
  },
};

export default rule;
