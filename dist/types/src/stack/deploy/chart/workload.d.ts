import type { Resource } from "../../../kubernetes/index.js";
import type { Chart } from "./chart.js";
export declare function workload(chart: Chart): Resource;
export declare function serviceAccount(chart: Chart): Resource;
/** Services for plugins that wait for events. */
export declare function services(chart: Chart): Resource[];
