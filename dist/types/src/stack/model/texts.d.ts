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
/** Every falco.yaml of the repository: those that a deployment reads, and the others for the newest version. */
export declare function configTexts(project: Project, stacks: readonly Stack[]): ConfigText[];
/** The texts that stand in the container of some deployment. */
export declare function mountedSources(stacks: readonly Stack[]): Set<Source>;
