/**
 * `fd.ip in (...)` compiles without a warning, and is false for every event.
 *
 * ## Why
 *
 * `fd.ip` has a comparison of its own, which looks at both ends of a connection. It works for `=` and `!=`.
 * For `in` it hands an empty address to the search in the list, which is never found. A rule that lists bad
 * addresses never raises an alert; one that says `not fd.ip in (...)` never excludes one.
 *
 * ## Instead
 *
 * Ask both ends by name: `(fd.cip in (...) or fd.sip in (...))`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd); the comparison reads the same in all versions since
 * 0.37.
 */

import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/fd-ip-in-never-matches",
    severity: "error",
    confidence: "high",
    summary: "`fd.ip in (...)` is never true",
    fixable: true,
  },
  (written) => {
    const { check, field } = written;
    if (field?.name !== "fd.ip" || check.kind !== "comparison" || check.operator !== "in") return undefined;
    return {
      message:
        "`fd.ip in (...)` is never true, whatever the addresses; with `not` in front it is always true.",
      help: "The engine looks up an empty address in the list. Ask both sides: `(fd.cip in (...) or fd.sip in (...))`.",
      ...rewrite(written, ({ right }) => `(fd.cip in ${right} or fd.sip in ${right})`),
    };
  },
);
