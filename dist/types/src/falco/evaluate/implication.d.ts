import { type Condition } from "../language/index.js";
/**
 * How the second of two conditions relates to the first: `less`, it holds only for events for which the first holds,
 * most likely for fewer; `more`, the other way round; `same`; or `undecided`.
 */
export type Effect = "less" | "more" | "same" | "undecided";
/**
 * Compares two resolved conditions as formulas over their checks, in bounded time. `less`, `more` and `same` are
 * proven.
 */
export declare function compareConditions(before: Condition, after: Condition): Effect;
