import type { Resource } from "../../kubernetes/index.js";
import type { Location, Project } from "../../project/index.js";
import { type Refusal, type Release } from "./chart/index.js";
import { type Gap } from "./kustomize/index.js";
/** Manifests that are applied together. */
export interface Applied {
    /** For people; empty for the plain files of the repository. */
    readonly name: string;
    readonly kind: "manifest" | "kustomize" | "helm";
    readonly resources: readonly Resource[];
    /** What Flux, Argo CD or somebody by hand installs beside them. */
    readonly releases: readonly Release[];
    /** What else is applied and was not read. */
    readonly gaps: readonly Gap[];
    /** Why charts make nothing of their values. */
    readonly refusals: readonly Refusal[];
    /** What charts made of the resources. */
    readonly inflated: ReadonlyMap<Resource, Release>;
    /** ConfigMaps and Secrets that the fields of other kinds than Kubernetes' own do not find under their name. */
    readonly hashed: ReadonlySet<Resource>;
    /** ConfigMaps and Secrets that have more keys than are known, with what brings those. */
    readonly open: ReadonlyMap<Resource, Location>;
    /** Objects of the repository that may be applied separately; a name that the manifests lack may mean one of these. */
    readonly elsewhere: readonly Resource[];
}
/** Everything that a repository applies: its plain files first, then each overlay and each values file of its own. */
export declare function readApplied(project: Project, resources: readonly Resource[]): Applied[];
