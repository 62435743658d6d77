import type { Compliance, Signal } from "../compliance/index.ts";
import type { ManifestProblem, Resource } from "../kubernetes/index.ts";
import type { Monitoring } from "../monitoring/index.ts";
import type { Project } from "../project/index.ts";
import type { Runbook } from "../runbook/index.ts";
import type { Applied, Ruleset, Stack } from "../stack/index.ts";
import { conditionsOf, type WrittenCondition } from "./conditions.ts";
import { Formulas } from "./formula.ts";

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
  readonly rulesets: readonly Ruleset[];
  readonly compliance: Compliance;
  /** The vocabulary of what can be seen at run time, by id. */
  readonly signals: ReadonlyMap<string, Signal>;
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

export function modelOf(facts: Facts): Model {
  let conditions: readonly WrittenCondition[] | undefined;
  return {
    ...facts,
    get conditions() {
      conditions ??= [...conditionsOf(facts.rulesets)];
      return conditions;
    },
    formulas: new Formulas(),
  };
}
