import type { Config } from "./configuration/index.js";
import type { ManifestProblem, Resource } from "./kubernetes/index.js";
import { type Model } from "./lint/index.js";
import type { Project, Source } from "./project/index.js";
import type { Settings } from "./settings.js";
import { type Scope } from "./stack/index.js";
export interface ModelOptions {
    readonly config: Config;
    /** The version that was asked for; deployments that do not state theirs have it. Undefined: the newest known. */
    readonly falcoVersion: string | undefined;
    readonly scope: Settings["scope"];
    /** Validates the manifests that the check is about. */
    readonly validate: (scope: Scope) => Promise<readonly ManifestProblem[]>;
    readonly matrices: readonly Source[];
    /** `YYYY-MM-DD`. */
    readonly today: string;
}
/** Builds, from the files of a project, the model that lint rules and coverage work from. */
export declare function readModel(project: Project, resources: readonly Resource[], { config, falcoVersion, scope: wanted, validate, matrices, today }: ModelOptions): Promise<Model>;
