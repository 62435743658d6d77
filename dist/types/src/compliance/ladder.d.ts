import type { Compliance } from "./compliance.js";
import { type Coverage, type RuleCoverage, type Rung } from "./coverage.js";
import type { Control } from "./framework.js";
import type { RuleStanding } from "./rule-coverage.js";
import type { SignalMeter } from "./signal-coverage.js";
export interface LadderOptions {
    /** The rung from which a control counts as covered. */
    readonly level: Rung;
    /** How far a Falco rule of this name gets. */
    readonly rule: (name: string) => RuleStanding;
    /** What rules detect of the reference events. */
    readonly meter: SignalMeter;
    /** For a `support` control, the properties of the stack that it needs and how far each gets. */
    readonly support: (control: Control) => readonly RuleCoverage[];
    /** Today, `YYYY-MM-DD`: from the day after its last day on, an exclusion no longer holds. */
    readonly today: string;
}
/** Takes each control up the ladder, as far as the best of its rules gets. */
export declare function climb(compliance: Compliance, options: LadderOptions): Coverage;
