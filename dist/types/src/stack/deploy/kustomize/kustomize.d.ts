import type { Resource } from "../../../kubernetes/index.js";
import { type Location, type Project } from "../../../project/index.js";
import { type Refusal, type Release } from "../chart/index.js";
import { type Gap } from "./gaps.js";
/** What one kustomization makes that no other one builds on. */
export interface Overlay {
    /** Its folder. */
    readonly name: string;
    readonly resources: readonly Resource[];
    /** What it, or what it builds on, uses and what is not read. */
    readonly gaps: readonly Gap[];
    /** Why charts make nothing of their values. */
    readonly refusals: readonly Refusal[];
    /** What charts made of it. */
    readonly inflated: ReadonlyMap<Resource, Release>;
    /** ConfigMaps and Secrets that the fields of other kinds than Kubernetes' own do not find under their name. */
    readonly hashed: ReadonlySet<Resource>;
    /** ConfigMaps and Secrets that have more keys than are known, with what brings those. */
    readonly open: ReadonlyMap<Resource, Location>;
}
export interface Kustomizations {
    readonly overlays: readonly Overlay[];
    /** Files that are applied through a kustomization, or are parts of one, and so not by themselves. */
    readonly files: ReadonlySet<string>;
}
export declare function readKustomizations(project: Project, resources: readonly Resource[]): Kustomizations;
