import { type Project, type Source, Text } from "../../../project/index.js";
/** A file that Helm gets with a chart. */
export interface ChartPart {
    /** Its path in the chart's folder. */
    readonly name: string;
    /** The text, where it is one; of archives there is none. */
    readonly text: Text | undefined;
    /** Where it is read as YAML. */
    readonly source: Source | undefined;
    readonly data: Uint8Array;
}
/** The files below each of some folders. */
export declare function partsBelow(project: Project, folders: ReadonlySet<string>): ReadonlyMap<string, readonly ChartPart[]>;
/** A part under another path, as where a chart is put into another one. */
export declare function renamed(part: ChartPart, name: string): ChartPart;
/** What is known of charts that another one holds. */
export interface Held {
    readonly names: ReadonlySet<string>;
    /** Whether a template of one that is packed has the name of Falco in it. */
    readonly concernsFalco: boolean;
}
/** The charts in `charts/`, unpacked and packed. */
export declare function heldIn(parts: readonly ChartPart[]): Held;
/** The part that Helm names so: by the names of charts, or their aliases, and not of their folders. */
export declare function partFinder(chart: string, parts: readonly ChartPart[]): (template: string) => ChartPart | undefined;
