import type { Check, TransformerInput } from "../falco/index.js";
/** The items of the lists in parentheses that `join` puts together, anywhere in a check. */
export declare function joinedItems(check: Check): readonly TransformerInput[];
