import type { Resource } from "../../kubernetes/index.js";
import type { Manifests } from "./manifests.js";
import type { Workload } from "./workload.js";
/** Name of the service account that a pod runs as. */
export declare function serviceAccountOf({ pod }: Workload): string;
/** The Roles and ClusterRoles among the manifests that are bound to a pod's service account. */
export declare function rolesOf(manifests: Manifests, workload: Workload): {
    readonly bound: boolean;
    readonly roles: Resource[];
};
