/**
 * Whether a process runs in a container is checked by comparing `container.id` with the empty text, or
 * `container.name` with `host`.
 *
 * ## Why
 *
 * Outside of containers `container.id` is `host`, and never empty. A container may be called `host`, and then a check
 * of its name takes it for the host.
 *
 * ## Instead
 *
 * Use the macro `container`, or `container.id != host` where it does not exist.
 *
 * ## Notes
 *
 * The macro is suggested where the rules have it with its usual meaning, `container.id != host`. A rule that writes
 * `container.id != host` itself says the same, and is left alone.
 */

import { print } from "../../../../falco/index.ts";
import { checkRule, rewrite } from "../../../check-rule.ts";

export default checkRule(
  {
    id: "falco/container-idiom",
    severity: "notice",
    confidence: "medium",
    summary: "A check for containers compares a field that does not tell",
    fixable: true,
  },
  (written) => {
    const { check, field, in: condition } = written;
    if (check.kind !== "comparison" || check.right.kind !== "value" || check.modifier !== undefined)
      return undefined;
    const { text } = check.right;
    const negated = check.operator === "!=";
    if (!negated && check.operator !== "=" && check.operator !== "==") return undefined;
    if (text === "" && field?.key === "container.id") {
      return {
        severity: "warning",
        message: `\`container.id\` is \`host\` outside of containers, so ${condition.quote(check)} is always ${negated}.`,
        help: `For processes in containers write \`container.id != host\`.`,
      };
    }
    if (text !== "host" || field?.key !== "container.name") return undefined;
    const macro = knowsContainer(condition) ? "container" : "container.id != host";
    const replacement = negated ? macro : macro === "container" ? "not container" : "container.id = host";
    return {
      message: `A container may be called \`host\`, and then ${condition.quote(check)} takes it for the host.`,
      help: `Write \`${replacement}\`: the id of a container is never \`host\`.`,
      ...rewrite(written, () => replacement, false),
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
