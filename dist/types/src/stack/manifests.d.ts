import type { Resource } from "../kubernetes/resource.js";
import { type Project, Source } from "../project/project.js";
import { type MapNode, type ScalarNode } from "../project/yaml.js";
import { type Workload } from "./workload.js";
/** Resources that are applied together, in which names are looked up: plain files, or one kustomize overlay. */
export declare class Manifests {
    #private;
    readonly project: Project;
    /** Empty for the plain files of the repository. */
    readonly name: string;
    readonly resources: readonly Resource[];
    readonly workloads: readonly Workload[];
    /** @param beside what else the repository has; a name that the manifests lack may mean one of these */
    constructor(project: Project, name: string, resources: readonly Resource[], beside?: readonly Resource[]);
    /** The resource of that kind and name that a pod in that namespace gets. */
    find(kind: string, name: string, { namespace, near }: {
        readonly namespace: string | undefined;
        readonly near?: Resource | undefined;
    }): Resource | undefined;
    /** All resources of that kind and name, in any namespace. */
    named(kind: string, name: string): readonly Resource[];
    /** Pods in that namespace whose labels match a plain selector. */
    selected(selector: ReadonlyMap<string, string>, by: Resource): Workload[];
    /** The source that a value of a ConfigMap or of Helm values holds. */
    sourceIn(holder: MapNode, key: string, node: ScalarNode, kind: Source["kind"]): Source;
}
/** Whether two objects can be in one namespace; one that is not written is whatever the other is. */
export declare function inSameNamespace(a: string | undefined, b: string | undefined): boolean;
/** Whether a label selector with `matchLabels` and `matchExpressions` takes these labels. */
export declare function selects(selector: MapNode | undefined, labels: ReadonlyMap<string, string>): boolean;
