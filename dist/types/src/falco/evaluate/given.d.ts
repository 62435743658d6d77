import { Event, type FieldValues } from "./event.js";
import type { Vocabulary } from "./program.js";
/**
 * Makes an event from values by field. Every value is checked, even if no condition uses it, because a mistyped
 * name would otherwise leave a field without a value.
 *
 * @throws EvaluationError for an unknown field, and for a value of another type than its field
 */
export declare function readEvent(values: FieldValues, vocabulary: Vocabulary): Event;
