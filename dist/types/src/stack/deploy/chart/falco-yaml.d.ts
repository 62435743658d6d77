import { type Node } from "../../../project/index.js";
import type { Chart } from "./chart.js";
/** falco.yaml: the chart's own, the values over it, and what the chart sets for driver, sidekick and metrics. */
export declare function falcoYaml(chart: Chart): Node;
