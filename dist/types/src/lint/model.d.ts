import type { Compliance, Signal } from "../compliance/index.js";
import type { ManifestProblem, Resource } from "../kubernetes/index.js";
import type { Monitoring } from "../monitoring/index.js";
import type { Project } from "../project/index.js";
import type { ReferenceEvents } from "../proof/index.js";
import type { Runbook } from "../runbook/index.js";
import type { Applied, RulesCopy, Ruleset, Scope, Stack } from "../stack/index.js";
import { type WrittenCondition } from "./conditions.js";
import { Formulas } from "./formula.js";
/** What was read of the workspace. */
export interface Facts {
    readonly project: Project;
    readonly resources: readonly Resource[];
    /** What is wrong with the manifests by the schemas of Kubernetes. */
    readonly manifests: readonly ManifestProblem[];
    /** The manifests that are applied together: the plain files, and each overlay and release. */
    readonly applied: readonly Applied[];
    /** The Falco deployments that the repository makes. */
    readonly stacks: readonly Stack[];
    /** Deployments of a Falco that is older than every known one. Lint rules do not find them among `stacks`. */
    readonly outdated: readonly Stack[];
    readonly rulesets: readonly Ruleset[];
    /** Rules files that are copies of published ones. */
    readonly copies: readonly RulesCopy[];
    readonly compliance: Compliance;
    /** The vocabulary of what can be seen at run time, by id. */
    readonly signals: ReadonlyMap<string, Signal>;
    /** Which manifests and other files of any kind the check is about. */
    readonly scope: Scope;
    /** The reference events of the signals. */
    readonly reference: ReferenceEvents;
    readonly runbooks: readonly Runbook[];
    readonly monitoring: Monitoring;
    /** Today, `YYYY-MM-DD`. */
    readonly today: string;
}
/** All that a lint rule can look at: what was read, and what rules derive from it, each derived once and when first used. */
export interface Model extends Facts {
    readonly conditions: readonly WrittenCondition[];
    /** The conditions with their macros expanded. */
    readonly formulas: Formulas;
}
export declare function modelOf(facts: Facts): Model;
