import type { Check, Condition } from "../falco/index.ts";
import type { WrittenCheck, WrittenCondition } from "./conditions.ts";

/** A condition with its macros written out, of which each check knows how the engine decides it. */
export type Formula =
  | { readonly kind: "and" | "or"; readonly children: readonly Formula[] }
  | { readonly kind: "not"; readonly child: Formula }
  | { readonly kind: "check"; readonly written: WrittenCheck }
  /** What nothing is known of: it may be true or false. */
  | { readonly kind: "open" };

const open: Formula = { kind: "open" };

/** Makes formulas, each macro once. */
export class Formulas {
  readonly #known = new Map<Condition, Formula>();
  readonly #checks = new WeakMap<WrittenCondition, ReadonlyMap<Check, WrittenCheck>>();

  of(node: Condition, where: WrittenCondition): Formula {
    let formula = this.#known.get(node);
    if (formula === undefined) {
      formula = this.#make(node, where);
      this.#known.set(node, formula);
    }
    return formula;
  }

  #make(node: Condition, where: WrittenCondition): Formula {
    switch (node.kind) {
      case "and":
      case "or":
        return { kind: node.kind, children: node.children.map((child) => this.of(child, where)) };
      case "not":
        return { kind: "not", child: this.of(node.child, where) };
      case "macro": {
        const macro = where.macro(node.name);
        // One that only asks whether there is a value stands for what others put in its place.
        if (node.condition === undefined || macro === undefined || node.condition.kind === "exists")
          return open;
        return this.of(node.condition, macro);
      }
      default: {
        const written = this.#checksOf(where).get(node);
        return written === undefined || written.open ? open : { kind: "check", written };
      }
    }
  }

  #checksOf(where: WrittenCondition): ReadonlyMap<Check, WrittenCheck> {
    let checks = this.#checks.get(where);
    if (checks === undefined) {
      checks = new Map(where.checks.map((written) => [written.check, written]));
      this.#checks.set(where, checks);
    }
    return checks;
  }
}
