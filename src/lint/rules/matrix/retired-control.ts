/**
 * The matrix names a control by an id that only an older edition of the framework has, such as ISO 27001:2013
 * A.12.4.1 or a control withdrawn from NIST SP 800-53.
 *
 * ## Why
 *
 * The edition that you are audited against does not have it, so its rules count for nothing.
 *
 * ## Instead
 *
 * Write the id that the control has in the current edition.
 *
 * ## Notes
 *
 * The fix writes the primary successor. Where there are several it asks to be looked at first. Successors of
 * PCI DSS v3.2.1 ids are our own reading; hold them against the summary of changes of the PCI SSC.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/retired-control",
  severity: "error",
  confidence: "high",
  summary: "The matrix names a control by an id of an older edition",
  fixable: true,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup?.kind !== "retired") continue;
      const { framework } = used;
      const { successors, was } = lookup.previous;
      const [primary] = successors;
      yield {
        at: entry,
        message:
          `\`${entry.controlId}\`${was === undefined ? "" : ` (${was})`} is an id of ${framework.name} ${framework.previousVersion ?? "before"}` +
          `, not of ${framework.version}. ${successors.length > 0 ? `Today it is ${successors.join(", ")}.` : "It has no successor."}`,
        help: "Its rules do not count until the id is a current one.",
        ...(primary === undefined
          ? {}
          : {
              fix: {
                description: `Use ${primary}`,
                // With several successors somebody has to choose.
                safe: successors.length === 1,
                edits: [{ at: entry, text: primary }],
              },
            }),
      };
    }
  },
};

export default rule;
