import type { Project } from "../project/index.js";
import { type Applied } from "./deploy/index.js";
import { type AssumptionSettings } from "./evidence/index.js";
import { type Stack } from "./model/index.js";
export interface StackOptions {
    /** What the user states about things that the repository cannot show. */
    readonly assume?: AssumptionSettings;
}
/** The Falco deployments that a repository makes: of its plain files, of compose files, of its overlays and values. */
export declare function readStacks(project: Project, applied: readonly Applied[], options?: StackOptions): Stack[];
