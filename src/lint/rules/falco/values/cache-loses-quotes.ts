/**
 * A text between quotes reads like a field or a transformer that the same rule uses.
 *
 * ## Why
 *
 * For the length of an event Falco keeps the result of a check by its printed text, which has no quotes. So
 * `proc.name = "val(proc.pname)"` and `proc.name = val(proc.pname)` in one rule get one result, that of
 * whichever comes first.
 *
 * ## Instead
 *
 * Compare another field with the text, or write the text in another way, so that the two checks do not print
 * alike.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd).
 */

import {
  type Check,
  type Condition,
  print,
  printOperand,
  type TransformerInput,
} from "../../../../falco/index.ts";
import type { WrittenCondition } from "../../../conditions.ts";
import type { LintRule } from "../../../rule.ts";

const rule: LintRule = {
  id: "falco/cache-loses-quotes",
  severity: "error",
  confidence: "high",
  summary: "A text between quotes shares its result with a field of the same name",
  fixable: false,
  *check(model) {
    const harmless = new WeakSet<Condition>();
    for (const written of model.conditions) {
      if (written.owner.kind !== "rule" || isHarmless(written.condition, harmless)) continue;
      const seen = new Map<string, string>();
      for (const { check, where } of checksOf(written.condition, written)) {
        for (const [key, shape] of keysOf(check)) {
          const before = seen.get(key);
          if (before === undefined) seen.set(key, shape);
          const at = where.location(check.span);
          if (before === undefined || before === shape || at === undefined) continue;
          yield {
            at,
            message: `Without quotes \`${key}\` reads like another part of the rule "${written.owner.name}", and Falco gives both one result.`,
            help: "Falco keeps results by the printed text of a check, which has no quotes. Write one of the two in another way.",
          };
        }
      }
    }
  },
};

export default rule;

/** Whether nothing in a condition could be printed like something else. */
function isHarmless(node: Condition, known: WeakSet<Condition>): boolean {
  if (known.has(node)) return true;
  const harmless = ((): boolean => {
    switch (node.kind) {
      case "and":
      case "or":
        return node.children.every((child) => isHarmless(child, known));
      case "not":
        return isHarmless(node.child, known);
      case "macro":
        return node.condition === undefined || isHarmless(node.condition, known);
      default:
        return ![...keysOf(node)].some(([, shape]) => shape.includes("'"));
    }
  })();
  if (harmless) known.add(node);
  return harmless;
}

function* checksOf(
  node: Condition,
  where: WrittenCondition,
): Iterable<{ readonly check: Check; readonly where: WrittenCondition }> {
  switch (node.kind) {
    case "and":
    case "or":
      for (const child of node.children) yield* checksOf(child, where);
      return;
    case "not":
      yield* checksOf(node.child, where);
      return;
    case "macro": {
      const macro = where.macro(node.name);
      if (node.condition !== undefined && macro !== undefined) yield* checksOf(node.condition, macro);
      return;
    }
    default:
      yield { check: node, where };
  }
}

/** The texts by which results are kept, and what they stand for: `'` is a literal. */
function* keysOf(check: Check): Iterable<[key: string, shape: string]> {
  const sides = [check.left];
  if (check.kind === "comparison") {
    const { right } = check;
    if (right.kind === "transformation") {
      sides.push(right);
      yield [print(check), "f"];
    } else if (right.kind === "value" && right.text.endsWith(")")) yield [print(check), "'"];
  }
  for (const side of sides) {
    if (side.kind === "transformation") yield [printOperand(side), shapeOf(side)];
  }
}

function shapeOf(input: TransformerInput): string {
  switch (input.kind) {
    case "value":
      return "'";
    case "field":
      return "f";
    case "operands":
      return `(${input.items.map(shapeOf).join(",")})`;
    default:
      return `t(${input.inputs.map(shapeOf).join(",")})`;
  }
}
