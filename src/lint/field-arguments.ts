import type { TransformerInput } from "../falco/condition/ast.ts";
import type { FieldUse } from "../falco/evaluate/operand.ts";
import type { Place } from "../project/text.ts";
import type { Ruleset } from "../stack/rules/ruleset.ts";
import { conditionsOf, type WrittenCheck } from "./conditions.ts";
import type { Severity } from "./finding.ts";
import type { Model } from "./model.ts";
import { outputFields } from "./output-fields.ts";
import type { LintRule } from "./rule.ts";

/** A field with something between its brackets, where a file of the repository has it. */
export interface ArgumentUse {
  readonly name: string;
  /** What stands between the brackets, without quotes. */
  readonly argument: string;
  /** As it can be written: `proc.aname[2]`. */
  readonly written: string;
  /** Some fields are compared in a way of their own where they stand alone on the left of an operator. */
  readonly role: "compared" | "extracted";
  readonly ruleset: Ruleset;
  readonly at: Place;
}

/** What is wrong with what stands between the brackets. */
export interface ArgumentProblem {
  readonly message: string;
  readonly help: string;
  readonly severity?: Severity;
}

/** A lint rule that looks at what stands between the brackets of fields, one field at a time. */
export function argumentRule(
  head: Omit<LintRule, "check" | "checkIgnores">,
  find: (use: ArgumentUse) => ArgumentProblem | undefined,
): LintRule {
  return {
    ...head,
    *check(model) {
      for (const use of argumentsOf(model)) {
        const problem = find(use);
        if (problem !== undefined) yield { at: use.at, ...problem };
      }
    },
  };
}

function* argumentsOf(model: Model): Iterable<ArgumentUse> {
  for (const condition of conditionsOf(model)) {
    const { owner, ruleset } = condition;
    for (const written of condition.checks) yield* inCheck(written);
    if (owner.kind !== "rule") continue;
    for (const { field, at } of outputFields(owner, ruleset))
      yield* inBrackets(field, "extracted", ruleset, at);
  }
}

function* inCheck(written: WrittenCheck): Iterable<ArgumentUse> {
  const { check, field, in: condition } = written;
  const { ruleset, vocabulary } = condition;
  if (field !== undefined) {
    const at = condition.place(check.left.span);
    if (at !== undefined) yield* inBrackets(field, "compared", ruleset, at);
  }
  const visit = function* (input: TransformerInput): Iterable<ArgumentUse> {
    if (input.kind === "operands") for (const item of input.items) yield* visit(item);
    if (input.kind === "transformation") for (const inner of input.inputs) yield* visit(inner);
    if (input.kind !== "field") return;
    const use = vocabulary.resolve(input);
    const at = condition.place(input.span);
    if (at !== undefined && !("problem" in use)) yield* inBrackets(use, "extracted", ruleset, at);
  };
  if (field === undefined) yield* visit(check.left);
  if (check.kind === "comparison" && check.right.kind === "transformation") yield* visit(check.right);
}

function* inBrackets(
  { name, key, argument }: FieldUse,
  role: ArgumentUse["role"],
  ruleset: Ruleset,
  at: Place,
): Iterable<ArgumentUse> {
  // `evt.arg.flags` has its argument without brackets.
  if (argument === undefined || !key.endsWith("]")) return;
  const bare = /^[^\s"'[\]]+$/.test(argument);
  yield { name, argument, written: `${name}[${bare ? argument : `"${argument}"`}]`, role, ruleset, at };
}
