import { type Entry, type Location, type MapNode, type Node } from "../../project/index.js";
export type ConfigIssue = {
    readonly kind: "unknown";
    readonly key: string;
    readonly near: string | undefined;
    readonly location: Location;
} | {
    readonly kind: "removed";
    readonly key: string;
    readonly version: string;
    readonly successor: string | undefined;
    readonly location: Location;
    readonly entry: Entry;
    /** The map that it is a key of. */
    readonly map: MapNode;
} | {
    readonly kind: "later";
    readonly key: string;
    readonly version: string;
    readonly location: Location;
} | {
    readonly kind: "value";
    readonly key: string;
    readonly expected: string;
    /** Whether Falco stops at it; otherwise the default counts. */
    readonly fatal: boolean;
    readonly location: Location;
}
/** Two names of one thing, at which Falco stops. */
 | {
    readonly kind: "conflict";
    readonly key: string;
    readonly other: string;
    readonly location: Location;
};
/** What of a falco.yaml that version of Falco does not know, or cannot take. */
export declare function configIssues(root: Node, version: string): ConfigIssue[];
/** What keeps that version of Falco from starting with a falco.yaml, as a sentence; undefined where nothing does. */
export declare function refusal(root: Node, version: string): {
    sentence: string;
    location: Location;
} | undefined;
