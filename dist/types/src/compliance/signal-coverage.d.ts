import { type DataKind } from "../proof/index.js";
import type { Signal } from "./catalog.js";
import { type Blocker, type Breadth, type RuleCoverage, type SignalBreadth, type SignalCoverage } from "./coverage.js";
import type { Detections } from "./detections.js";
import type { Control } from "./framework.js";
import type { RuleStanding } from "./rule-coverage.js";
/** What the rules that are named for a control detect of what it asks for. */
export interface ControlDetection {
    /** The rules as far as they get for this control: one that detects nothing of it is only named for it. */
    readonly rules: readonly RuleCoverage[];
    readonly breadth: Breadth | null;
    readonly signals: readonly SignalBreadth[];
    /** What keeps the control from `proven` or from `operating`, whatever the state of each of its rules. */
    readonly blockedBy: Blocker | null;
}
/** Measures rules by the reference events of the signals that controls ask for. */
export declare class SignalMeter {
    #private;
    /** @param minimum least breadth of a control that is proven, in percent */
    constructor(detections: Detections, minimum: number);
    /** @param data the kinds of data that the control is about; all of them by default */
    measure(control: Control, data: readonly DataKind[] | undefined, standings: readonly RuleStanding[]): ControlDetection;
    /** The reference events of a signal, with the rules among those named that are routed and fire on them. */
    coverage({ id, definition }: Signal, standings: readonly RuleStanding[]): SignalCoverage | undefined;
}
