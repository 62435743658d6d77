import type { Condition } from "../../../../falco/index.ts";
import { checkRule, rewrite } from "../../../check-rule.ts";

/** Fields that come late, or not at all: what is known of a container when it starts. */
const late = /^(?:container\.(?:name|image)\b|k8s\.|k8smeta\.)/;

export default checkRule(
  {
    id: "falco/not-equal-absent",
    severity: "notice",
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
      ...rewrite(written, ({ left, right }) => `not ${left} = ${right}`, false),
    };
  },
);

/** Whether a part of the condition says that the field has a value. */
function asks(node: Condition, field: string): boolean {
  return node.kind === "exists" && node.left.kind === "field" && node.left.name === field;
}
