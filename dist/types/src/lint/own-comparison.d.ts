import type { FieldUse } from "../falco/evaluate/operand.js";
/** Whether the engine compares a field by code of its own, which knows no modifiers. */
export declare function hasOwnComparison(field: FieldUse): boolean;
