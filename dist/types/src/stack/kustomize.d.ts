import type { Resource } from "../kubernetes/resource.js";
import { type Project } from "../project/project.js";
/** What one kustomization makes that no other one builds on. */
export interface Overlay {
    /** Its folder. */
    readonly name: string;
    readonly resources: readonly Resource[];
}
export interface Kustomizations {
    readonly overlays: readonly Overlay[];
    /** Files that are applied through a kustomization, or are parts of one, and so not by themselves. */
    readonly files: ReadonlySet<string>;
}
export declare function readKustomizations(project: Project, resources: readonly Resource[]): Kustomizations;
