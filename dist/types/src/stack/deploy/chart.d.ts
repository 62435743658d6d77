import type { Resource } from "../../kubernetes/resource.js";
import type { Source } from "../../project/project.js";
import { type MapNode, type Node } from "../../project/yaml.js";
import type { Known } from "../evidence/known.js";
/** An installation of one of Falco's charts. */
export interface Release {
    /** `falco` or `falcosidekick`. */
    readonly chart: string;
    /** For people: where the values are, or the name of the object that installs it. */
    readonly name: string;
    /** Name of the release; Helm's names are made of it. */
    readonly release: string;
    readonly namespace: string | undefined;
    readonly values: MapNode;
    readonly falcoVersion: Known<string>;
    /** Undefined where only the values are in the repository. */
    readonly chartVersion: Known<string> | undefined;
    readonly source: Source;
    /** Whether the chart is a copy in the repository, which may know other values than the official one. */
    readonly isCopy: boolean;
    /** Name of values that are laid over and are not in the repository, so that the outcome is not known. */
    readonly missing: Node | undefined;
}
/**
 * What the chart makes of values, as far as it decides what Falco loads and where alerts go. Each part stands
 * at the value that it comes from; what the chart adds by itself, at the beginning of the values.
 */
export declare function renderChart(release: Release): Resource[];
/** Values over values, as Helm lays them: maps are merged, lists replaced, null takes away. */
export declare function mergeValues(base: MapNode, over: MapNode): MapNode;
