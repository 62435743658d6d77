import { type Address, type EngineValue } from "./value.js";
/** A value of a field as tests and Falco's JSON give it; `hex` is for bytes that are no text. */
export type FieldValue = string | number | bigint | boolean | null | {
    readonly hex: string;
} | readonly FieldValue[];
/** Values by field, an argument in brackets: `proc.name`, `proc.aname[2]`, `evt.arg.flags`. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;
/** An evaluation that the engine ends with an exception, or a value that is none of its field's type. */
export declare class EvaluationError extends Error {
}
/** The network connection of an event's file descriptor. */
export interface Socket {
    /** Client and server; one address for a socket that is not connected. */
    readonly addresses: readonly Address[];
    readonly ports: readonly bigint[];
}
/** The field values of one event, as the engine would keep them. */
export declare class Event {
    #private;
    constructor(values: FieldValues | ReadonlyMap<string, FieldValue>);
    /**
     * The values of a field: one, or those of a list. Undefined if it has no value.
     *
     * @throws EvaluationError for a value that is none of the type
     */
    values(field: string, type: string): readonly EngineValue[] | undefined;
    /** What was computed for a key before, or else is now. */
    once<T>(key: object, compute: (event: Event) => T): T;
    /** The same event, of which nothing has been computed. */
    afresh(): Event;
    /** Whether anything is known of the event's file descriptor. */
    get hasFd(): boolean;
    get socket(): Socket;
}
/** Bytes from pairs of hexadecimal digits; undefined for anything else. */
export declare function fromHex(text: string): Uint8Array | undefined;
