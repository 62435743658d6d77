import type { Coverage, ReferenceEveryday, SignalCoverage } from "../compliance/index.js";
/** What a report of any format does not show. */
export declare const limitation = "This says which controls have a detector that is deployed, and tested on reference events. It does not say that the controls were met over a period, that people act on alerts, or that the catalogs are an auditor's: none has reviewed them.";
/** The everyday acts of a signal on which a rule fires whose alerts call people. */
export declare function pagesOf({ everyday }: SignalCoverage): readonly ReferenceEveryday[];
/** The attacks of a signal that no routed rule detects, by name. */
export declare function missedOf({ attacks }: SignalCoverage): readonly string[];
/** Whole percent, rounded down. */
export declare function shareOf(part: number, whole: number): number | null;
export declare function breadthText(signal: SignalCoverage): string;
/** What the rules detect of all reference events, in one sentence; null where none are asked for. */
export declare function signalSentence({ signals, pagingAssumed }: Coverage): string | null;
interface TextOptions {
    readonly color: boolean;
    readonly width: number;
}
/** Every signal with its breadth, the attacks that are missed and the everyday events that page. */
export declare function signalsText(coverage: Coverage, { color, width }: TextOptions): string;
/** How often a rule fires on everyday events, and how many attacks it detects. */
interface NoisyRule {
    readonly name: string;
    readonly priority: string;
    /** Whether its alerts call people. */
    readonly pages: boolean;
    readonly acts: readonly {
        readonly signal: string;
        readonly name: string;
        readonly who: string;
    }[];
    readonly attacks: number;
}
/** The rules that fire on everyday events: those that call people first, then by how many. */
export declare function noisyRules({ signals }: Coverage): readonly NoisyRule[];
export declare function noiseText(coverage: Coverage, { color, width }: TextOptions): string;
/** One signal: what it is, its events, and the rules that fire on each. */
export declare function signalText(signal: SignalCoverage, { color, width }: TextOptions): string;
export {};
