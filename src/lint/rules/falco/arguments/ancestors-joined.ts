/**
 * A field that stands for all ancestors is used in a transformer.
 *
 * ## Why
 *
 * In a check of its own `proc.aname = x` is evaluated for each ancestor. Inside of a transformer there is one
 * text, with what all ancestors have and spaces between: `bash sshd systemd`.
 *
 * ## Instead
 *
 * Name one ancestor by its index: `concat(proc.aname[1], "-x") = "sshd-x"`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Such transformers were added in Falco 0.44.
 */

import { isAllAncestors, type TransformerInput } from "../../../../falco/index.ts";
import { type CheckProblem, checkRule } from "../../../check-rule.ts";
import type { WrittenCondition } from "../../../conditions.ts";

export default checkRule(
  {
    id: "falco/ancestors-joined",
    severity: "warning",
    confidence: "high",
    summary: "A transformer sees the names of all ancestors as one text",
    fixable: false,
  },
  ({ check, in: condition }) => {
    const sides: TransformerInput[] = check.left.kind === "transformation" ? [check.left] : [];
    if (check.kind === "comparison" && check.right.kind === "transformation") sides.push(check.right);
    return sides.flatMap((side) => [...problemsIn(side, condition)]);
  },
);

function* problemsIn(input: TransformerInput, condition: WrittenCondition): Iterable<CheckProblem> {
  if (input.kind === "transformation") for (const inner of input.inputs) yield* problemsIn(inner, condition);
  else if (input.kind === "operands") for (const item of input.items) yield* problemsIn(item, condition);
  else if (input.kind === "field") {
    const field = condition.vocabulary.resolve(input);
    if ("problem" in field || !isAllAncestors(field)) return;
    yield {
      span: input.span,
      message: `Inside of a transformer \`${field.key}\` is one text: what all ancestors have, with spaces between.`,
      help: `Choose one of them: \`${field.name}[1]\`.`,
    };
  }
}
