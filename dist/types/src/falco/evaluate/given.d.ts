import type { Vocabulary } from "./compile.js";
import { Event, type FieldValues } from "./event.js";
/**
 * The event with these values. All of them are looked at, also those that no condition asks for, so that a typo
 * does not make a field have no value.
 *
 * @throws EvaluationError for a name that is no field here, and for a value that is none of its field's type
 */
export declare function readEvent(values: FieldValues, vocabulary: Vocabulary): Event;
