import type { Stack } from "../stack/index.js";
import type { Arrivals, RuleArrivals } from "./arrivals.js";
import { type Node } from "./nodes.js";
import type { Period } from "./period.js";
import type { Revision } from "./revision.js";
import type { Metrics } from "./series.js";
/** All that says whether rules operated over a period. */
export interface Records {
    readonly period: Period;
    readonly metrics: Metrics;
    readonly nodes: readonly Node[];
    readonly arrivals: Arrivals;
    /** The files that are checked first, then the commits of the period, the newest first. */
    readonly revisions: readonly Revision[];
    /** Least share of time, of kernel events and of alerts, in percent. */
    readonly minimum: number;
}
/** What the records say of one rule in one deployment. */
export interface RuleRecord {
    /** Share of the time of all nodes in which the rule as it is checked was loaded, in percent, rounded down; null where it is not known. */
    readonly ran: number | null;
    readonly arrivals: RuleArrivals | undefined;
    /** How often the nodes' counters say that it matched; undefined where they do not count. */
    readonly matches: number | undefined;
    /** What keeps it from having operated, as a sentence; undefined where nothing does. */
    readonly gap: string | undefined;
}
/** Percent rounded down, so that 99.6 is not 100. */
export declare function percentOf(part: number, whole: number): number;
/** Assesses rules by the records of a period. */
export declare class Operation {
    #private;
    readonly records: Records;
    constructor(records: Records);
    /**
     * What the records say of a rule as a deployment loads it today.
     *
     * @param source its event source
     */
    of(rule: string, source: string, stack: Stack): RuleRecord;
}
