import { type Node, type Project, type Source } from "../../../project/index.js";
/** A chart whose folder is in the repository. */
export interface LocalChart {
    readonly kind: "local";
    readonly folder: string;
    readonly name: string;
    /** What Chart.yaml says. */
    readonly source: Source;
    readonly root: Node;
    /** Its own values.yaml. */
    readonly values: Source | undefined;
    /** Names of the charts that it has in `charts/`. */
    readonly vendored: ReadonlySet<string>;
}
/** The charts of a repository, by their folders. */
export declare class LocalCharts {
    #private;
    constructor(project: Project);
    get all(): Iterable<LocalChart>;
    /** Whether another chart of the repository has it in `charts/`. */
    isHeld({ folder }: LocalChart): boolean;
    /** The chart in a folder, named from the workspace root. */
    at(folder: string): LocalChart | undefined;
}
