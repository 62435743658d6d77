import { type Resource } from "../../../kubernetes/index.js";
import { type MapNode, type Project } from "../../../project/index.js";
import type { Refusal } from "../chart/index.js";
import type { Installation } from "./installation.js";
import type { LocalChart } from "./local-charts.js";
/** What Helm makes of a chart of the repository, or why it makes nothing. */
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
    constructor(project: Project);
    /** Whether the templates of a chart, or of one that it holds, make anything of Falco. */
    concernsFalco({ folder, vendored }: LocalChart): boolean;
    render(installation: Installation, chart: LocalChart, values: MapNode): Outcome;
}
