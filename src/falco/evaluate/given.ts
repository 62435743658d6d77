import type { Field } from "../language/index.ts";
import { EvaluationError, Event, type FieldValues } from "./event.ts";
import type { FieldUse } from "./operand.ts";
import type { Vocabulary } from "./program.ts";
import { takesSeveral } from "./special.ts";

/**
 * Makes an event from values by field. Every value is checked, even if no condition uses it, because a mistyped
 * name would otherwise leave a field without a value.
 *
 * @throws EvaluationError for an unknown field, and for a value of another type than its field
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

function findField(name: string, vocabulary: Vocabulary): FieldUse {
  const known = vocabulary.eventFields.get(name);
  if (known !== undefined) return known;
  const field = vocabulary.resolve(parseName(name));
  if ("problem" in field) throw new EvaluationError(field.problem);
  vocabulary.eventFields.set(name, field);
  return field;
}

/** Parses the key of a value, such as `proc.aname[2]`: the argument is between brackets, without quotes. */
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
