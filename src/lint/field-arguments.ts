import { type FieldUse, fieldsIn } from "../falco/index.ts";
import type { Location } from "../project/index.ts";
import type { Ruleset } from "../stack/index.ts";
import type { WrittenCheck } from "./conditions.ts";
import { outputFields } from "./fields-in-output.ts";
import type { Severity } from "./finding.ts";
import type { Model } from "./model.ts";
import type { LintRule } from "./rule.ts";

/** A field with something between its brackets, where a file of the repository has it. */
export interface ArgumentUse {
  readonly name: string;
  /** The text between the brackets, without quotes. */
  readonly argument: string;
  /** As it can be written: `proc.aname[2]`. */
  readonly written: string;
  /** Some fields are compared in a way of their own where they are alone on the left of an operator. */
  readonly role: "compared" | "extracted";
  readonly ruleset: Ruleset;
  readonly at: Location;
}

/** The problem of the text between the brackets. */
export interface ArgumentProblem {
  readonly message: string;
  readonly help: string;
  readonly severity?: Severity;
}

/** A lint rule about the text between the brackets of fields, one field at a time. */
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
  for (const condition of model.conditions) {
    const { owner, ruleset } = condition;
    for (const written of condition.checks) yield* inCheck(written);
    if (owner.kind !== "rule") continue;
    for (const { field, at } of outputFields(owner, ruleset))
      yield* inBrackets(field, "extracted", ruleset, at);
  }
}

function* inCheck({ check, field, in: condition }: WrittenCheck): Iterable<ArgumentUse> {
  const { ruleset, vocabulary } = condition;
  for (const node of fieldsIn(check)) {
    const use = vocabulary.resolve(node);
    const at = condition.location(node.span);
    const isAlone = field !== undefined && node === check.left;
    if (at !== undefined && !("problem" in use))
      yield* inBrackets(use, isAlone ? "compared" : "extracted", ruleset, at);
  }
}

function* inBrackets(
  { name, key, argument }: FieldUse,
  role: ArgumentUse["role"],
  ruleset: Ruleset,
  at: Location,
): Iterable<ArgumentUse> {
  // `evt.arg.flags` has its argument without brackets.
  if (argument === undefined || !key.endsWith("]")) return;
  const bare = /^[^\s"'[\]]+$/.test(argument);
  yield { name, argument, written: `${name}[${bare ? argument : `"${argument}"`}]`, role, ruleset, at };
}
