import { type Node } from "../../../project/index.js";
import type { Chart } from "./chart.js";
export declare function volumesOf(chart: Chart, falcoctl: boolean): {
    mounts: Node[];
    volumes: Node[];
};
