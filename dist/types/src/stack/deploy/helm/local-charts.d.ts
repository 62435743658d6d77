import { type Node, type Project, type Source } from "../../../project/index.js";
import { type ChartPart } from "./chart-parts.js";
/** A chart whose folder is in the repository. */
export interface LocalChart {
    readonly kind: "local";
    readonly folder: string;
    readonly name: string;
    readonly source: Source;
    /** Of Chart.yaml. */
    readonly root: Node;
    /** Its own values.yaml. */
    readonly values: Source | undefined;
    /** The versions that Helm took of the charts that it depends on, as Chart.lock says. */
    readonly locked: ReadonlyMap<string, Node>;
    /** Names of the charts that it has in `charts/`, and of those in other folders that it takes from there. */
    readonly vendored: ReadonlySet<string>;
    /** Whether its templates, or those of a chart that it holds, make anything of Falco. */
    readonly concernsFalco: boolean;
    /** Its files, with those of the charts that it takes from other folders. */
    readonly parts: readonly ChartPart[];
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
