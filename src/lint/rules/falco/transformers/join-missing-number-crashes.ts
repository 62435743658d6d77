/**
 * `join` has a number in its list that an event may lack.
 *
 * ## Why
 *
 * A text without a value leaves the whole without a value. A number without one makes Falco crash.
 *
 * ## Instead
 *
 * Check that the number exists first: `fd.num exists and join("-", (proc.name, fd.num)) = "bash-3"`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `join` was added in Falco 0.44. Numbers that each
 * system call has, such as `proc.pid`, are fine.
 */

import { checkRule } from "../../../check-rule.ts";
import type { WrittenCheck } from "../../../conditions.ts";
import { joinedItems } from "../../../joined-items.ts";

const numbers: ReadonlySet<string> = new Set(["PID", "INT64", "UINT64"]);
/** Numbers that every system call has. */
const always: ReadonlySet<string> = new Set([
  "proc.pid",
  "proc.vpid",
  "thread.tid",
  "thread.vtid",
  "evt.num",
]);

export default checkRule(
  {
    id: "falco/join-missing-number-crashes",
    severity: "error",
    confidence: "high",
    summary: "`join` of a number that has no value crashes Falco",
    fixable: false,
  },
  (written) => {
    const { check } = written;
    for (const item of joinedItems(check)) {
      if (item.kind !== "field" || always.has(item.name) || isGuarded(written, item.name)) continue;
      const use = written.in.vocabulary.resolve(item);
      if ("problem" in use || !numbers.has(use.type)) continue;
      return {
        span: item.span,
        message: `\`join\` crashes Falco for an event on which the number \`${use.key}\` has no value.`,
        help: `Ask before in the same condition: \`${use.key} exists and ...\`.`,
      };
    }
    return undefined;
  },
);

/** Whether the check is reached only where the field has a value. */
function isGuarded({ path, check }: WrittenCheck, field: string): boolean {
  return path.some(
    (node) =>
      node.kind === "and" &&
      node.children.some(
        (child) =>
          child.kind === "exists" &&
          child.left.kind === "field" &&
          child.left.name === field &&
          child.span.start < check.span.start,
      ),
  );
}
