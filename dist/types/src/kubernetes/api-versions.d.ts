import type { LifeCycle } from "../../kubeconform-wasm/src/index.js";
import { type Location, type MapNode } from "../project/index.js";
import type { ManifestProblem } from "./problem.js";
/** What Kubernetes offers in one version. */
export interface Api {
    /** Minor version, such as `1.34`. */
    readonly version: string;
    /** Every kind with a schema, as `group/version/Kind`. */
    readonly kinds: readonly string[];
    readonly lifeCycles: Readonly<Record<string, LifeCycle>>;
}
/** That a kind is deprecated, where it is. */
export declare function deprecation(api: Api, resource: MapNode, apiVersion: string, kind: string): ManifestProblem[];
/**
 * Why there is no schema for a kind: it went, it is misspelt, or it is none of Kubernetes. Undefined for what is
 * no object of the API.
 */
export declare function absence(api: Api, resource: MapNode, apiVersion: string, kind: string): ManifestProblem | Unchecked | undefined;
/** A kind that there is no schema for, where it was first met. */
export interface Unchecked {
    readonly apiVersion: string;
    readonly kind: string;
    readonly at: Location;
}
/** A repository may hold manifests for dozens of controllers, so their kinds are listed in one sentence. */
export declare function uncheckedKinds([first, ...others]: readonly Unchecked[]): ManifestProblem[];
