/**
 * A file was left out of the check: it is too large, is not UTF-8 text, or cannot be read.
 *
 * ## Why
 *
 * What is not read is neither linted nor counted, and nobody should believe that it was.
 *
 * ## Instead
 *
 * Split a file that is too large, and save others as UTF-8.
 *
 * ## Notes
 *
 * If the file has nothing to do with Falco, add it to `.falcoverageignore` (same syntax as `.gitignore`).
 */

import { Text } from "../../../project/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "project/skipped-file",
  severity: "warning",
  confidence: "high",
  summary: "A file was left out of the check",
  fixable: false,
  *check({ project, scope }) {
    for (const { file, reason, binary } of project.skipped) {
      const at = { text: new Text(file, ""), span: { start: 0, end: 0 } };
      if (binary && !scope.includes(at)) continue;
      yield {
        at,
        message: `The file was not checked: ${reason}.`,
        help: "If it should not be, add it to .falcoverageignore.",
      };
    }
  },
};

export default rule;
