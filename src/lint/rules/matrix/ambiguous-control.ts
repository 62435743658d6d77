/**
 * A control id in the matrix is a control today and was another one in the older edition.
 *
 * ## Why
 *
 * Somebody who copied the id from an old document means something else than the report will say.
 *
 * ## Instead
 *
 * State the `version` of the framework, and write the id of that edition.
 *
 * ## Notes
 *
 * Stating the `version` of the framework says that all ids are of that edition, and silences this rule.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/ambiguous-control",
  severity: "notice",
  confidence: "medium",
  summary: "A control id means one thing today and meant another in the older edition",
  fixable: false,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      // A matrix that states its edition has resolved it.
      if (used === undefined || lookup?.kind !== "ambiguous" || used.use?.version !== undefined) continue;
      const { framework } = used;
      const { was, successors } = lookup.previous;
      yield {
        at: entry,
        message:
          `\`${entry.controlId}\` is "${lookup.control.title}" in ${framework.name} ${framework.version}, and was ` +
          `${was === undefined ? "something else" : `"${was}"`} in ${framework.previousVersion ?? "the edition before"}` +
          `${successors.length > 0 ? `, which is ${successors.join(", ")} today` : ""}.`,
        help: `If today's control is meant, state \`version: "${framework.version}"\` for the framework, and this finding is resolved.`,
      };
    }
  },
};

export default rule;
