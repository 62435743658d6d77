import type { Monitoring } from "../monitoring/index.js";
import type { Project } from "../project/index.js";
import { type Ruleset, type Stack } from "../stack/index.js";
import { type RuleCoverage } from "./coverage.js";
import type { Control } from "./framework.js";
/** What the properties are read from. */
export interface SupportModel {
    readonly project: Project;
    readonly stacks: readonly Stack[];
    readonly rulesets: readonly Ruleset[];
    readonly monitoring: Monitoring;
    /** How far each rule of the repository gets. */
    readonly rules: readonly RuleCoverage[];
}
/**
 * Covers `support` controls by the properties that they name, of which all are needed. A property that the
 * manifests show is `proven` by them; of several deployments the best counts.
 */
export declare function supportCoverage(model: SupportModel): (control: Control) => readonly RuleCoverage[];
