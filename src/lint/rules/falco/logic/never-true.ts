/**
 * Parts of a condition that are joined by `and` exclude each other.
 *
 * ## Why
 *
 * No event can satisfy all of them, so this part is never true. Where it is all of a rule's condition the
 * rule never matches, which is an error: Falco loads it silently.
 *
 * ## Instead
 *
 * Remove or correct one of the checks that exclude each other.
 *
 * ## Notes
 *
 * Macros and lists are written out, and each alternative is followed. For each field the engine's own
 * comparison is asked about every value that could tell its checks apart; prefixes, suffixes and folders are
 * held against each other. What is reported is proven. What takes too long to prove, or hangs on a macro that
 * is not available, is not. `evt.num` is not reported, as macros that are never true are written with it, and
 * so are macros that ask no more than whether a field exists.
 */

import type { Condition } from "../../../../falco/index.ts";
import { contradictions } from "../../../contradictions.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/never-true",
  severity: "warning",
  confidence: "high",
  summary: "Parts of a condition exclude each other",
  fixable: false,
  *check(model) {
    for (const { where, node, parts } of contradictions(model, "and")) {
      const last = parts.at(-1)!;
      const at = where.location(last.span);
      if (at === undefined) continue;
      const others = parts.slice(0, -1).map((part) => where.quote(part));
      const { owner, condition } = where;
      const whole = owner.kind === "rule" && isWhole(node, condition);
      yield {
        at,
        ...(whole ? { severity: "error" as const } : {}),
        message: `${where.quote(last)} and ${others.join(" and ")} exclude each other, so ${whole ? `the rule "${owner.name}" never matches` : "this part is never true"}.`,
        help: "Remove one of them, or join them by `or`.",
      };
    }
  },
};

export default rule;

/** Whether a condition holds only if one of its parts does. */
function isWhole(part: Condition, condition: Condition): boolean {
  return (
    part === condition ||
    (condition.kind === "and" && condition.children.some((child) => isWhole(part, child)))
  );
}
