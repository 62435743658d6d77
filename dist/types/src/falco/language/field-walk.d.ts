import type { Check, Field } from "./ast.js";
/** The fields of a check, on both sides and inside of transformers, from left to right. */
export declare function fieldsIn(check: Check): Iterable<Field>;
