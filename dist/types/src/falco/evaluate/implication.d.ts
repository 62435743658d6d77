import { type Condition } from "../language/index.js";
/**
 * What can be told of two conditions: `less`, the second holds for no event for which the first does not (and
 * most likely for fewer); `more`, the other way round; `same`; or `undecided`.
 */
export type Effect = "less" | "more" | "same" | "undecided";
/**
 * Compares two resolved conditions as formulas over their checks. `less`, `more` and `same` are proven;
 * `undecided` says nothing. Time is bounded.
 */
export declare function compareConditions(before: Condition, after: Condition): Effect;
