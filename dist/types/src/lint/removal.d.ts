import type { Location } from "../project/index.js";
import type { LocatedEdit } from "./rule.js";
/**
 * The edit that takes one of several parts out, with what joins it to its neighbour; undefined where a comment, a
 * parenthesis or a line of another file stands between them.
 *
 * @param parts where they are written, in their order
 * @param joint what joins two of them, as a whole
 */
export declare function removal(parts: readonly (Location | undefined)[], index: number, joint: RegExp): LocatedEdit | undefined;
/** What stands between the values of a list in brackets or parentheses. */
export declare const comma: RegExp;
