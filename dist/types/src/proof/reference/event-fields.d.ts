import type { FieldValue, FieldValues } from "../../falco/index.js";
/** Values by field, as events are made of them. */
export type FieldMap = ReadonlyMap<string, FieldValue>;
/** The fields of an event as they are worked out: what is there already stays. */
export declare class EventFields {
    readonly map: Map<string, FieldValue>;
    /** @param written the values that are given */
    constructor(written?: FieldValues);
    /** Gives a field a value unless it has one; undefined is none. */
    add(name: string, value: FieldValue | undefined): void;
    get(name: string): FieldValue | undefined;
    /** The value as one text; undefined where there is none. */
    text(name: string): string | undefined;
    /** The values of a list, each as a text. */
    list(name: string): readonly string[];
    has(name: string): boolean;
}
/** A value of a field as one text. */
export declare function textOf(value: FieldValue): string;
/** The file's name of a path. */
export declare function lastPart(path: string): string;
