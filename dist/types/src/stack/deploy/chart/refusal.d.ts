import { type Location } from "../../../project/index.js";
import type { Chart } from "./chart.js";
/** A chart that makes nothing of its values. */
export interface Refusal {
    /** What the chart says, without its advice. */
    readonly message: string;
    readonly location: Location;
}
/** Why the chart refuses the values; undefined where it does not. */
export declare function refusalOf(chart: Chart): Refusal | undefined;
