import type { Condition } from "../falco/index.ts";
import type { WrittenCheck, WrittenCondition } from "./conditions.ts";
import { provableField } from "./provable-field.ts";

/** A condition with its macros expanded, of which each check knows how the engine evaluates it. */
export type Formula = FormulaFields &
  (
    | { readonly kind: "and" | "or"; readonly children: readonly Formula[] }
    | { readonly kind: "not"; readonly child: Formula }
    | { readonly kind: "check"; readonly written: WrittenCheck }
    /** Nothing is known about it: it may be true or false. */
    | { readonly kind: "open" }
  );

interface FormulaFields {
  /** The fields that it has checks of, as far as something can be proven about them. */
  readonly fields: ReadonlySet<string>;
}

const open: Formula = { kind: "open", fields: new Set() };

/** Makes formulas, each macro once. */
export class Formulas {
  readonly #known = new Map<Condition, Formula>();

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
      case "or": {
        const children = node.children.map((child) => this.of(child, where));
        return { kind: node.kind, children, fields: new Set(children.flatMap(({ fields }) => [...fields])) };
      }
      case "not": {
        const child = this.of(node.child, where);
        return { kind: "not", child, fields: child.fields };
      }
      case "macro": {
        const macro = where.macro(node.name);
        // One that only asks whether there is a value is a placeholder for what others put in its place.
        if (node.condition === undefined || macro === undefined || node.condition.kind === "exists")
          return open;
        return this.of(node.condition, macro);
      }
      default: {
        const written = where.checkAt(node);
        if (written === undefined || written.open) return open;
        const field = provableField(written);
        return { kind: "check", written, fields: new Set(field === undefined ? [] : [field]) };
      }
    }
  }
}

/** Whether two of the formulas are about the same field; otherwise none of them limits another. */
export function shareField(formulas: readonly Formula[]): boolean {
  const seen = new Set<string>();
  for (const { fields } of formulas) {
    for (const field of fields) if (seen.has(field)) return true;
    for (const field of fields) seen.add(field);
  }
  return false;
}
