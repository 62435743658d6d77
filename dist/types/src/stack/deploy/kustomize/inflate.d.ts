import { type Release } from "../chart/index.js";
import type { Kustomization, Reader } from "./kustomization.js";
/** The releases of Falco's charts that a kustomization has under `helmCharts`. */
export declare function inflated({ folder, root, source }: Kustomization, reader: Reader): Release[];
