import { type Entry, type Location, type MapNode } from "../../project/index.js";
import type { Release } from "./chart/index.js";
export type ValuesIssue = {
    readonly key: string;
    readonly location: Location;
} & ({
    readonly kind: "unknown";
    readonly near: string | undefined;
} | {
    readonly kind: "removed";
    readonly version: string;
    readonly entry: Entry;
    /** The map that it is a key of. */
    readonly map: MapNode;
} | {
    readonly kind: "later";
    readonly version: string;
    readonly chart: string;
});
/** Keys of values that their chart does not know, or no longer, or not yet. */
export declare function valuesIssues(release: Release): ValuesIssue[];
