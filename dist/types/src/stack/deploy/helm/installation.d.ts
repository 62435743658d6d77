import { type MapNode, type Node, type Source } from "../../../project/index.js";
import { type Release } from "../chart/index.js";
import type { LocalChart } from "./local-charts.js";
/** One of Falco's charts, from where the Falco project publishes it. */
export interface OfficialChart {
    readonly kind: "official";
    readonly name: Release["chart"];
    readonly version: Node | undefined;
}
/** A chart with the arguments of its installation. */
export interface Installation {
    readonly chart: OfficialChart | LocalChart;
    /** For people: where the values are, or the name of the object that installs it. */
    readonly name: string;
    readonly release: string;
    readonly namespace: string | undefined;
    /** Laid over the chart's own. */
    readonly values: MapNode;
    readonly source: Source;
    /** Name of values that are laid over and are not in the repository. */
    readonly missing: Node | undefined;
}
/** Charts whose outcome is known here. */
export declare function isKnownChart(name: string): name is Release["chart"];
/** Whether a chart of the repository is one of Falco's own, and no other that has its name and depends on it. */
export declare function isCopyOfKnown(chart: LocalChart): chart is LocalChart & {
    readonly name: Release["chart"];
};
/** The releases of Falco's charts that an installation makes, of the chart itself or of those that it depends on. */
export declare function releasesOf(installation: Installation): Release[];
/** The values that the chart of a folder is rendered with. */
export declare function valuesIn({ values }: Installation, chart: LocalChart): MapNode;
