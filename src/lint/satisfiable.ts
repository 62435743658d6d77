import {
  type Comparison,
  EvaluationError,
  Event,
  type FieldValue,
  kindOf,
  parseLiteral,
} from "../falco/index.ts";
import type { WrittenCheck } from "./conditions.ts";
import type { Formula } from "./formula.ts";
import { provableField } from "./provable-field.ts";

/** A part of a condition, and what it should come to. */
export interface Goal {
  readonly formula: Formula;
  readonly want: boolean;
}

export interface Assumptions {
  /** Whether every field has a value. Else a check that should fail can do so for lack of one. */
  readonly allPresent: boolean;
}

/** Steps for one question, after which nothing is reported. */
const maxSteps = 2_000;
/** Comparisons in all, after which nothing more is proven. */
const maxComparisons = 5_000_000;
/** Checks on one field beyond which they are not compared. */
const maxTogether = 40;

/** Answers whether conditions can hold, within its budget. */
export class Prover {
  readonly #budget = { left: maxComparisons };

  /**
   * Whether no event can make all goals come true. It goes through the alternatives, and for each field through
   * the values that could tell its checks apart, which the engine's own comparison then decides. True is proven;
   * false is also the answer where that takes too long.
   */
  isImpossible(goals: readonly Goal[], assumptions: Assumptions = { allPresent: false }): boolean {
    const list = goals.reduceRight<Goals | undefined>((rest, goal) => ({ goal, rest }), undefined);
    return !new Search(assumptions, this.#budget).canHold(list);
  }
}

interface Budget {
  left: number;
}

interface Goals {
  readonly goal: Goal;
  readonly rest: Goals | undefined;
}

interface Literal {
  readonly written: WrittenCheck;
  readonly want: boolean;
}

class Search {
  readonly #assumptions: Assumptions;
  readonly #literals = new Map<string, Literal[]>();
  readonly #budget: Budget;
  #steps = 0;

  constructor(assumptions: Assumptions, budget: Budget) {
    this.#assumptions = assumptions;
    this.#budget = budget;
  }

