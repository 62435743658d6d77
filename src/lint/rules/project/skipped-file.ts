import { Text } from "../../../project/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "project/skipped-file",
  severity: "warning",
  summary: "A file was left out of the check",
  fixable: false,
  *check({ project }) {
    for (const { file, reason } of project.skipped) {
      yield {
        at: { text: new Text(file, ""), span: { start: 0, end: 0 } },
        message: `The file was not checked: ${reason}.`,
        help: "If it should not be, add it to .falcoverageignore.",
      };
    }
  },
};

export default rule;
