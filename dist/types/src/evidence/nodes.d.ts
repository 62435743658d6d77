import type { Metrics } from "./series.js";
import { type TimeSpans } from "./spans.js";
/** One rules file as Falco loaded it on a node: Falco gives its name without the folder. */
export interface LoadedFile {
    readonly name: string;
    readonly sha256: string;
    readonly present: TimeSpans;
}
/** One Falco process that Prometheus asked: a pod on a node. */
export interface Sensor {
    readonly files: readonly LoadedFile[];
    /** When it answered. */
    readonly present: TimeSpans;
    /** Event sources that it had open. */
    readonly sources: ReadonlySet<string>;
}
/** What the metrics say of a node. */
export interface Node {
    readonly name: string;
    readonly sensors: readonly Sensor[];
    /** When Falco answered on it. */
    readonly present: TimeSpans;
    /** When the node existed; undefined where no metric of another program has it. */
    readonly existed: TimeSpans | undefined;
    /** Kernel events that Falco's driver saw, and those of them that it dropped; undefined where the metrics lack them. */
    readonly events: number | undefined;
    readonly dropped: number | undefined;
    /** Alerts that Falco discarded, as its output queue was full. */
    readonly discarded: number;
    /** How often each rule matched; undefined where `rules_counters_enabled` is off. */
    readonly matches: ReadonlyMap<string, number>;
    readonly versions: ReadonlySet<string>;
}
/** The nodes that the metrics speak of, by name. */
export declare function nodesOf({ series }: Metrics): readonly Node[];
/** Files by name with their content's hashes, all of which Falco has to load; an unknown content is null. */
export type FileSet = readonly {
    readonly name: string;
    readonly sha256: readonly string[] | null;
}[];
/** When a sensor had loaded exactly the files of a set. */
export declare function ranWith({ files, present }: Sensor, set: FileSet): TimeSpans;
