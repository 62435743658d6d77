/**
 * `contains` is used on a field that is one name: a user, a group, a namespace, the id of a container, an
 * event type.
 *
 * ## Why
 *
 * It holds for every other name with these letters in it: `user.name contains root` for `nonroot`, and
 * `k8s.ns.name contains prod` for `preprod`.
 *
 * ## Instead
 *
 * Compare the whole name: `user.name = root`.
 */

import { checkRule } from "../../../check-rule.ts";

/** Fields that are one name, of which no part means anything. */
const names: ReadonlySet<string> = new Set([
  "evt.type",
  "syscall.type",
  "container.id",
  "user.name",
  "user.loginname",
  "group.name",
  "k8s.ns.name",
  "ka.target.namespace",
  "ka.target.resource",
  "ka.verb",
  "ct.name",
  "ct.src",
]);

export default checkRule(
  {
    id: "falco/contains-name",
    severity: "notice",
    confidence: "low",
    summary: "`contains` on a field that is one name",
    fixable: true,
  },
  (written) => {
    const { check, field, values } = written;
    if (check.kind !== "comparison" || (check.operator !== "contains" && check.operator !== "icontains"))
      return undefined;
    const [value] = values;
    if (field === undefined || !names.has(field.key) || value === undefined || check.modifier !== undefined)
      return undefined;
    const at = written.in.location(check.operatorSpan);
    return {
      message: `\`${field.key} ${check.operator} ${value.text}\` holds for other names too, such as \`not-${value.text}\`.`,
      help: `Write \`= ${value.text}\`, or \`startswith\` if the names begin with it.`,
      ...(check.operator === "contains" && at !== undefined && written.written !== undefined
        ? { fix: { description: "Write `=`", safe: false, edits: [{ at, text: "=" }] } }
        : {}),
    };
  },
);
