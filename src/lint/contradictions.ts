import type { Condition } from "../falco/index.ts";
import { partsOf, type WrittenCondition } from "./conditions.ts";
import { type Formula, type Formulas, shareField } from "./formula.ts";
import type { Model } from "./model.ts";
import { Prover } from "./satisfiable.ts";

/** Parts of a condition of which it is proven that they cannot all come out one way. */
export interface Contradiction {
  readonly where: WrittenCondition;
  /** The `and` or `or` that they are parts of. */
  readonly node: Condition;
  /** As few as will do, in their order; two or more. */
  readonly parts: readonly Condition[];
}

/** Parts beyond which the culprits are not searched. */
const maxParts = 200;

/**
 * For `and`, parts that cannot all be true; for `or`, parts that cannot all be false where their fields have a
 * value. The innermost of each condition; parts that are so by themselves are left out, as are a rule's exceptions.
 */
export function* contradictions(model: Model, kind: "and" | "or"): Iterable<Contradiction> {
  const finder = new Finder(kind, model.formulas);
  for (const condition of model.conditions) yield* finder.find(condition.condition, condition);
}

interface Part {
  readonly node: Condition;
  readonly formula: Formula;
}

class Finder {
  readonly #kind: "and" | "or";
  readonly #formulas: Formulas;
  readonly #prover = new Prover();

  constructor(kind: "and" | "or", formulas: Formulas) {
    this.#kind = kind;
    this.#formulas = formulas;
  }

  *find(node: Condition, where: WrittenCondition): Iterable<Contradiction> {
    if (node.kind === "not") yield* this.find(node.child, where);
    if (node.kind !== "and" && node.kind !== "or") return;
    const children = [...partsOf(node, node.kind)];
    let found = false;
    for (const child of children) {
      for (const inner of this.find(child, where)) {
        found = true;
        yield inner;
      }
    }
    if (found || node.kind !== this.#kind) return;
    const own =
      node === where.condition ? children.slice(0, children.length - exceptionCount(where)) : children;
    const parts = this.#culprits(
      own.map((part) => ({ node: part, formula: this.#formulas.of(part, where) })),
    );
    if (parts !== undefined) yield { where, node, parts: parts.map((part) => part.node) };
  }

  #culprits(parts: readonly Part[]): readonly Part[] | undefined {
    if (parts.length > maxParts || !shareField(parts.map(({ formula }) => formula))) return undefined;
    if (!this.#contradict(parts) || parts.some((part) => this.#contradict([part]))) return undefined;
    return parts.reduce((left, part) => {
      const others = left.filter((other) => other !== part);
      return this.#contradict(others) ? others : left;
    }, parts);
  }

  #contradict(parts: readonly Part[]): boolean {
    const want = this.#kind === "and";
    return this.#prover.isImpossible(
      parts.map(({ formula }) => ({ formula, want })),
      { allPresent: !want },
    );
  }
}

/** The number of parts at the end of a rule's condition that are its exceptions. */
function exceptionCount({ owner }: WrittenCondition): number {
  return owner.kind === "rule" ? owner.exceptions.filter(({ info }) => info.values.length > 0).length : 0;
}
