import {
  type Compiled,
  type CompiledCheck,
  compileCheck,
  type Event,
  print,
  type Value,
  type Vocabulary,
} from "../falco/index.ts";

/** What the tests of a rule never made happen. */
export interface ConditionCoverage {
  /** Checks that should each come out true once and false once, times two. */
  readonly outcomes: number;
  readonly seen: number;
  /** Share of `seen` in `outcomes`, in whole percent, rounded down. */
  readonly percent: number;
  /** Values of lists that should each be met once. */
  readonly items: { readonly total: number; readonly seen: number };
  /** Exceptions that should each keep the rule from firing once. */
  readonly exceptions: { readonly total: number; readonly never: readonly string[] };
  /** Of each check that was never true, never false, or with values that were never met. */
  readonly gaps: readonly CoverageGap[];
}

interface CoverageGap {
  /** The check as the engine prints it. */
  readonly check: string;
  readonly never: readonly ("true" | "false")[];
  readonly items: readonly string[];
}

interface Observed {
  readonly check: CompiledCheck;
  true: boolean;
  false: boolean;
  readonly items: { readonly text: string; readonly test: CompiledCheck["test"]; seen: boolean }[];
}

/** Watches which checks of a condition come out true and false as events are evaluated. */
export class CoverageRecorder {
  readonly #root: Compiled;
  readonly #observed = new Map<CompiledCheck, Observed>();
  readonly #exceptions = new Map<Compiled, { readonly name: string; met: boolean }>();

  constructor(root: Compiled, vocabulary: Vocabulary, exceptions: readonly string[] = []) {
    this.#root = root;
    for (const [index, name] of exceptions.entries()) {
      const node = root.kind === "and" ? root.children.at(index - exceptions.length) : undefined;
      if (node?.kind === "not") this.#exceptions.set(node.child, { name, met: false });
    }
    for (const check of checksOf(root)) {
      const items = listItems(check).map((item) => ({
        text: item.text,
        test: compileCheck(withItems(check, [item]), vocabulary).test,
        seen: false,
      }));
      this.#observed.set(check, { check, true: false, false: false, items });
    }
  }

  /** Evaluates as the engine does: what it does not get to has not been tested. */
  run(event: Event): boolean {
    return this.#run(this.#root, event);
  }

  #run(node: Compiled, event: Event): boolean {
    switch (node.kind) {
      case "and":
        return node.children.every((child) => this.#run(child, event));
      case "or":
        return node.children.some((child) => this.#run(child, event));
      case "not": {
        const result = this.#run(node.child, event);
        const exception = this.#exceptions.get(node.child);
        if (exception !== undefined) exception.met ||= result;
        return !result;
      }
      case "check": {
        const result = node.test(event);
        const observed = this.#observed.get(node)!;
        observed[`${result}`] = true;
        for (const item of observed.items) item.seen ||= item.test(event) !== isNegative(node);
        return result;
      }
    }
  }

  get coverage(): ConditionCoverage {
    const all = [...this.#observed.values()];
    const items = all.flatMap((observed) => observed.items);
    const seen = all.reduce((sum, observed) => sum + Number(observed.true) + Number(observed.false), 0);
    const outcomes = all.length * 2;
    return {
      outcomes,
      seen,
      percent: outcomes === 0 ? 100 : Math.floor((seen * 100) / outcomes),
      items: { total: items.length, seen: items.filter((item) => item.seen).length },
      exceptions: {
        total: this.#exceptions.size,
        never: [...this.#exceptions.values()].filter(({ met }) => !met).map(({ name }) => name),
      },
      gaps: all.map(gapOf).filter((gap) => gap.never.length > 0 || gap.items.length > 0),
    };
  }
}

function gapOf(observed: Observed): CoverageGap {
  return {
    check: print(observed.check.check),
    never: (["true", "false"] as const).filter((outcome) => !observed[outcome]),
    items: observed.items.filter((item) => !item.seen).map((item) => item.text),
  };
}

export function* checksOf(node: Compiled): Iterable<CompiledCheck> {
  if (node.kind === "check") yield node;
  else if (node.kind === "not") yield* checksOf(node.child);
  else for (const child of node.children) yield* checksOf(child);
}

/** The values of a check's list, where there is more than one. */
export function listItems({ check }: CompiledCheck): readonly Value[] {
  if (check.kind !== "comparison" || check.right.kind !== "list" || check.right.values.length < 2) return [];
  return check.right.values;
}

/** The same check with other values in its list. */
export function withItems({ check }: CompiledCheck, values: readonly Value[]): CompiledCheck["check"] {
  if (check.kind !== "comparison" || check.right.kind !== "list") return check;
  return { ...check, right: { ...check.right, values } };
}

/** Of `!= allof (a, b)` a value is met when the check with it alone is false. */
function isNegative({ check }: CompiledCheck): boolean {
  return check.kind === "comparison" && check.operator === "!=";
}
