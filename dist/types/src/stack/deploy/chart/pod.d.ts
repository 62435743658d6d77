import { type MapNode } from "../../../project/index.js";
import type { Chart } from "./chart.js";
/** The pod of Falco: its labels and its specification. */
export declare function podTemplate(chart: Chart): MapNode;
/** The first charts name no account, and so their pods have that of the namespace. */
export declare function serviceAccountName({ values, names, isBefore }: Chart): string | undefined;
