import {
  type Compiled,
  type CompiledCheck,
  EvaluationError,
  Event,
  type FieldValue,
  fieldsIn,
} from "../falco/index.ts";
import { candidatesFor } from "./candidates.ts";

/** Field values; a field that is not there has no value. */
export type Assignment = ReadonlyMap<string, FieldValue>;

/** A part of a condition, and what it should come to. */
export interface Goal {
  readonly node: Compiled;
  readonly want: boolean;
}

/** Steps after which a search is given up; enough for conditions that people write. */
const maxSteps = 20_000;
const maxCombinations = 400;

/**
 * Field values that make all goals come true, or undefined where none are found. It goes through the alternatives
 * of the condition, and tries likely values for the checks on its way.
 *
 * @param preferred values that are kept where they do not conflict
 */
export function solve(goals: readonly Goal[], preferred: Assignment = new Map()): Assignment | undefined {
  const search = new Search(preferred);
  const list = goals.reduceRight<List | undefined>((rest, goal) => ({ goal, rest }), undefined);
  const found = search.solve(list, { values: preferred, literals: [] });
  return found && withoutUnused(found, goals);
}

interface List {
  readonly goal: Goal;
  readonly rest: List | undefined;
}

interface Literal {
  readonly check: CompiledCheck;
  readonly want: boolean;
  readonly fields: readonly string[];
}

interface State {
  readonly values: Assignment;
  readonly literals: readonly Literal[];
}

class Search {
  readonly #preferred: Assignment;
  #steps = 0;

  constructor(preferred: Assignment) {
    this.#preferred = preferred;
  }

  solve(goals: List | undefined, state: State): State | undefined {
    if (goals === undefined) return state;
    if (++this.#steps > maxSteps) return undefined;
    const { goal, rest } = goals;
    const { node, want } = goal;
    switch (node.kind) {
      case "not":
        return this.solve({ goal: { node: node.child, want: !want }, rest }, state);
      case "and":
      case "or": {
        if ((node.kind === "and") === want) {
          const all = node.children.reduceRight<List | undefined>(
            (list, child) => ({ goal: { node: child, want }, rest: list }),
            rest,
          );
          return this.solve(all, state);
        }
        for (const child of node.children) {
          const found = this.solve({ goal: { node: child, want }, rest }, state);
          if (found !== undefined) return found;
        }
        return undefined;
      }
      case "check": {
        // Other values of the field rarely help where this one does not; other alternatives do.
        const next = this.#add({ check: node, want, fields: fieldsOf(node) }, state);
        return next && this.solve(rest, next);
      }
    }
  }

  /** A state in which one more check comes out as it should, and all before still do. */
  #add(literal: Literal, state: State): State | undefined {
    const literals = [...state.literals, literal];
    if (holds(literal, state.values)) return { values: state.values, literals };
    const touched = literals.filter(({ fields }) => fields.some((field) => literal.fields.includes(field)));
    let combinations = 0;
    for (const values of this.#variations(literal.fields, touched, state.values, literal.want)) {
      if (++combinations > maxCombinations) return undefined;
      if (touched.every((other) => holds(other, values))) return { values, literals };
    }
    return undefined;
  }

  *#variations(
    fields: readonly string[],
    literals: readonly Literal[],
    values: Assignment,
    want: boolean,
  ): Iterable<Assignment> {
    const [field, ...others] = fields;
    if (field === undefined) {
      yield values;
      return;
    }
    for (const candidate of this.#candidates(field, literals, want)) {
      const next = new Map(values);
      if (candidate === undefined) next.delete(field);
      else next.set(field, candidate);
      yield* this.#variations(others, literals, next, want);
    }
  }

  *#candidates(field: string, literals: readonly Literal[], want: boolean): Iterable<FieldValue | undefined> {
    const kept = this.#preferred.get(field);
    if (kept !== undefined) yield kept;
    const relevant = literals.filter(({ fields }) => fields.includes(field));
    // The check that was added last has the best of them.
    for (const { check } of relevant.toReversed()) yield* candidatesFor(check, field);
    if (want) yield* joined(relevant);
    yield undefined;
  }
}

/** A text with every beginning, middle and end that is asked for. */
function* joined(literals: readonly Literal[]): Iterable<FieldValue> {
  const parts = { startswith: "", contains: "", endswith: "" };
  for (const {
    check: { check },
    want,
  } of literals) {
    if (!want || check.kind !== "comparison" || check.right.kind === "transformation") continue;
    const first = check.right.kind === "list" ? check.right.values[0]?.text : check.right.text;
    if (first === undefined) continue;
    if (check.operator === "startswith" || check.operator === "endswith") parts[check.operator] = first;
    else if (check.operator === "contains" || check.operator === "icontains") parts.contains += ` ${first} `;
    else if (check.operator === "pmatch") parts.startswith = `${first.replace(/(?<!\/)\/+$/, "")}/`;
  }
  yield parts.startswith + parts.contains + parts.endswith;
  yield parts.startswith + parts.contains.trim() + parts.endswith;
}

function holds({ check, want }: Literal, values: Assignment): boolean {
  try {
    return check.test(new Event(values)) === want;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

/** The fields to give a value so that a check comes out one way or the other. */
export function fieldsOf({ check }: CompiledCheck): readonly string[] {
  const keys = Array.from(fieldsIn(check), ({ name, argument }) =>
    argument === undefined ? name : `${name}[${argument.text}]`,
  );
  return [...new Set(keys.map((key) => stated[key] ?? key))];
}

/** Fields that follow from another one, which is the one to state. */
const stated: Readonly<Record<string, string>> = {
  "fd.ip": "fd.sip",
  "fd.net": "fd.sip",
  "fd.snet": "fd.sip",
  "fd.cnet": "fd.cip",
  "fd.lnet": "fd.lip",
  "fd.rnet": "fd.rip",
  "fd.port": "fd.sport",
  "fd.proto": "fd.sport",
};

/** Values of fields that the condition does not look at are no part of the answer. */
function withoutUnused({ values }: State, goals: readonly Goal[]): Assignment {
  const used = new Set<string>();
  const visit = (node: Compiled): void => {
    if (node.kind === "check") for (const field of fieldsOf(node)) used.add(field);
    else if (node.kind === "not") visit(node.child);
    else for (const child of node.children) visit(child);
  };
  for (const { node } of goals) visit(node);
  return new Map([...values].filter(([field]) => used.has(field)));
}
