import { type Project } from "../project/index.js";
/** What the pages of a repository say is made by a command, so that no file of it has it. */
export interface MadeByHand {
    /** Services of releases of the falcosidekick chart. */
    readonly sidekicks: ReadonlySet<string>;
    /** ConfigMaps and Secrets. */
    readonly objects: ReadonlySet<string>;
}
export declare function madeByHand(project: Project): MadeByHand;
