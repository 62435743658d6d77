import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/retired-control",
  severity: "error",
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
        help: "Its rules count for nothing until the id is one of today's.",
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
