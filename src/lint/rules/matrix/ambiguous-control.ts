import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/ambiguous-control",
  severity: "notice",
  summary: "A control id means one thing today and meant another in the older edition",
  fixable: false,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      // A matrix that states its edition has settled it.
      if (used === undefined || lookup?.kind !== "ambiguous" || used.use?.version !== undefined) continue;
      const { framework } = used;
      const { was, successors } = lookup.previous;
      yield {
        at: entry,
        message:
          `\`${entry.controlId}\` is "${lookup.control.title}" in ${framework.name} ${framework.version}, and was ` +
          `${was === undefined ? "something else" : `"${was}"`} in ${framework.previousVersion ?? "the edition before"}` +
          `${successors.length > 0 ? `, which is ${successors.join(", ")} today` : ""}.`,
        help: `If today's control is meant, state \`version: "${framework.version}"\` for the framework, and this is settled.`,
      };
    }
  },
};

export default rule;
