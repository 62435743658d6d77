import type { Ruleset } from "../stack/index.js";
import type { FileSet } from "./nodes.js";
/** What a deployment loads at one revision of the repository. */
export interface Deployment {
    readonly files: FileSet;
    /** Rules files of which the repository does not hold the text, so that no hash can be held against it. */
    readonly unverified: readonly string[];
    /** What each rule of the repository means, by its name: two texts that are the same mean the same. */
    readonly meanings: ReadonlyMap<string, string>;
}
/** The deployments at one revision of the repository, by name. */
export interface Revision {
    /** Undefined: the files that are checked. */
    readonly commit: string | undefined;
    readonly deployments: ReadonlyMap<string, Deployment>;
}
/** The deployments that rulesets are loaded by. */
export declare function deploymentsOf(rulesets: readonly Ruleset[]): ReadonlyMap<string, Deployment>;
