import { type Resource } from "../../../kubernetes/index.js";
import { type MapNode } from "../../../project/index.js";
import type { Refusal } from "../chart/index.js";
import type { Installation } from "./installation.js";
import type { LocalChart } from "./local-charts.js";
/** What Helm renders from a chart of the repository, or why it renders nothing. */
export type Outcome = {
    readonly status: "rendered";
    readonly resources: readonly Resource[];
} | {
    readonly status: "refused";
    readonly refusal: Refusal;
};
/** Renders charts of the repository with Helm's own engine, which is started for the first of them. */
export declare class ChartRenderer {
    #private;
    render(installation: Installation, chart: LocalChart, values: MapNode): Outcome;
}
