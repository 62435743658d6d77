import type { MapNode, Node, Source } from "../../../project/index.js";
import type { Known } from "../../evidence/index.js";
/** An installation of one of Falco's charts. */
export interface Release {
    readonly chart: "falco" | "falcosidekick";
    /** The name that the chart has as a dependency of another, where that gives it one. */
    readonly alias: string | undefined;
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
