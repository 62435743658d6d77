import { type Applied, type Stack } from "../stack/index.js";
/** A deployment that runs another version of Falco, or loads another release of published rules, than before. */
export interface VersionChange {
    readonly deployment: string;
    /** `Falco`, or the name of the rules. */
    readonly what: string;
    readonly from: string;
    readonly to: string;
}
/** What is deployed at one revision. */
interface Deployed {
    readonly stacks: readonly Stack[];
    readonly applied: readonly Applied[];
}
/**
 * What deployments of two revisions state otherwise, whoever changed it and wherever it is. Of a chart that refuses its
 * values there is no deployment, and its own version is known.
 */
export declare function versionChanges(before: Deployed, after: Deployed): VersionChange[];
export {};
