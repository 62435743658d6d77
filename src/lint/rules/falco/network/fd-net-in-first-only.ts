/**
 * `fd.net in (a, b)` compares with the first network and with no other.
 *
 * ## Why
 *
 * `fd.net` has a comparison of its own, which looks at both ends of a connection and takes one value. What
 * follows the first network is ignored, so connections to it are never seen, or never excluded.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cnet in (...) or fd.snet in (...))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/fd-net-in-first-only",
    severity: "error",
    confidence: "high",
    summary: "`fd.net in (a, b)` looks at the first network only",
    fixable: true,
  },
  (written) => {
    const { check, field, values } = written;
    if (field?.name !== "fd.net" || check.kind !== "comparison" || check.operator !== "in") return undefined;
    const [first, second] = values;
    if (first === undefined || (second === undefined && !written.open)) return undefined;
    const ignored = second === undefined ? "those after it" : `\`${second.text}\` and what follows`;
    return {
      span: second !== undefined && written.holds(second) ? second.span : check.right.span,
      message: `\`fd.net in (...)\` looks at \`${first.text}\` only; ${ignored} is ignored.`,
      help: "Ask both sides, where `in` works: `(fd.cnet in (...) or fd.snet in (...))`.",
      ...rewrite(written, ({ right }) => `(fd.cnet in ${right} or fd.snet in ${right})`),
    };
  },
);
