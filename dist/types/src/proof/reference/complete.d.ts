import type { FieldValues } from "../../falco/index.js";
import { EventFields, type FieldMap } from "./event-fields.js";
/**
 * The fields of a kernel event that follow from those that are written, as Falco would give them: the name of a
 * process from its path, both ends of a connection from its name, the argument of a call from the path. What is written
 * itself stays. Events of other sources come back as they are.
 */
export declare function completeEvent(written: FieldValues): FieldMap;
/** Adds what follows from the path of the program and its arguments. */
export declare function addProgram(fields: EventFields): void;
