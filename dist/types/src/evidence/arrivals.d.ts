import type { LoggedAlert, MalformedLine } from "../alert-log/index.js";
import type { Period } from "./period.js";
/** The location of an alert, and the time of its event. */
export interface Arrival {
    /** ISO 8601 in UTC. */
    readonly time: string;
    readonly hostname: string;
    readonly file: string;
    readonly line: number;
}
/** The alerts of one rule in the period. */
export interface RuleArrivals {
    /** Alerts that nobody is known to have raised on purpose. */
    readonly alerts: number;
    /** Alerts of drills. */
    readonly drills: number;
    /** Of both, those that falcosidekick passed on. */
    readonly forwarded: number;
    /** The last of each kind. */
    readonly lastAlert: Arrival | undefined;
    readonly lastDrill: Arrival | undefined;
}
/** What the exported alerts hold. */
export interface Arrivals {
    readonly rules: ReadonlyMap<string, RuleArrivals>;
    /** Alerts of the period. */
    readonly read: number;
    /** Alerts before or after it. */
    readonly outside: number;
    readonly malformed: number;
    /** The first malformed lines, as sentences with the position. */
    readonly problems: readonly string[];
}
/** What marks an alert as one of a drill: fields with the values that they all have to have. */
export type DrillMark = Readonly<Record<string, string | number>>;
/** Counts alerts by rule. One alert at a time is held. */
export declare function countArrivals(alerts: AsyncIterable<LoggedAlert | MalformedLine>, period: Period, drills?: readonly DrillMark[]): Promise<Arrivals>;
