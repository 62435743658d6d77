/**
 * A condition asks for the start of a system call: `evt.dir = >`.
 *
 * ## Why
 *
 * Since 0.42 Falco sees the end of system calls only. Such a condition is never true, and no error says so.
 *
 * ## Instead
 *
 * Remove the check on `evt.dir`.
 *
 * ## Notes
 *
 * `evt.dir = <` is always true now, see `falco/deprecated-item`.
 */

import { isEndOfCall } from "../../../../falco/index.ts";
import { checkRule } from "../../../check-rule.ts";
import { withoutCheck } from "../../../removal.ts";
import type { LocatedEdit, Problem } from "../../../rule.ts";

export default checkRule(
  {
    id: "falco/enter-event",
    severity: "error",
    confidence: "high",
    summary: "`evt.dir = >` asks for the start of a system call, which Falco no longer sees",
    fixable: true,
  },
  (written) => {
    const { check, field, values, use, in: condition } = written;
    const { ruleset } = condition;
    if (field?.key !== "evt.dir" || check.kind !== "comparison" || check.modifier !== undefined)
      return undefined;
    // Behind a `not` it is always true, and does no harm.
    if (!use.wanted || use.unwanted) return undefined;
    // Beside its opposite it does no harm either: one of the two is always true.
    if (condition.checks.some((other) => other !== written && isEndOfCall(other.check))) return undefined;
    const { version, engine } = ruleset.result;
    if (engine.features.enterEvents) return undefined;
    const wantsEnter = values.length === 1 && values[0]?.text === ">";
    const wantsExit = values.length === 1 && values[0]?.text === "<";
    const isEqual = check.operator === "=" || check.operator === "==" || check.operator === "in";
    if (!(isEqual && wantsEnter) && !(check.operator === "!=" && wantsExit)) return undefined;
    return {
      message: `\`evt.dir\` is always \`<\` in Falco ${version.falco}, so this is never true.`,
      help: "Falco sees the end of system calls only, with all their parameters: remove the check.",
      ...removed(withoutCheck(written)),
    };
  },
);

/** Unsafe, as the rule fires then. */
function removed(edit: LocatedEdit | undefined): Pick<Problem, "fix"> {
  return edit === undefined
    ? {}
    : { fix: { description: "Remove the check of `evt.dir`", safe: false, edits: [edit] } };
}
