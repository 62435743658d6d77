import type { Project, Source } from "../project/project.js";
import type { Place } from "../project/text.js";
import { type MapNode } from "../project/yaml.js";
/** One Kubernetes object as written in the repository. Lists are expanded. */
export interface Resource extends Place {
    readonly source: Source;
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string | undefined;
    /** As written; undefined means the namespace of whoever applies it. */
    readonly namespace: string | undefined;
    readonly root: MapNode;
}
/** The Kubernetes objects of a project, in the order of its files. */
export declare function readResources(project: Project): Resource[];
