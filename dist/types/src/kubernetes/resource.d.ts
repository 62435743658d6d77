import { type Location, type MapNode, type Project, type Source } from "../project/index.js";
/** One Kubernetes object as written in the repository. Lists are expanded. */
export interface Resource extends Location {
    readonly source: Source;
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string | undefined;
    /** As written; undefined means the namespace of whoever applies it. */
    readonly namespace: string | undefined;
    readonly root: MapNode;
}
/** Where to point at a resource: its name, or all of it where it has none. */
export declare function nameLocation(resource: Resource): Location;
/** The Kubernetes objects of a project, in the order of its files. */
export declare function readResources(project: Project): Resource[];
