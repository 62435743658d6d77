import { type FieldUse } from "../falco/index.js";
/** Whether the engine compares a field by code of its own, which knows no modifiers. */
export declare function hasOwnComparison(field: FieldUse): boolean;
/** For a field of both ends of a connection: those of the client and of the server. */
export declare const ends: ReadonlyMap<string, readonly [client: string, server: string]>;
