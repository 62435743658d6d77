import type { Condition } from "../../../falco/index.ts";
import { conditionsOf, partsOf, type WrittenCondition } from "../../conditions.ts";
import { type Formula, Formulas } from "../../formula.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { shareField } from "../../same-field.ts";
import { Prover } from "../../satisfiable.ts";

const rule: LintRule = {
  id: "falco/always-true",
  severity: "warning",
  summary: "Alternatives of a condition leave nothing out",
  fixable: false,
  *check(model) {
    const tools = { formulas: new Formulas(), prover: new Prover() };
    for (const condition of conditionsOf(model)) yield* find(condition.condition, condition, tools);
  },
};

export default rule;

/** Parts beyond which it is not asked which of them it is. */
const mostParts = 200;

interface Tools {
  readonly formulas: Formulas;
  readonly prover: Prover;
}

function* find(node: Condition, where: WrittenCondition, tools: Tools): Iterable<Problem> {
  if (node.kind === "not") yield* find(node.child, where, tools);
  if (node.kind !== "and" && node.kind !== "or") return;
  const children = [...partsOf(node, node.kind)];
  let found = false;
  for (const child of children) {
    for (const problem of find(child, where, tools)) {
      found = true;
      yield problem;
    }
  }
  if (found || node.kind === "and") return;
  const parts = children.map((child) => ({ node: child, formula: tools.formulas.of(child, where) }));
  if (parts.length > mostParts) return;
  if (!shareField(parts.map(({ formula }) => formula)) || !coverAll(parts, tools)) return;
  if (parts.some((part) => coverAll([part], tools))) return;
  const culprits = parts.reduce((left, part) => {
    const others = left.filter((other) => other !== part);
    return coverAll(others, tools) ? others : left;
  }, parts);
  const last = culprits.at(-1)!;
  const at = where.place(last.node.span);
  if (at === undefined) return;
  const shown = culprits.map((part) => where.quote(part.node)).join(" or ");
  yield {
    at,
    message: `${shown} is true whatever the value is.`,
    help: "To leave several values out, join the checks by `and`, or write `not ... in (...)`.",
  };
}

/** Whether one of the parts holds for every event on which their fields have a value. */
function coverAll(parts: readonly { readonly formula: Formula }[], { prover }: Tools): boolean {
  return prover.isImpossible(
    parts.map(({ formula }) => ({ formula, want: false })),
    { allPresent: true },
  );
}
