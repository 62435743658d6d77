/**
 * `proc.apid in (...)` is false for every process.
 *
 * ## Why
 *
 * Without an index `proc.apid` stands for all ancestors, and compares each of them by code of its own. That
 * hands a number without a size to the search in the list, which is never found.
 *
 * ## Instead
 *
 * Compare with each number: `(proc.apid = 1 or proc.apid = 2)`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37. With an index it works: `proc.apid[1] in (1, 2)`.
 */

import { isAllAncestors } from "../../../../falco/index.ts";
import { alternatives, checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/apid-in-never-matches",
    severity: "error",
    confidence: "high",
    summary: "`proc.apid in (...)` without an index is never true",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || (check.operator !== "in" && check.operator !== "intersects"))
      return undefined;
    if (field?.name !== "proc.apid" || !isAllAncestors(field)) return undefined;
    return {
      message: `\`proc.apid ${check.operator} (...)\` is never true, whatever the numbers; with \`not\` in front it is always true.`,
      help: "Compare with one number at a time: `(proc.apid = 1 or proc.apid = 2)`. With an index, `proc.apid[1] in (...)` works.",
      ...rewrite(written, ({ left, right }) => alternatives(left, "=", right, "or")),
    };
  },
);
