import { type Project } from "../project/index.js";
import { type Stack } from "../stack/index.js";
/** The files of a repository with a newer Falco in them. */
export interface Raised {
    /** The new texts of the files that state the version, by their path from the workspace. */
    readonly files: ReadonlyMap<string, string>;
    /** Names of deployments whose version no file states in a form that can be raised. */
    readonly left: readonly string[];
}
/**
 * Writes another version of Falco where deployments state theirs: the tag of the image, or the version of the chart,
 * which becomes the newest that brings that Falco.
 *
 * @param from only deployments with this version; undefined for all
 */
export declare function raise(project: Project, stacks: readonly Stack[], { from, to }: {
    readonly from: string | undefined;
    readonly to: string;
}): Raised;
