import type { Resource } from "../../kubernetes/index.js";
import { type Manifests } from "../cluster/index.js";
import { type Mount } from "../container/index.js";
/** The pods and Services that the operator creates for `Component` objects. */
export declare function renderComponents(resources: readonly Resource[]): Resource[];
/** The workload of each `Falco` object, with that object. */
export declare function renderFalcos(resources: readonly Resource[]): Map<Resource, Resource>;
/** falco.yaml, the configuration fragments, the rules and the plugins, as the operator's sidecar lays them down. */
export declare function artifactMounts(manifests: Manifests, falco: Resource): Mount[];
