/**
 * The matrix names a control that the framework does not have.
 *
 * ## Why
 *
 * Rules mapped to it cover nothing, and the control that was meant stays uncovered.
 *
 * ## Instead
 *
 * Correct the id of the control.
 *
 * ## Notes
 *
 * The usual ways to write an id are understood: `Article 32(1)(b)`, `AC-02(01)`, `Req-10.2.1`, `8.15`,
 * `164.312 (b)`.
 */

import type { LintRule } from "../../rule.ts";
import { writeInstead } from "../../spelling.ts";

const rule: LintRule = {
  id: "matrix/unknown-control",
  severity: "error",
  confidence: "high",
  summary: "The matrix names a control that the framework does not have",
  fixable: true,
  *check({ compliance }) {
    for (const { entry, used, lookup } of compliance.entries) {
      if (used === undefined || lookup?.kind !== "unknown") continue;
      const { name, version } = used.framework;
      const near = lookup.suggestion;
      yield {
        at: entry,
        message: `${name} ${version} has no control \`${entry.controlId}\`.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
        help: "Its rules do not count until the control is found.",
        ...writeInstead(near, entry),
      };
    }
  },
};

export default rule;
