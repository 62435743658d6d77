import type { Formula } from "./formula.ts";
import { fieldOf } from "./satisfiable.ts";

/** Whether two of the formulas are about one field; else they say nothing of each other. */
export function shareField(formulas: readonly Formula[]): boolean {
  const seen = new Set<string>();
  for (const formula of formulas) {
    const own = fieldsIn(formula);
    for (const field of own) if (seen.has(field)) return true;
    for (const field of own) seen.add(field);
  }
  return false;
}

/** The fields that a formula has checks of. */
function fieldsIn(formula: Formula): ReadonlySet<string> {
  let fields = known.get(formula);
  if (fields === undefined) {
    fields = new Set(collect(formula));
    known.set(formula, fields);
  }
  return fields;
}

const known = new WeakMap<Formula, ReadonlySet<string>>();

function* collect(formula: Formula): Iterable<string> {
  switch (formula.kind) {
    case "open":
      return;
    case "not":
      yield* fieldsIn(formula.child);
      return;
    case "check": {
      const field = fieldOf(formula.written);
      if (field !== undefined) yield field;
      return;
    }
    default:
      for (const child of formula.children) yield* fieldsIn(child);
  }
}
