import type { ComparisonOperator, Modifier } from "../language/index.js";
import { type EngineValue } from "./value.js";
/** Whether a value of a field passes the comparison. */
export type Matcher = (value: EngineValue) => boolean;
/**
 * Compiles the comparison of one value with those on the right-hand side, all of one type.
 *
 * @returns undefined if a right-hand value is not a valid regular expression
 */
export declare function compileMatcher(operator: ComparisonOperator, modifier: Modifier | undefined, type: string, right: readonly EngineValue[]): Matcher | undefined;
/** Compiles `in` and `intersects` of a list field, with equality by size and bytes. */
export declare function compileListMatcher(operator: ComparisonOperator, type: string, right: readonly EngineValue[]): (values: readonly EngineValue[]) => boolean;
