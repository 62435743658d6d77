import type { Operation } from "../evidence/index.js";
import type { Monitoring } from "../monitoring/index.js";
import type { Project } from "../project/index.js";
import type { Proof } from "../proof/index.js";
import { type Ruleset, type Stack } from "../stack/index.js";
import type { Signal } from "./catalog.js";
import type { Compliance } from "./compliance.js";
import type { Coverage, Rung, SignalCoverage } from "./coverage.js";
import type { SignalMeter } from "./signal-coverage.js";
/** All that decides how far a control gets. */
export interface Evidence {
    readonly project: Project;
    readonly stacks: readonly Stack[];
    readonly rulesets: readonly Ruleset[];
    readonly monitoring: Monitoring;
    readonly compliance: Compliance;
    /** What the rule tests say, by the rule's name. */
    readonly proofs: ReadonlyMap<string, Proof>;
    /** What records of a period say; undefined where none are given. */
    readonly operation?: Operation | undefined;
    /** What rules detect of the reference events. */
    readonly meter: SignalMeter;
    /** What can be seen at run time, by id. */
    readonly signals: ReadonlyMap<string, Signal>;
    /** The rung from which a control counts as covered. */
    readonly level: Rung;
    /** Today, `YYYY-MM-DD`. */
    readonly today: string;
}
/** The coverage by all deployments together, and where there are several by each alone. */
export declare function effectiveCoverage(evidence: Evidence): Coverage;
/** The coverage by some of the deployments; rules that no deployment loads count with each. */
export declare function coverageBy(stacks: readonly Stack[], evidence: Evidence): Coverage;
/** The reference events of one signal, with the routed rules that fire on them; undefined for no signal's id. */
export declare function explainSignal(id: string, evidence: Evidence): SignalCoverage | undefined;
