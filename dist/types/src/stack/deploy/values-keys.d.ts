import type { Place } from "../../project/text.js";
import type { Release } from "./chart.js";
export type ValuesIssue = {
    readonly key: string;
    readonly place: Place;
} & ({
    readonly kind: "unknown";
    readonly near: string | undefined;
} | {
    readonly kind: "removed";
    readonly version: string;
} | {
    readonly kind: "later";
    readonly version: string;
    readonly chart: string;
});
/** Keys of values that their chart does not know, or no longer, or not yet. */
export declare function valuesIssues(release: Release): ValuesIssue[];
