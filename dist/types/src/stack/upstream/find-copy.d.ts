import type { Node, Source } from "../../project/index.js";
import type { RulesCopy } from "./rules-copy.js";
/** The published file that a rules file is a copy of: at least half of its definitions, and `fewest`, are in one. */
export declare function findCopy(source: Source, definitions: readonly Node[], fewest: number): RulesCopy | undefined;
