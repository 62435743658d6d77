import { type Project, type Text } from "../project/index.js";
import type { ManifestProblem } from "./problem.js";
import type { Resource } from "./resource.js";
export interface ManifestOptions {
    /** The workspace, for `schemaLocations`. */
    readonly root: string;
    /** A minor version such as `1.34`, or a patch release of it. Default: the newest known. */
    readonly kubernetesVersion?: string | undefined;
    /** Further schemas: see `schemasFrom`. */
    readonly schemaLocations?: readonly string[] | undefined;
    /** Whether a file is looked at. Default: every one. */
    readonly includes?: ((file: Text) => boolean) | undefined;
}
/**
 * Holds every manifest against the schemas of a Kubernetes version, with kubeconform in strict mode. The
 * repository's own CustomResourceDefinitions count as schemas. Without manifests nothing is loaded.
 *
 * @param resources those of the project
 * @throws UsageError for a Kubernetes version without schemas or a schema location that cannot be used
 */
export declare function validateManifests(project: Project, resources: readonly Resource[], options: ManifestOptions): Promise<ManifestProblem[]>;
