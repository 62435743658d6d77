import type { Place } from "../../project/text.js";
import { type Manifests } from "./manifests.js";
import { type Workload } from "./workload.js";
/** The first network policy that keeps one pod from reaching a port of another; undefined where none does. */
export declare function blockedBy(manifests: Manifests, from: Workload, to: Workload, port: number): {
    readonly sentence: string;
    readonly place: Place;
} | undefined;
