import type { RuleArrivals } from "./arrivals.js";
import { type Operation } from "./operation.js";
/** The position of an alert in the exports, and the time of its event. */
type Arrival = RuleArrivals["lastAlert"];
/** What the records of a period say, ready for reports and for JSON. */
export interface OperationSummary {
    /** The first and the last day, `YYYY-MM-DD`, in UTC. */
    readonly period: {
        readonly from: string;
        readonly to: string;
    };
    /** Least share of time, of kernel events and of alerts, in percent. */
    readonly minimum: number;
    readonly alerts: {
        readonly read: number;
        readonly outside: number;
        readonly malformed: number;
        readonly problems: readonly string[];
    };
    readonly metrics: {
        readonly series: number;
        /** Seconds. */
        readonly step: number;
        readonly outside: number;
        readonly problems: readonly string[];
    };
    readonly nodes: readonly NodeSummary[];
    readonly rules: readonly RuleSummary[];
    /** What a reader of the records has to know, as sentences: silent nodes, gaps, drops, files that nobody knows. */
    readonly exceptions: readonly string[];
}
export interface NodeSummary {
    readonly name: string;
    /** Share of the period in which the node existed, in percent; null where no list of nodes has it. */
    readonly existed: number | null;
    /** Share of that time, or without a list of the period, in which Falco answered, in percent. */
    readonly answered: number;
    /** Kernel events that the driver saw and that it dropped; null where the metrics lack them. */
    readonly events: number | null;
    readonly dropped: number | null;
    readonly versions: readonly string[];
}
/** What the records say of a rule in a deployment. */
export interface RuleSummary {
    readonly name: string;
    readonly deployment: string;
    readonly operated: boolean;
    /** Share of time in which it ran as it is checked, in percent; null where that is not known. */
    readonly ran: number | null;
    readonly alerts: number;
    readonly drills: number;
    /** By the counters of the nodes; null where they do not count. */
    readonly matches: number | null;
    /** The drill, or where there was none the alert, that shows that its alerts arrive; null where none does. */
    readonly shown: (NonNullable<Arrival> & {
        readonly drill: boolean;
    }) | null;
    readonly gap: string | null;
}
/** A rule in a deployment that is assessed. */
export interface AssessedRule {
    readonly name: string;
    /** Event source. */
    readonly source: string;
    readonly stack: Parameters<Operation["of"]>[2];
}
export declare function summariseOperation(operation: Operation, rules: readonly AssessedRule[]): OperationSummary;
export {};
