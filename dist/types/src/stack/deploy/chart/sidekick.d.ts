import type { Resource } from "../../../kubernetes/index.js";
import type { Chart } from "./chart.js";
/** falcosidekick's Deployment and Service under that name. */
export declare function sidekick(chart: Chart, name: string): Resource[];
