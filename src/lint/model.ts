import type { Compliance } from "../compliance/compliance.ts";
import type { Signal } from "../compliance/framework.ts";
import type { ManifestProblem } from "../kubernetes/problem.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Monitoring } from "../monitoring/queries.ts";
import type { Project } from "../project/project.ts";
import type { Runbook } from "../runbook/runbook.ts";
import type { Stack } from "../stack/model/stack.ts";
import type { Ruleset } from "../stack/rules/ruleset.ts";

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
