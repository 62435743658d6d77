import type { Resource } from "../kubernetes/resource.js";
import type { Source } from "../project/project.js";
import { type MapNode, type Node } from "../project/yaml.js";
import type { Known } from "./known.js";
/** An installation of the official `falco` chart. */
export interface Release {
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
