import type { ComparisonOperator, Modifier } from "../language/index.js";
import { type EngineValue } from "./value.js";
/** Whether a value that a field has stands the comparison. */
export type Matcher = (value: EngineValue) => boolean;
/**
 * The comparison of one value with those on the right-hand side, all of one type.
 *
 * @returns undefined where a right-hand value is no regular expression
 */
export declare function compileMatcher(operator: ComparisonOperator, modifier: Modifier | undefined, type: string, right: readonly EngineValue[]): Matcher | undefined;
/** Whether a value is in a list that a list field or a set of values makes, by size and bytes. */
export declare function compileListMatcher(operator: ComparisonOperator, type: string, right: readonly EngineValue[]): (values: readonly EngineValue[]) => boolean;