  canHold(goals: Goals | undefined): boolean {
    if (goals === undefined || ++this.#steps > maxSteps || this.#budget.left-- <= 0) return true;
    const { formula, want } = goals.goal;
    const { rest } = goals;
    switch (formula.kind) {
      case "open":
        return this.canHold(rest);
      case "not":
        return this.canHold({ goal: { formula: formula.child, want: !want }, rest });
      case "and":
      case "or":
        if ((formula.kind === "and") === want) {
          return this.canHold(
            checksFirst(formula.children).reduceRight<Goals | undefined>(
              (list, child) => ({ goal: { formula: child, want }, rest: list }),
              rest,
            ),
          );
        }
        return formula.children.some((child) => this.canHold({ goal: { formula: child, want }, rest }));
      case "check":
        return this.#canAdd({ written: formula.written, want }, rest);
    }
  }

  #canAdd(literal: Literal, rest: Goals | undefined): boolean {
    const key = provableField(literal.written);
    if (key === undefined) return this.canHold(rest);
    const literals = this.#literals.get(key) ?? [];
    this.#literals.set(key, literals);
    literals.push(literal);
    const possible = canAllHold(literals, this.#assumptions, this.#budget) && this.canHold(rest);
    literals.pop();
    return possible;
  }
}

/** What leaves no choice comes first, so that it is not found out again with each alternative. */
function checksFirst(formulas: readonly Formula[]): readonly Formula[] {
  const isChoice = ({ kind }: Formula) => kind === "and" || kind === "or";
  return [...formulas.filter((one) => !isChoice(one)), ...formulas.filter(isChoice)];
}

function canAllHold(literals: readonly Literal[], { allPresent }: Assumptions, budget: Budget): boolean {
  if (literals.length < 2 || literals.length > maxTogether) return true;
  if (!allPresent && literals.every(({ want }) => !want)) return true;
  const candidates = candidatesOf(literals);
  budget.left -= candidates?.length ?? literals.length;
  if (budget.left <= 0) return true;
  if (candidates === undefined)
    return !literals.some((literal, index) => excludesOther(literal, index, literals));
  return candidates.some((value) => literals.every((literal) => comesOut(literal, value)));
}

/** Values of which one holds for all literals if any value does; undefined where there are too many. */
function candidatesOf(literals: readonly Literal[]): readonly FieldValue[] | undefined {
  const { field, in: condition } = literals[0]!.written;
  const type = field!.type;
  const { kind } = kindOf(type);
  if (kind === "boolean") return [true, false];
  if (kind === "integer" || kind === "port") {
    const numbers = literals.flatMap(({ written }) =>
      written.values.flatMap(({ text }) => {
        const parsed = parseLiteral(text, type, condition.vocabulary.ports);
        return "value" in parsed && typeof parsed.value === "bigint" ? [parsed.value] : [];
      }),
    );
    // Between two of these no comparison changes its mind.
    return [0n, ...numbers.flatMap((number) => [number, number + 1n, number - 1n])];
  }
  let fewest: readonly string[] | undefined;
  for (const { written, want } of literals) {
    const values = onlyValues(written, want);
    if (values !== undefined && (fewest === undefined || values.length < fewest.length)) fewest = values;
  }
  return fewest;
}

/** The values for which alone a check comes out as it should, given that there is one. */
function onlyValues({ check, values }: WrittenCheck, want: boolean): readonly string[] | undefined {
  if (check.kind === "exists") return undefined;
  const { operator, modifier } = check;
  const texts = values.map(({ text }) => text);
  const isEqual = operator === "=" || operator === "==";
  if (want && ((isEqual && modifier !== "allof") || operator === "in" || operator === "intersects"))
    return texts;
  if (!want && operator === "!=" && modifier !== "anyof") return texts;
  return undefined;
}

function comesOut({ written, want }: Literal, value: FieldValue): boolean {
  try {
    return written.compiled.test(new Event(new Map([[written.field!.key, value]]))) === want;
  } catch (error) {
    if (error instanceof EvaluationError) return true;
    throw error;
  }
}

/** Whether a literal and one before it cannot both hold, for values that cannot be counted. */
function excludesOther(literal: Literal, index: number, literals: readonly Literal[]): boolean {
  return literals.slice(0, index).some((other) => exclude(literal, other) || exclude(other, literal));
}

function exclude(a: Literal, b: Literal): boolean {
  const { check } = a.written;
  if (!a.want) return false;
  if (b.written.check.kind === "exists") return !b.want;
  if (check.kind === "exists" || !isAny(check)) return false;
  if (!b.want) {
    // What holds for a prefix (a suffix, a part) holds for all values that have it.
    const follows = implied[check.operator]?.has(b.written.check.operator) === true && isAny(b.written.check);
    const isPlain = check.operator !== "pmatch" || !a.written.values.some(({ text }) => /[*?[]/.test(text));
    return follows && isPlain && a.written.values.every(({ text }) => comesOut({ ...b, want: true }, text));
  }
  const apart = disjoint[check.operator];
  if (apart === undefined || check.operator !== b.written.check.operator || !isAny(b.written.check))
    return false;
  return a.written.values.every((one) => b.written.values.every((other) => apart(one.text, other.text)));
}

/** Whether a check holds as soon as it does for one of its values. */
function isAny({ modifier }: Comparison): boolean {
  return modifier === undefined || modifier === "anyof";
}

/** By the operator of a check that holds: operators that then hold if they do for its value. */
const implied: Readonly<Record<string, ReadonlySet<string>>> = {
  startswith: new Set(["startswith", "contains", "icontains"]),
  endswith: new Set(["endswith", "contains", "icontains"]),
  contains: new Set(["contains", "icontains"]),
  icontains: new Set(["icontains"]),
  pmatch: new Set(["pmatch"]),
};

/** Whether no value has both, by the operator. */
const disjoint: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  startswith: (a, b) => !a.startsWith(b) && !b.startsWith(a),
  endswith: (a, b) => !a.endsWith(b) && !b.endsWith(a),
  pmatch: (a, b) => {
    if (/[*?[]/.test(a + b)) return false;
    const [one, other] = [a, b].map((path) => path.split("/").filter((part) => part !== ""));
    return one!.some((part, index) => index < other!.length && part !== other![index]);
  },
};
