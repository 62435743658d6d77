import type { Resource } from "../../../kubernetes/index.js";
import { type Location, type MapNode } from "../../../project/index.js";
import type { Release } from "../chart/index.js";
/** What tells an object from others. */
export interface Id {
    readonly group: string;
    readonly kind: string;
    readonly name: string | undefined;
    readonly namespace: string | undefined;
}
/** The properties that selectors match on, read once and only for objects that a selector looks at. */
declare class Metadata {
    #private;
    constructor(root: MapNode);
    get labels(): ReadonlyMap<string, string>;
    get annotations(): ReadonlyMap<string, string>;
}
/** A resource on its way through kustomizations. */
export interface Item {
    readonly resource: Resource;
    readonly metadata: Metadata;
    /** What it was before, the oldest first: whoever builds on a kustomization may still call it so. */
    readonly former: readonly Id[];
    /** What brings it further keys that are not known. */
    readonly open?: Location | undefined;
    /** Whether kustomize ends its name with a hash, in the references that it knows as well. */
    readonly hashed?: boolean;
    /** The chart that made it. */
    readonly release?: Release;
}
export declare function itemOf(resource: Resource, more?: Omit<Item, "resource" | "metadata" | "former">): Item;
/** What it is and was, the oldest first. */
export declare function idsOf({ resource, former }: Item): readonly Id[];
/** The group of `apps/v1`; empty for `v1`. */
export declare function groupOf(apiVersion: string): string;
/** Whether Kubernetes itself knows the kind, and so what its lists and references are. */
export declare function isBuiltIn({ apiVersion }: Resource): boolean;
/** The item with other content, and with the name that this gives it. */
export declare function withRoot(item: Item, root: MapNode): Item;
export {};
