import type { Resource } from "../../../kubernetes/index.js";
import type { Chart } from "./chart.js";
/** falcosidekick as Falco's chart installs it: its Deployment, Secret, Service and account, and those of its web page. */
export declare function renderSidekick({ release, values: all, build }: Chart): Resource[];
