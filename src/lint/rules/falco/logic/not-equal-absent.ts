/**
 * `!=` is used on a field that is often not known yet: the name and image of a container, or what Kubernetes
 * calls it.
 *
 * ## Why
 *
 * Any check on a field without a value is false, `!=` too. In the first moments of a container, or when the
 * runtime did not answer, such a rule stays silent, which is when an attacker acts. `not f = x` is true then.
 *
 * ## Instead
 *
 * Negate the whole check: `not container.image.repository = registry.example.com/shop/web`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). It says nothing where the same condition asks whether
 * the field `exists`.
 */

import type { Condition } from "../../../../falco/index.ts";
import { checkRule, rewrite } from "../../../check-rule.ts";

/** Fields that come late, or not at all: what is known of a container when it starts. */
const late = /^(?:container\.(?:name|image)\b|k8s\.|k8smeta\.)/;

export default checkRule(
  {
    id: "falco/not-equal-absent",
    severity: "notice",
    confidence: "medium",
    summary: "`!=` is false where the field has no value yet",
    fixable: true,
  },
  (written) => {
    const { check, field, use, path } = written;
    if (check.kind !== "comparison" || check.operator !== "!=" || check.modifier !== undefined)
      return undefined;
    if (field === undefined || !late.test(field.key) || !use.wanted || use.unwanted) return undefined;
    if (check.right.kind !== "value" || check.right.text === "" || check.right.text === "<NA>")
      return undefined;
    if (path.some((node) => node.kind === "and" && node.children.some((child) => asks(child, field.key))))
      return undefined;
    const { text } = check.right;
    return {
      message: `\`${field.key} != ${text}\` is false as long as \`${field.key}\` is not known, and the rule stays silent.`,
      help: `If it is to match then too, write \`not ${field.key} = ${text}\`; if not, say so: \`${field.key} exists and ...\`.`,
      ...rewrite(written, ({ left, right }) => `not ${left} = ${right}`),
    };
  },
);

/** Whether a part of the condition says that the field has a value. */
function asks(node: Condition, field: string): boolean {
  return node.kind === "exists" && node.left.kind === "field" && node.left.name === field;
}
