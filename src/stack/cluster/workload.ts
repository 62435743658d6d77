import type { Resource } from "../../kubernetes/index.ts";
import { at, type Located, numberAt, stringMap, textAt } from "../../project/index.ts";
import { type Container, type Pod, readPod } from "./pod.ts";

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

const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  DaemonSet: ["spec", "template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

export function readWorkloads(resources: readonly Resource[]): Workload[] {
  return resources.flatMap((resource) => {
    const path = Object.hasOwn(podPaths, resource.kind) ? podPaths[resource.kind] : undefined;
    // A pod with an owner was copied out of a cluster, where its owner made it.
    if (path === undefined || at(resource.root, "metadata", "ownerReferences") !== undefined) return [];
    const template = at(resource.root, ...path);
    const spec = at(template, "spec");
    if (spec?.kind !== "map") return [];
    const strategy = at(resource.root, "spec", "updateStrategy");
    return [
      {
        resource,
        pod: readPod(spec),
        labels: stringMap(at(template, "metadata", "labels")),
        replicas: numberAt(resource.root, "spec", "replicas"),
        updateStrategy: {
          type: textAt(strategy, "type"),
          maxUnavailable: textAt(strategy, "rollingUpdate", "maxUnavailable"),
        },
      },
    ];
  });
}
