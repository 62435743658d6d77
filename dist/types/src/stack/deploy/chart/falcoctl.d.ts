import { type Node } from "../../../project/index.js";
import type { Chart } from "./chart.js";
export declare function falcoctlYaml(chart: Chart): Node;
export declare function falcoctlContainer(chart: Chart, verb: "install" | "follow"): Node;
