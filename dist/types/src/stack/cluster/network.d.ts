import { type Location } from "../../project/index.js";
import { type Manifests } from "./manifests.js";
import type { Workload } from "./workload.js";
/** The first network policy that keeps one pod from reaching a port of another; undefined where none does. */
export declare function blockedBy(manifests: Manifests, from: Workload, to: Workload, port: number): {
    readonly sentence: string;
    readonly location: Location;
} | undefined;
