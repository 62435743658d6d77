/**
 * A check adds nothing to another one of the same `and` or `or`.
 *
 * ## Why
 *
 * It costs on every event, and makes readers look for what it is there for. Often another field or another
 * value was meant.
 *
 * ## Instead
 *
 * Remove the check, or write the one that was meant.
 *
 * ## Notes
 *
 * It is proven as in `falco/never-true`. Checks with `exists` are not reported, as they say to readers what
 * is assumed.
 */

import { type Condition, print } from "../../../../falco/index.ts";
import { partsOf, type WrittenCondition } from "../../../conditions.ts";
import type { Formula, Formulas } from "../../../formula.ts";
import { provableField } from "../../../provable-field.ts";
import type { LintRule, Problem } from "../../../rule.ts";
import { Prover } from "../../../satisfiable.ts";

const rule: LintRule = {
  id: "falco/redundant-check",
  severity: "notice",
  confidence: "high",
  summary: "A check adds nothing to one next to it",
  fixable: false,
  *check(model) {
    const tools = { formulas: model.formulas, prover: new Prover() };
    for (const condition of model.conditions) yield* find(condition.condition, condition, tools);
  },
};

export default rule;

interface Tools {
  readonly formulas: Formulas;
  readonly prover: Prover;
}

/** Checks on one field beyond which they are not compared with each other. */
const maxTogether = 30;

interface Part {
  readonly node: Condition;
  readonly formula: Formula;
}

function* find(node: Condition, where: WrittenCondition, tools: Tools): Iterable<Problem> {
  if (node.kind === "not") yield* find(node.child, where, tools);
  if (node.kind !== "and" && node.kind !== "or") return;
  const { kind } = node;
  const parts = [...partsOf(node, kind)];
  for (const part of parts) yield* find(part, where, tools);
  yield* repeatedMacros(parts, where);
  const groups = byField(parts.map((part) => ({ node: part, formula: tools.formulas.of(part, where) })));
  for (const group of groups) if (group.length <= maxTogether) yield* inGroup(group, kind, where, tools);
}

function* repeatedMacros(parts: readonly Condition[], where: WrittenCondition): Iterable<Problem> {
  const macros = new Set<string>();
  for (const part of parts) {
    if (part.kind !== "macro") continue;
    const at = where.location(part.span);
    if (macros.has(part.name) && at !== undefined)
      yield { at, message: `\`${part.name}\` occurs twice.`, help: "Remove one of them." };
    macros.add(part.name);
  }
}

function* inGroup(
  group: readonly Part[],
  kind: "and" | "or",
  where: WrittenCondition,
  tools: Tools,
): Iterable<Problem> {
  const kept = new Set(group);
  // Of two that say the same, the later one is reported.
  for (const part of group.toReversed()) {
    const stronger = [...kept].find((other) => other !== part && makesNeedless(other, part, kind, tools));
    if (stronger === undefined) continue;
    kept.delete(part);
    const at = where.location(part.node.span);
    if (at === undefined) continue;
    const quoted = where.quote(part.node);
    if (print(part.node) === print(stronger.node))
      yield { at, message: `${quoted} occurs twice.`, help: "Remove one of them." };
    else
      yield {
        at,
        message: `${quoted} adds nothing to ${where.quote(stronger.node)}.`,
        help: `The other check is ${kind === "and" ? "stricter" : "wider"}; remove this one.`,
      };
  }
}

/** Checks, negated or not, by their field. One that asks for a value at all is there for those who read. */
function byField(parts: readonly Part[]): Iterable<readonly Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const literal = part.formula.kind === "not" ? part.formula.child : part.formula;
    const { node } = part;
    if (
      literal.kind !== "check" ||
      node.kind === "macro" ||
      (node.kind === "not" && node.child.kind === "macro")
    )
      continue;
    const field = provableField(literal.written);
    const { check, values } = literal.written;
    // An empty list is there for others to fill.
    if (field === undefined || check.kind === "exists" || values.length === 0) continue;
    const group = groups.get(field);
    if (group === undefined) groups.set(field, [part]);
    else group.push(part);
  }
  return groups.values();
}

function makesNeedless(other: Part, part: Part, kind: "and" | "or", { prover }: Tools): boolean {
  const [narrow, wide] = kind === "and" ? [other, part] : [part, other];
  return prover.isImpossible([
    { formula: narrow.formula, want: true },
    { formula: wide.formula, want: false },
  ]);
}
