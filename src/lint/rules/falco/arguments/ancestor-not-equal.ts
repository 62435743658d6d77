/**
 * `proc.aname != x` asks whether some ancestor is not `x`.
 *
 * ## Why
 *
 * Without an index the field stands for all ancestors, and a check holds if it holds for one of them. Some
 * ancestor is nearly always different, so the check excludes nothing. What is meant is that no ancestor is
 * `x`. The same holds for `proc.aexe`, `proc.aexepath`, `proc.acmdline`, `proc.apid` and `proc.aenv`.
 *
 * ## Instead
 *
 * Negate the whole check: `not proc.aname = sshd`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). For a process without ancestors `proc.aname != x` is
 * false.
 */

import { isAllAncestors } from "../../../../falco/index.ts";
import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/ancestor-not-equal",
    severity: "warning",
    confidence: "high",
    summary: "`proc.aname != x` asks whether some ancestor differs",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (check.kind !== "comparison" || check.operator !== "!=" || check.right.kind === "transformation")
      return undefined;
    if (field === undefined || !isAllAncestors(field)) return undefined;
    const text = check.right.kind === "value" ? check.right.text : "...";
    return {
      span: check.operatorSpan,
      message: `\`${field.key} != ${text}\` is true as soon as one ancestor differs, which is nearly always.`,
      help: `If no ancestor may be it, write \`not ${field.key} = ${text}\`.`,
      ...(check.modifier === undefined
        ? rewrite(written, ({ left, right }) => `not ${left} = ${right}`)
        : {}),
    };
  },
);
