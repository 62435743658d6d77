import { type FieldValues } from "../falco/index.js";
/**
 * Why a kernel event with these values cannot happen, a sentence for each reason. Fields that are not given are no
 * contradiction: a test writes what its condition asks for. Source: the event table, the table of open flags and the code of
 * the fields in Falco's libraries.
 */
export declare function contradictions(values: FieldValues): string[];
