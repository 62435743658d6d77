import type { Resource } from "../../../kubernetes/index.js";
import { type Location, type MapNode, type Node } from "../../../project/index.js";
import type { Release } from "./release.js";
/** Makes nodes and resources, each at the value that it comes from, else at the beginning of the values. */
export declare class Builder {
    #private;
    readonly location: Location;
    constructor(release: Release, location: Location);
    node(value: unknown, location?: Location): Node;
    map(data: Readonly<Record<string, Node | undefined>>, location?: Location): MapNode;
    list(items: readonly Node[], location?: Location): Node;
    /** @param namespace that of the release, unless the values name another */
    resource(apiVersion: string, kind: string, { name, namespace }: {
        readonly name: string;
        readonly namespace: string | undefined;
    }, parts: Readonly<Record<string, Node | undefined>>): Resource;
}
