import type { Monitoring } from "../monitoring/queries.js";
import type { Project } from "../project/project.js";
import type { Proof } from "../proof/proven.js";
import type { Stack } from "../stack/model/stack.js";
import { type Ruleset } from "../stack/rules/ruleset.js";
import type { Compliance } from "./compliance.js";
import type { Coverage, Rung } from "./coverage.js";
/** All that decides how far a control gets. */
export interface Evidence {
    readonly project: Project;
    readonly stacks: readonly Stack[];
    readonly rulesets: readonly Ruleset[];
    readonly monitoring: Monitoring;
    readonly compliance: Compliance;
    /** What the rule tests say, by the rule's name. */
    readonly proofs: ReadonlyMap<string, Proof>;
    /** The rung from which a control counts as covered. */
    readonly level: Rung;
    /** Today, `YYYY-MM-DD`. */
    readonly today: string;
}
/** The coverage by all deployments together, and where there are several by each alone. */
export declare function effectiveCoverage(evidence: Evidence): Coverage;
/** The coverage by some of the deployments; rules that no deployment loads count with each. */
export declare function coverageBy(stacks: readonly Stack[], evidence: Evidence): Coverage;
