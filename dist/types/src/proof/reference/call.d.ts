import { type EventFields } from "./event-fields.js";
/** Whether a call has an argument of that name; undefined for calls that Falco tells no arguments of. */
export declare function hasArgument(call: string, name: string): boolean | undefined;
/** Adds what follows from the kind of call, its result and its paths or connection. */
export declare function addCall(fields: EventFields): void;
