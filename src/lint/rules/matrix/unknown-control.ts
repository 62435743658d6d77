import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "matrix/unknown-control",
  severity: "error",
  summary: "The matrix names a control that the framework does not have",
  fixable: false,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup?.kind !== "unknown") continue;
      const { name, version } = used.framework;
      const near = lookup.suggestion;
      yield {
        at: entry,
        message: `${name} ${version} has no control \`${entry.controlId}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
        help: "Its rules count for nothing as long as the control is not found.",
      };
    }
  },
};

export default rule;
