import type { Resource } from "../../kubernetes/index.js";
import { type Located } from "../../project/index.js";
import { type Container, type Pod } from "./pod.js";
/** What makes pods: a DaemonSet, a Deployment, a bare Pod ... */
export interface Workload {
    readonly resource: Resource;
    readonly pod: Pod;
    /** The pod's labels. */
    readonly labels: ReadonlyMap<string, string>;
    /** NaN for a text that is not a number. */
    readonly replicas: Located<number> | undefined;
    readonly updateStrategy: UpdateStrategy;
}
export interface UpdateStrategy {
    readonly type: Located<string> | undefined;
    /** Of `rollingUpdate`: a number, or a share with `%`. */
    readonly maxUnavailable: Located<string> | undefined;
}
/** A container, and the workload that it belongs to. */
export interface RunningContainer {
    readonly workload: Workload;
    readonly container: Container;
}
export declare function readWorkloads(resources: readonly Resource[]): Workload[];
