import type { Resource } from "../kubernetes/resource.js";
import type { Project } from "../project/project.js";
import { type AssumptionSettings } from "./evidence/assume.js";
import type { Stack } from "./model/stack.js";
export interface StackOptions {
    /** What the user states about things that the repository cannot show. */
    readonly assume?: AssumptionSettings;
}
/** The Falco deployments that a repository makes: of its plain files, of compose files, of its overlays and values. */
export declare function readStacks(project: Project, resources: readonly Resource[], options?: StackOptions): Stack[];
