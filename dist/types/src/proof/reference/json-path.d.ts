/** Any JSON, as an event of `audit.k8s.io/v1` is made of it. */
export type Json = string | number | boolean | null | readonly Json[] | {
    readonly [key: string]: Json;
};
/** What is at a way through objects; undefined where it ends before. */
export declare function at(value: Json | undefined, path: readonly string[]): Json | undefined;
/** A text as it is, anything else as JSON. */
export declare function asText(value: Json): string;
export declare function isList(value: Json | undefined): value is readonly Json[];
/**
 * The values at a way that leads through lists: of all items, with nothing for an item that has none, or of the one
 * with the index. Undefined where the way ends before.
 */
export declare function along(value: Json | undefined, path: readonly string[], index: number | undefined): readonly (Json | undefined)[] | undefined;
