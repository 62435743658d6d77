import type { Release } from "./release.js";
import type { Values } from "./values.js";
/** The names and labels that a chart gives to what it makes. */
export interface Names {
    /** Helm's name for the objects of the chart. */
    readonly full: string;
    /** The label `app.kubernetes.io/name`. */
    readonly label: string;
    readonly namespace: string | undefined;
    /** What selects the pods of the chart. */
    readonly selector: Readonly<Record<string, string>>;
}
/** The name that the chart has: its own, or the alias of a dependency. */
export declare function chartName({ chart, alias }: Release): string;
export declare function falcoNames(release: Release, values: Values): Names;
/** As a dependency it keeps its own rules for names, and the namespace of the release. */
export declare function sidekickNames(release: Release, values: Values): Names;
