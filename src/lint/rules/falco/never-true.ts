import type { Condition } from "../../../falco/index.ts";
import { conditionsOf, partsOf, type WrittenCondition } from "../../conditions.ts";
import { type Formula, Formulas } from "../../formula.ts";
import type { LintRule, Problem } from "../../rule.ts";
import { shareField } from "../../same-field.ts";
import { Prover } from "../../satisfiable.ts";

const rule: LintRule = {
  id: "falco/never-true",
  severity: "warning",
  summary: "Parts of a condition exclude each other",
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
  // What its exceptions leave of a rule is another matter.
  const excepted = node === where.condition ? exceptionCount(where) : 0;
  let found = false;
  for (const child of children) {
    for (const problem of find(child, where, tools)) {
      found = true;
      yield problem;
    }
  }
  if (found || node.kind === "or") return;
  const parts = children
    .slice(0, children.length - excepted)
    .map((child) => ({ node: child, formula: tools.formulas.of(child, where) }));
  if (parts.length > mostParts) return;
  if (!shareField(parts.map(({ formula }) => formula)) || !excludes(parts, tools)) return;
  // A macro that is never true, said of the macro itself.
  if (parts.some((part) => excludes([part], tools))) return;
  const culprits = parts.reduce((left, part) => {
    const others = left.filter((other) => other !== part);
    return excludes(others, tools) ? others : left;
  }, parts);
  const last = culprits.at(-1)!;
  const at = where.place(last.node.span);
  if (at === undefined) return;
  const others = culprits.slice(0, -1).map((part) => where.quote(part.node));
  const whole = where.owner.kind === "rule" && isWhole(node, where.condition);
  yield {
    at,
    ...(whole ? { severity: "error" as const } : {}),
    message: `${where.quote(last.node)} and ${others.join(" and ")} exclude each other, so ${whole ? `the rule "${where.owner.name}" never matches` : "this part is never true"}.`,
    help: "Take one of them out, or join them by `or`.",
  };
}

/** The number of parts at the end of a rule's condition that are its exceptions. */
function exceptionCount({ owner }: WrittenCondition): number {
  return owner.kind === "rule" ? owner.exceptions.filter(({ info }) => info.values.length > 0).length : 0;
}

function excludes(parts: readonly { readonly formula: Formula }[], { prover }: Tools): boolean {
  return prover.isImpossible(parts.map(({ formula }) => ({ formula, want: true })));
}

/** Whether a condition holds only if one of its parts does. */
function isWhole(part: Condition, condition: Condition): boolean {
  return (
    part === condition ||
    (condition.kind === "and" && condition.children.some((child) => isWhole(part, child)))
  );
}
