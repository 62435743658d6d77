import type { Resource } from "../../kubernetes/resource.js";
import type { Place } from "../../project/text.js";
import { type MapNode, type Node } from "../../project/yaml.js";
import { type Image } from "./image.js";
/** What makes pods: a DaemonSet, a Deployment, a bare Pod ... */
export interface Workload {
    readonly resource: Resource;
    /** The pod's `spec`. */
    readonly pod: MapNode;
    /** The pod's labels. */
    readonly labels: ReadonlyMap<string, string>;
    readonly containers: readonly Container[];
    readonly initContainers: readonly Container[];
}
/** One container of a pod, or a service of a compose file. */
export interface Container {
    readonly name: string;
    readonly node: MapNode;
    readonly image: Image | undefined;
    /** `command` and `args`, in order. */
    readonly words: readonly Word[];
    /** Later entries win. */
    readonly env: readonly EnvironmentVariable[];
}
export interface Word {
    readonly text: string;
    readonly place: Place;
}
export interface EnvironmentVariable {
    /** Undefined for all keys of a Secret or ConfigMap (`envFrom`). */
    readonly name: string | undefined;
    readonly value: EnvironmentValue;
    /** The name, or the reference of `envFrom`. */
    readonly place: Place;
}
export type EnvironmentValue = {
    readonly kind: "literal";
    readonly text: string;
    readonly place: Place;
} | {
    readonly kind: "reference";
    readonly to: "Secret" | "ConfigMap";
    readonly name: string;
    /** Undefined for `envFrom`. */
    readonly key: string | undefined;
    /** For `envFrom`. */
    readonly prefix: string;
    readonly optional: boolean;
    readonly place: Place;
} | {
    readonly kind: "downward";
    readonly place: Place;
};
export declare function readWorkloads(resources: readonly Resource[]): Workload[];
export declare function stringMap(node: Node | undefined): Map<string, string>;
/** The entry that counts for an environment variable. */
export declare function variable(container: Container, name: string): EnvironmentVariable | undefined;
