/** What a control's rules can reach, from the bottom up. A rung holds only if all rungs below it hold. */
export declare const rungs: readonly ["mapped", "valid", "enabled", "deployed", "routed", "proven", "operating"];
export type Rung = (typeof rungs)[number];
/** The rungs that files alone can show, which are all but the last: that one takes records of a period. */
export declare const checkedRungs: readonly Exclude<Rung, "operating">[];
/** The rungs that a report with controls covered from a rung on speaks of. */
export declare function ladderOf(level: Rung): readonly Rung[];
/**
 * How a control can be seen at run time. `detect`: a runtime detector can see it. `partial`: it sees a named part of it.
 * `support`: the monitoring stack itself is the evidence. `none`: neither, with a reason.
 */
export declare const runtimes: readonly ["detect", "partial", "support", "none"];
export type Runtime = (typeof runtimes)[number];
/** The first thing that keeps a rule or a control from its next rung. */
export interface Blocker {
    /** The rung that is not reached. */
    readonly rung: Rung;
    readonly reason: string;
    /** Path from the workspace root, and line and column from 1, where the blocker has a location. */
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
}
/** One rule (or, for a `support` control, one property of the stack) that covers a control. */
export interface RuleCoverage {
    readonly name: string;
    /** The highest rung reached; null when the name is mapped to but nothing has it. */
    readonly rung: Rung | null;
    readonly blockedBy: Blocker | null;
    /** For a property of the stack that holds: what shows it. */
    readonly evidence?: Evidence;
    /** What the rung takes for granted, as a sentence; absent where the repository shows all. */
    readonly assumed?: string;
}
/** How many of the reference attacks rules detect that are loaded, enabled and routed. */
export interface Breadth {
    readonly attacks: number;
    readonly detected: number;
    /** Whole percent, rounded down; null for 0 of 0. */
    readonly percent: number | null;
}
/** The breadth for one signal that a control asks for. */
export interface SignalBreadth extends Breadth {
    readonly id: string;
    /** The attacks that are not detected, by name. */
    readonly missed: readonly string[];
}
/** What rules of the deployments detect of the reference events of a signal. */
export interface SignalCoverage {
    readonly id: string;
    readonly definition: string;
    readonly attacks: readonly ReferenceAttack[];
    readonly everyday: readonly ReferenceEveryday[];
}
export interface ReferenceAttack {
    readonly name: string;
    /** Of MITRE ATT&CK. */
    readonly technique: string;
    /** Names of the routed rules that detect it. */
    readonly rules: readonly string[];
}
export interface ReferenceEveryday {
    readonly name: string;
    /** The product or the kind of workload that does it. */
    readonly who: string;
    /** The routed rules that fire on it. */
    readonly rules: readonly {
        readonly name: string;
        readonly priority: string;
        /** Whether its alerts call people; reports of earlier versions lack it. */
        readonly pages?: boolean;
    }[];
}
/** What shows that something holds. */
export interface Evidence {
    readonly sentence: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
}
export interface ControlCoverage {
    readonly id: string;
    readonly title: string;
    /** Id of the control or group above it, null at the top. */
    readonly parent: string | null;
    readonly runtime: Runtime;
    /** Why a detector can or cannot see it, for people. */
    readonly why: string;
    /** Of a `partial` control, the part that a detector shows. */
    readonly part?: string;
    /** Of `detect` and `partial`: what the reference attacks of its signals say; null where it names no signals. */
    readonly breadth?: Breadth | null;
    readonly signals?: readonly SignalBreadth[];
    /**
     * The best rung among its rules; of the properties that a `support` control needs, the lowest. Null when nothing
     * is mapped.
     */
    readonly rung: Rung | null;
    /** Whether it counts as covered at the level that was asked for. */
    readonly covered: boolean;
    /**
     * Whether it is in the totals: a part of a control that is counted as a whole is not, nor what people alone can
     * show, where no rule is named to help them.
     */
    readonly counted: boolean;
    /** Set when the matrix says that the control does not apply here; it is then in no total. */
    readonly outOfScope: string | null;
    readonly rules: readonly RuleCoverage[];
    readonly blockedBy: Blocker | null;
    /** What the rung takes for granted, as a sentence; absent where the repository shows all. */
    readonly assumed?: string;
}
/** How many controls there are and how many reached at least each rung. */
export interface RungCounts {
    readonly total: number;
    /** At the level that was asked for. */
    readonly covered: number;
    /** Share of `covered` in `total`, in whole percent, rounded down, so that 99.6 is not 100; null for 0 of 0. */
    readonly percent: number | null;
    /** Without `operating` where none is. */
    readonly rungs: Readonly<Record<Exclude<Rung, "operating">, number>> & {
        readonly operating?: number;
    };
}
/** A heading of a catalog, such as a family or a chapter: it orders the controls and is never counted. */
export interface ControlGroup {
    readonly id: string;
    readonly title: string;
    /** Id of the heading above it, null at the top. */
    readonly parent: string | null;
}
export interface FrameworkCoverage {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly baseline: string | null;
    readonly totals: {
        readonly detect: RungCounts;
        /** Controls of which a detector shows a part; a report without them has none. */
        readonly partial?: RungCounts;
        readonly support: RungCounts;
        readonly none: number;
    };
    /** The catalog's headings above the controls; a report without them is ordered by `parent` alone. */
    readonly groups?: readonly ControlGroup[];
    /** Every control of the selection, in the catalog's order. */
    readonly controls: readonly ControlCoverage[];
}
/** The coverage that one Falco deployment gives by itself. */
export interface DeploymentCoverage {
    /** For people: the workload with its namespace, the overlay, the release. */
    readonly name: string;
    /** All `detect` controls of all frameworks together. */
    readonly totals: RungCounts;
    readonly frameworks: readonly Pick<FrameworkCoverage, "id" | "name" | "totals">[];
}
export interface Coverage {
    /** The rung from which a control counts as covered. */
    readonly level: Rung;
    /** All `detect` controls of all frameworks together. */
    readonly totals: RungCounts;
    /** A control is as high here as in the best of the deployments. */
    readonly frameworks: readonly FrameworkCoverage[];
    /** The reference events of the signals that the controls ask for, and the rules that fire on them. */
    readonly signals?: readonly SignalCoverage[];
    /** That no output among the files calls people, so that alerts of ERROR and above are taken to. */
    readonly pagingAssumed?: true;
    /** Each of several deployments by itself; absent where there are less than two. */
    readonly deployments?: readonly DeploymentCoverage[];
    /** There is no deployment among the files, so that no rule can get as far as one: a library of rules. */
    readonly undeployed?: true;
}
/** Counts controls by the rung they reached, honestly rounded. */
export declare function countRungs(controls: readonly {
    rung: Rung | null;
    covered: boolean;
}[]): RungCounts;
export declare function atLeast(rung: Rung | null, level: Rung): boolean;
/** A breadth of so many detected attacks. */
export declare function breadthOf(detected: number, attacks: number): Breadth;
