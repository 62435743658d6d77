import { type Node } from "../../../project/index.js";
import { type Item } from "./item.js";
export type Selector = (item: Item) => boolean;
/** The one that a patch without a target is for: of that kind and name, now or before. */
export declare function sameAs(patch: Node): Selector;
/** `target`, `select` and `reject`: regular expressions that take the whole value, and label selectors. */
export declare function selecting(target: Node): Selector;
/** A test for the whole of a value by a regular expression; without one, and for an empty one, all pass. */
export declare function wholeMatch(pattern: string | undefined): (value: string) => boolean;
