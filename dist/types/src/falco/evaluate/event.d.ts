import { type Address, type EngineValue } from "./value.js";
/** A value of a field as in tests and in Falco's JSON; `hex` is for bytes that are not text. */
export type FieldValue = string | number | bigint | boolean | null | {
    readonly hex: string;
} | readonly FieldValue[];
/** Values by field, with arguments in brackets: `proc.name`, `proc.aname[2]`, `evt.arg.flags`. */
export type FieldValues = Readonly<Record<string, FieldValue | undefined>>;
/** An evaluation that makes the engine throw, or a value of another type than its field. */
export declare class EvaluationError extends Error {
}
/** The network connection of an event's file descriptor. */
export interface Socket {
    /** Client and server; one address for a socket that is not connected. */
    readonly addresses: readonly Address[];
    readonly ports: readonly bigint[];
}
/** The field values of one event, as the engine stores them. */
export declare class Event {
    #private;
    constructor(values: FieldValues | ReadonlyMap<string, FieldValue>);
    /**
     * The values of a field: one, or those of a list. Undefined if it has no value.
     *
     * @throws EvaluationError for a value of another type
     */
    values(field: string, type: string): readonly EngineValue[] | undefined;
    /** The value of `compute` for a key, computed once. */
    once<T>(key: object, compute: (event: Event) => T): T;
    /** The same event without computed values. */
    afresh(): Event;
    /** Whether any value belongs to the event's file descriptor. */
    get hasFd(): boolean;
    get socket(): Socket;
}
/** Bytes from pairs of hexadecimal digits; undefined for anything else. */
export declare function fromHex(text: string): Uint8Array | undefined;
