import type { Resource } from "../kubernetes/resource.js";
import type { Project } from "../project/project.js";
import { type AssumptionSettings } from "./assume.js";
import type { Stack } from "./stack.js";
export interface StackOptions {
    /** What the user states about things that the repository cannot show. */
    readonly assume?: AssumptionSettings;
}
/** The Falco deployments that a repository makes, in the order of its files. */
export declare function readStacks(project: Project, resources: readonly Resource[], options?: StackOptions): Stack[];
