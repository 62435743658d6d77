import type { Json } from "./json-path.js";
type Fields = {
    readonly [key: string]: Json;
};
/**
 * An audit event with what every one has: its id, level and stage, the URI that follows from the object, and the answer
 * that the request gets if nothing else is written.
 */
export declare function completeRequest(written: Fields): Fields;
export {};
