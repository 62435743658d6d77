import type { Resource } from "../../../kubernetes/index.js";
import { type Location, type MapNode, type Node } from "../../../project/index.js";
import { type Release } from "./release.js";
/**
 * A release on its way through the templates: its values as the chart reads them, and the objects that it is made
 * of. What the values do not say is located at their beginning.
 */
export declare class Chart {
    readonly release: Release;
    readonly values: MapNode;
    /** The location of the chart's own defaults. */
    readonly location: Location;
    readonly fullName: string;
    constructor(release: Release);
    value(...path: readonly string[]): Node | undefined;
    or(fallback: unknown, ...path: readonly string[]): Node;
    isOn(...path: readonly string[]): boolean;
    /** On unless the values say otherwise. */
    isNotOff(...path: readonly string[]): boolean;
    /** `auto` lets the chart's loader choose between the kernel module and the modern probe. */
    get driver(): string;
    get hasContainerPlugin(): boolean;
    get hasDriverLoader(): boolean;
    map(data: Readonly<Record<string, Node | undefined>>, location?: Location): MapNode;
    list(...nodes: readonly Node[]): Node;
    image(repository: string, fallbackTag: string | undefined, ...path: readonly string[]): Node;
    resource(apiVersion: string, kind: string, name: string, parts: Readonly<Record<string, Node | undefined>>): Resource;
}
