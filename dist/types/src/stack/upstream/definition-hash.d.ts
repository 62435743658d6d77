import type { Node } from "../../project/index.js";
/** Characters of a hash: 66 bits, which nobody meets by chance. */
export declare const hashLength = 11;
/**
 * A short hash of what a definition of a rules file says. Comments, the order of keys and the layout of texts do
 * not count, so that a copy that was only formatted anew has the hash of its original.
 */
export declare function definitionHash(item: Node): string;
