import type { Span } from "../project/index.js";
import type { Matcher } from "./promql.js";
/** The texts that a matcher names one by one; undefined where it has a variable or a pattern. */
export declare function valuesOf({ operator, value }: Matcher): readonly string[] | undefined;
/** The text between the quotes of a matcher's value. */
export declare function insideQuotes({ valueSpan: { start, end } }: Matcher): Span;
