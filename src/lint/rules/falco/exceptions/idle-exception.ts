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
import { shareField } from "../../../formula.ts";
import type { LintRule } from "../../../rule.ts";
import { type Goal, Prover } from "../../../satisfiable.ts";

const rule: LintRule = {
  id: "falco/idle-exception",
  severity: "warning",
  confidence: "high",
  summary: "An exception is about what its rule never matches",
  fixable: false,
  *check(model) {
    const { formulas } = model;
    const prover = new Prover();
    for (const written of model.conditions) {
      const { owner, condition } = written;
      if (owner.kind !== "rule" || condition.kind !== "and") continue;
      const given = owner.exceptions.filter(({ info }) => info.values.length > 0);
      if (given.length === 0) continue;
      const base = condition.children.slice(0, -given.length).map((node) => formulas.of(node, written));
      const goals: readonly Goal[] = base.map((formula) => ({ formula, want: true }));
      if (goals.length === 0 || prover.isImpossible(goals)) continue;
      for (const [index, node] of condition.children.slice(-given.length).entries()) {
        if (node.kind !== "not") continue;
        for (const tuple of partsOf(node.child, "or")) {
          const formula = formulas.of(tuple, written);
          if (!shareField([...base, formula])) continue;
          const excepted: Goal = { formula, want: true };
          if (!prover.isImpossible([...goals, excepted]) || prover.isImpossible([excepted])) continue;
          const at = valueLocation(tuple, written);
          if (at === undefined) continue;
          yield {
            at,
            message: `The rule "${owner.name}" matches nothing of this, so the exception \`${given[index]?.name}\` changes nothing by it.`,
            help: "Correct the value, or take it out.",
          };
        }
      }
    }
  },
};

export default rule;

/** Where the first value of an exception stands. */
function valueLocation(tuple: Condition, where: WrittenCondition): Location | undefined {
  for (const part of partsOf(tuple, "and")) {
    if (part.kind !== "comparison") continue;
    const first = part.right.kind === "list" ? part.right.values[0] : part.right;
    if (first !== undefined) return where.location(first.span);
  }
  return where.location(tuple.span);
}
