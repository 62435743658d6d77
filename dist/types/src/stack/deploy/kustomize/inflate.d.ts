import { type Node } from "../../../project/index.js";
import { type Release } from "../chart/index.js";
import type { Kustomization, Reader } from "./kustomization.js";
/** The charts that a kustomization has Helm render: under `helmCharts`, in its older form, and of generators. */
export declare function chartsIn({ folder, root }: Kustomization, reader: Reader): Node[];
/** Whether an item of `generators` is nothing but charts. */
export declare function areCharts(folder: string, node: Node, reader: Reader): boolean;
/** The releases of Falco's charts among those of a kustomization. */
export declare function inflated(kustomization: Kustomization, reader: Reader): Release[];
