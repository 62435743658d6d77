import type { Field } from "../language/index.ts";
import type { Vocabulary } from "./compile.ts";
import { EvaluationError, Event, type FieldValues } from "./event.ts";
import type { FieldUse } from "./operand.ts";
import { takesSeveral } from "./special.ts";

/**
 * The event with these values. All of them are looked at, also those that no condition asks for, so that a typo
 * does not make a field have no value.
 *
 * @throws EvaluationError for a name that is no field here, and for a value that is none of its field's type
 */
export function readEvent(values: FieldValues, vocabulary: Vocabulary): Event {
  const event = new Event(values);
  for (const name of Object.keys(values)) {
    const field = findField(name, vocabulary);
    const read = event.values(name, field.type);
    if (read !== undefined && read.length > 1 && !takesSeveral(field))
      throw new EvaluationError(`${name} has one value, and ${read.length} are given`);
  }
  return event;
}

/** The names that events are given with are the same again and again. */
const known = new WeakMap<Vocabulary, Map<string, FieldUse>>();

function findField(name: string, vocabulary: Vocabulary): FieldUse {
  const fields = known.get(vocabulary) ?? new Map<string, FieldUse>();
  known.set(vocabulary, fields);
  const seen = fields.get(name);
  if (seen !== undefined) return seen;
  const field = vocabulary.resolve(parseName(name));
  if ("problem" in field) throw new EvaluationError(field.problem);
  fields.set(name, field);
  return field;
}

/** A field as the keys of values have it: with the argument as it is between brackets, without quotes. */
function parseName(name: string): Field {
  const span = { start: 0, end: name.length };
  const open = name.indexOf("[");
  if (open === -1 || !name.endsWith("]")) return { kind: "field", name, span, at: 0 };
  const argument = {
    text: name.slice(open + 1, -1),
    quoted: false,
    span: { start: open + 1, end: name.length - 1 },
  };
  return { kind: "field", name: name.slice(0, open), argument, span, at: 0 };
}
