import { type MapNode, type Project, type Source } from "../../project/index.js";
import { type FalcoSettings } from "../config/index.js";
import type { Stack } from "./stack.js";
/** A falco.yaml, or a part of one, with the version that reads it. */
export interface ConfigText {
    readonly root: MapNode;
    readonly settings: FalcoSettings;
    readonly version: string;
    /** Undefined where no deployment of the repository reads it. */
    readonly stack: Stack | undefined;
}
/**
 * Every falco.yaml of the repository: those that a deployment reads, and the others for the version that all deployments
 * have, or the newest.
 */
export declare function configTexts({ project, stacks, outdated }: Configured): ConfigText[];
interface Configured {
    readonly project: Project;
    readonly stacks: readonly Stack[];
    /** Deployments of a Falco that is not known, whose files are left out. */
    readonly outdated: readonly Stack[];
}
/** The texts that are in the container of some deployment. */
export declare function mountedSources(stacks: readonly Stack[]): Set<Source>;
export {};
