import type { Entry, Location, MapNode } from "../project/index.js";
import type { WrittenCheck } from "./conditions.js";
import type { LocatedEdit, Problem } from "./rule.js";
/**
 * The edit that takes one of several parts out, with what joins it to its neighbour; undefined where a comment, a
 * parenthesis or a line of another file is between them.
 *
 * @param parts where they are written, in their order
 * @param joint what joins two of them, as a whole
 */
export declare function removal(parts: readonly (Location | undefined)[], index: number, joint: RegExp): LocatedEdit | undefined;
/** The text between the values of a list in brackets or parentheses. */
export declare const comma: RegExp;
/** The edit that takes a check out of the `and` that it is a part of; undefined where it is a part of something else. */
export declare function withoutCheck({ check, path: [parent], in: condition, }: WrittenCheck): LocatedEdit | undefined;
/**
 * The edit that takes a key with its value out of a block map, with its lines. Undefined for the only key of a map, one
 * that shares a line with something else, and one whose value is written elsewhere.
 */
export declare function withoutKey(map: MapNode, { keyLocation, value }: Entry): LocatedEdit | undefined;
/** The fix that removes a key that is ignored. @param safe whether the version that ignores it is the deployed one */
export declare function removeIgnoredKey(map: MapNode, entry: Entry, safe: boolean): Pick<Problem, "fix">;
