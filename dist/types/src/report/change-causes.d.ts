import { type Blocker, type ControlChange, type RuleMove } from "../compliance/index.js";
/** The controls that one thing takes down, or up; each control is in one of them alone. */
export interface ChangeCause {
    /** The rule whose way changed; undefined where something else holds the controls. */
    readonly rule: RuleMove | undefined;
    /** What holds the controls now; null for those that went up. */
    readonly blocker: Blocker | null;
    /** The worst first. */
    readonly controls: readonly ControlChange[];
    /** Names of the other rules that the same controls had and that went the same way. */
    readonly others: readonly string[];
}
/**
 * Groups controls by what moved them: first the cause that explains most, then of what is left the next one. A
 * control with several such rules is shown under one of them, with the others by name.
 */
export declare function causesOfChanges(changes: readonly ControlChange[]): ChangeCause[];
