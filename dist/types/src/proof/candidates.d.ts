import { type CompiledCheck, type FieldValue } from "../falco/index.js";
/** Field values that could make a check true or false, the likeliest first. Absent values are not among them. */
export declare function candidatesFor(compiled: CompiledCheck, field: string): readonly FieldValue[];
/** The shortest text that a regular expression of POSIX's kind is likely to match. */
export declare function sampleOf(expression: string): string;
