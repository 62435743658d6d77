import { type MapNode } from "../../../project/index.js";
import type { Chart } from "./chart.js";
/** falco.yaml: the values under `falco`, with what the chart sets for sidekick, plugins, driver and metrics. */
export declare function falcoYaml(chart: Chart): MapNode;
/** falcoctl.yaml; the artifacts of the plugins that the chart loads are added to those of the values. */
export declare function falcoctlYaml(chart: Chart): MapNode;
/** Whether falcoctl may fetch that type; what the chart adds itself is always allowed. */
export declare function isAllowed(chart: Chart, type: "rulesfile" | "plugin"): boolean;
