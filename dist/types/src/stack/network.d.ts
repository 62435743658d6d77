import type { Place } from "../project/text.ts";
import { type Manifests } from "./manifests.ts";
import { type Workload } from "./workload.ts";
/** The first network policy that keeps one pod from reaching a port of another; undefined where none does. */
export declare function blockedBy(manifests: Manifests, from: Workload, to: Workload, port: number): {
    readonly sentence: string;
    readonly place: Place;
} | undefined;
