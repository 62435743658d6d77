import type { Compliance } from "../compliance/compliance.js";
import type { Signal } from "../compliance/framework.js";
import type { ManifestProblem } from "../kubernetes/problem.js";
import type { Resource } from "../kubernetes/resource.js";
import type { Monitoring } from "../monitoring/queries.js";
import type { Project } from "../project/project.js";
import type { Runbook } from "../runbook/runbook.js";
import type { Stack } from "../stack/model/stack.js";
import type { Ruleset } from "../stack/rules/ruleset.js";
/** All that a lint rule can look at. */
export interface Model {
    readonly project: Project;
    readonly resources: readonly Resource[];
    /** What is wrong with the manifests by the schemas of Kubernetes. */
    readonly manifests: readonly ManifestProblem[];
    /** The Falco deployments that the repository makes. */
    readonly stacks: readonly Stack[];
    readonly rulesets: readonly Ruleset[];
    readonly compliance: Compliance;
    /** The vocabulary of what can be seen at run time, by id. */
    readonly signals: ReadonlyMap<string, Signal>;
    readonly runbooks: readonly Runbook[];
    readonly monitoring: Monitoring;
    /** Today, `YYYY-MM-DD`. */
    readonly today: string;
}
