import { type Blocker, type ControlCoverage, type Coverage, type FrameworkCoverage, type Rung, type RungCounts } from "../compliance/index.js";
import type { Summary } from "./report.js";
/**
 * What people want to know of a control first. `covered`: at the level that was asked for. `blocked`: rules
 * cover it and something holds them back. `unmapped`: it could be seen and nothing covers it.
 * `undetectable`: no detector can see it. `excluded`: the matrix says that it does not apply here.
 */
export type Status = "covered" | "blocked" | "unmapped" | "undetectable" | "excluded";
export declare function statusOf(control: ControlCoverage): Status;
/** Whether the control is in the totals of its kind. */
export declare function isCounted(control: ControlCoverage): boolean;
/** The controls below one heading at the top of a framework's catalog, in the catalog's order. */
export interface Family {
    readonly id: string;
    readonly title: string;
    readonly controls: readonly ControlCoverage[];
    readonly detect: RungCounts;
}
export declare function familiesOf(framework: FrameworkCoverage): Family[];
/** A name such as "FedRAMP (NIST SP 800-53) Rev 5, moderate"; a version of many words is left out. */
export declare function frameworkTitle({ name, version, baseline }: FrameworkCoverage): string;
export declare function percentText(percent: number | null): string;
/**
 * The rung that a report counts from: where nothing among the files deploys Falco, no more than `enabled` can be
 * reached, and what the rules would cover is worth more than a zero.
 */
export declare function countedFrom({ level, undeployed }: Coverage): Rung;
/** Counts as seen from a rung other than the one that was asked for. */
export declare function countsFrom(rung: Rung, counts: RungCounts): RungCounts;
/** How many of `width` cells of a bar are full: all only at 100 percent, none only at 0. */
export declare function barCells(counts: RungCounts, width: number): number;
export declare function bar(counts: RungCounts, width: number): string;
/** What holds a control back, in plain words; null when it is covered or cannot be. */
export declare function blockerText(control: ControlCoverage): string | null;
/** `file:line`, or the file alone, or null where the blocker has no location. */
export declare function blockerLocation(blocker: Blocker | null): string | null;
/** One thing that holds controls back, and the controls of each framework (by name) that it costs. */
export interface OpenControls {
    readonly reason: string;
    /** Null where nothing covers the controls. */
    readonly blocker: Blocker | null;
    /** How many controls it costs. */
    readonly size: number;
    readonly frameworks: ReadonlyMap<string, readonly ControlCoverage[]>;
}
/**
 * All counted controls that could be covered and are not, by their first blocker: those with a location first,
 * and among them the one that costs most.
 */
export declare function openByBlocker(coverage: Coverage): OpenControls[];
/** The controls that are in no share of detection, in one sentence; null when there are none. */
export declare function besideText({ frameworks }: Coverage): string | null;
/** What a covered control has, by the rung from which it counts. */
export declare function detectorText(level: Rung): string;
/** How many covered controls take something for granted, and what; null where none does. */
export declare function assumedText({ frameworks }: Coverage): string | null;
export declare function hasCoverage(coverage: Coverage): boolean;
/** What findings are left out of the report, in a sentence; null where none are. */
export declare function suppressedText({ ignored, baseline, gone, unsure, outOfScope, }: Summary["suppressed"]): string | null;
/** "1 error", "2 errors". */
export declare function count(number: number, noun: string): string;
