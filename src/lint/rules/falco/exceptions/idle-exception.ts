/**
 * The values of an exception and the condition of its rule exclude each other.
 *
 * ## Why
 *
 * What the exception is about the rule never matches, so it excepts nothing. Mostly a name is misspelt, or
 * the exception was meant for another rule, and the noise goes on.
 *
 * ## Instead
 *
 * Write values that the rule matches, or move the exception to the rule that it is for.
 *
 * ## Notes
 *
 * It is proven as in `falco/never-true`. The opposite, an exception that leaves nothing of the rule, is
 * `falco/silencing-exception`.
 */

import type { Condition } from "../../../../falco/index.ts";
import type { Location } from "../../../../project/index.ts";
import { partsOf, type WrittenCondition } from "../../../conditions.ts";
import { type Formulas, shareField } from "../../../formula.ts";
import type { LintRule } from "../../../rule.ts";
import { type Goal, Prover } from "../../../satisfiable.ts";

const rule: LintRule = {
  id: "falco/idle-exception",
  severity: "warning",
  confidence: "high",
  summary: "An exception is about what its rule never matches",
  fixable: false,
  *check(model) {
    const prover = new Prover();
    for (const written of model.conditions) {
      for (const { tuple, exception } of idleTuples(written, model.formulas, prover)) {
        const at = valueLocation(tuple, written);
        if (at === undefined) continue;
        yield {
          at,
          message: `The rule "${written.owner.name}" matches nothing of this, so the exception \`${exception}\` has no effect.`,
          help: "Correct the value, or remove it.",
        };
      }
    }
  },
};

export default rule;

/** The values of a rule's exceptions that exclude what the rule asks for; those that exclude themselves are left out. */
function* idleTuples(
  written: WrittenCondition,
  formulas: Formulas,
  prover: Prover,
): Iterable<{ readonly tuple: Condition; readonly exception: string | undefined }> {
  const { owner, condition } = written;
  if (owner.kind !== "rule" || condition.kind !== "and") return;
  const given = owner.exceptions.filter(({ info }) => info.values.length > 0);
  if (given.length === 0) return;
  const base = condition.children.slice(0, -given.length).map((node) => formulas.of(node, written));
  const goals: readonly Goal[] = base.map((formula) => ({ formula, want: true }));
  if (goals.length === 0 || prover.isImpossible(goals)) return;
  for (const [index, node] of condition.children.slice(-given.length).entries()) {
    if (node.kind !== "not") continue;
    for (const tuple of partsOf(node.child, "or")) {
      const formula = formulas.of(tuple, written);
      const excepted: Goal = { formula, want: true };
      if (!shareField([...base, formula])) continue;
      if (prover.isImpossible([...goals, excepted]) && !prover.isImpossible([excepted]))
        yield { tuple, exception: given[index]?.name };
    }
  }
}

/** The location of the first value of an exception. */
function valueLocation(tuple: Condition, where: WrittenCondition): Location | undefined {
  for (const part of partsOf(tuple, "and")) {
    if (part.kind !== "comparison") continue;
    const first = part.right.kind === "list" ? part.right.values[0] : part.right;
    if (first !== undefined) return where.location(first.span);
  }
  return where.location(tuple.span);
}
