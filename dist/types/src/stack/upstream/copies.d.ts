import { type Location, type Project } from "../../project/index.js";
import type { RulesCopy } from "./rules-copy.js";
/** The copies of published rules files among those of a repository. */
export declare function readCopies(project: Project): Promise<RulesCopy[]>;
/** Whether a location is in a definition that a copy has unchanged from the published one. */
export declare function isUnchanged(copies: readonly RulesCopy[]): (location: Location) => boolean;
