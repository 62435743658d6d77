/**
 * Whether a process runs in a container is checked in another way than by the macro `container`, or by
 * comparing `container.id` with the empty text.
 *
 * ## Why
 *
 * Outside of containers `container.id` is `host`, and never empty. And the macro is the one place to change
 * it for all rules.
 *
 * ## Instead
 *
 * Use the macro `container`, or `container.id != host` where it does not exist.
 *
 * ## Notes
 *
 * The macro is suggested where the rules have it with its usual meaning, `container.id != host`.
 */

import { print } from "../../../../falco/index.ts";
import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/container-idiom",
    severity: "notice",
    confidence: "medium",
    summary: "A check for containers does not use the macro `container`",
    fixable: true,
  },
  (written) => {
    const { check, field, in: condition } = written;
    if (check.kind !== "comparison" || check.right.kind !== "value" || check.modifier !== undefined)
      return undefined;
    if (field?.key !== "container.id" && field?.key !== "container.name") return undefined;
    const { text } = check.right;
    const negated = check.operator === "!=";
    if (!negated && check.operator !== "=" && check.operator !== "==") return undefined;
    if (text === "" && field.key === "container.id") {
      return {
        severity: "warning",
        message: `\`container.id\` is \`host\` outside of containers, so ${condition.quote(check)} is always ${negated}.`,
        help: `For processes in containers write \`container.id != host\`.`,
      };
    }
    // In an exception a field is compared: no macro is allowed there.
    if (text !== "host" || (field.key === "container.id" && written.written === undefined)) return undefined;
    if (field.key === "container.id" && (condition.owner.kind === "macro" || !knowsContainer(condition)))
      return undefined;
    const macro = knowsContainer(condition) ? "container" : "container.id != host";
    const replacement = negated ? macro : macro === "container" ? "not container" : "container.id = host";
    return {
      message: `${condition.quote(check)} is what \`${replacement}\` says${field.key === "container.name" ? ", and a container may be called `host`" : ""}.`,
      help: "A single form is easy to find, and to change in one place.",
      // Without a value of the field, `=` differs from `not` and `!=`, and no proof excludes that case.
      ...rewrite(written, () => replacement, field.key === "container.id" && negated),
    };
  },
);

/** Whether the macro of the default rules is there, with the meaning that it has there. */
function knowsContainer({
  ruleset,
}: {
  readonly ruleset: { readonly result: { readonly macros: readonly Macro[] } };
}) {
  const macro = ruleset.result.macros.find(({ name }) => name === "container");
  return (
    macro !== undefined &&
    (macro.external || (macro.resolved && print(macro.resolved)) === "container.id != host")
  );
}

type Macro = {
  readonly name: string;
  readonly external: boolean;
  readonly resolved: Parameters<typeof print>[0] | undefined;
};
