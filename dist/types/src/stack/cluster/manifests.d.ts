import type { Resource } from "../../kubernetes/index.js";
import { type Location, type MapNode, type Project, type ScalarNode, Source } from "../../project/index.js";
import { type Workload } from "./workload.js";
/** What is known about manifests apart from the resources themselves. */
export interface Surroundings {
    /** Objects that may be applied separately; a name that the manifests lack may mean one of these. */
    readonly elsewhere: readonly Resource[];
    /** What is applied with them and was not read, so that a name that they lack may be there. */
    readonly unread: {
        readonly name: string;
        readonly location: Location;
    } | undefined;
    /** ConfigMaps and Secrets that are applied under another name, which only Kubernetes' own kinds are given. */
    readonly hashed: ReadonlySet<Resource>;
    /** ConfigMaps and Secrets that have more keys than are known, with what brings those. */
    readonly open: ReadonlyMap<Resource, Location>;
}
/** Resources that are applied together, in which names are looked up: plain files, or one kustomize overlay. */
export declare class Manifests {
    #private;
    readonly project: Project;
    /** Empty for the plain files of the repository. */
    readonly name: string;
    readonly resources: readonly Resource[];
    readonly workloads: readonly Workload[];
    constructor(project: Project, name: string, resources: readonly Resource[], surroundings?: Surroundings);
    /** The resource of that kind and name that a pod in that namespace gets. */
    find(kind: string, name: string, { namespace, near }: {
        readonly namespace: string | undefined;
        readonly near?: Resource | undefined;
    }): Resource | undefined;
    /** Whether two objects are alternatives to each other: of a folder of examples each file is tried by itself. */
    areAlternatives({ source: { file } }: Resource, { source: { file: other } }: Resource): boolean;
    get unread(): Surroundings["unread"];
    /** Whether it is applied under another name, which the fields of other kinds are not given. */
    isHashed(resource: Resource): boolean;
    /** What brings a ConfigMap or Secret further keys that are not known. */
    openAt(resource: Resource): Location | undefined;
    /** All resources of that kind and name, in any namespace. */
    named(kind: string, name: string): readonly Resource[];
    /** Pods in that namespace whose labels match a plain selector. */
    selected(selector: ReadonlyMap<string, string>, by: Resource): Workload[];
    /** The source that a value of a ConfigMap or of Helm values holds. */
    sourceIn(holder: MapNode, key: string, node: ScalarNode, kind: Source["kind"]): Source;
}
/** Whether the plain selector of a resource selects a pod; one without labels selects none. */
export declare function isSelected({ resource, labels }: Workload, selector: ReadonlyMap<string, string>, by: Resource): boolean;
/** Whether two objects can be in one namespace; one that is not written is whatever the other is. */
export declare function inSameNamespace(a: string | undefined, b: string | undefined): boolean;
/** Whether a label selector with `matchLabels` and `matchExpressions` takes these labels. */
export declare function selects(selector: MapNode | undefined, labels: ReadonlyMap<string, string>): boolean;
