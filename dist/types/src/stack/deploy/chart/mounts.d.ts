import { type Node } from "../../../project/index.js";
import type { Chart } from "./chart.js";
/** What the Falco container mounts, and the volumes of the pod. */
export declare function mountsOf(chart: Chart): {
    readonly mounts: Node[];
    readonly volumes: Node[];
};
