import { type Compliance, Detections, type Signal } from "../compliance/index.ts";
import type { ManifestProblem, Resource } from "../kubernetes/index.ts";
import type { Monitoring } from "../monitoring/index.ts";
import type { Day, Project } from "../project/index.ts";
import { type ReferenceEvents, upstreamDetections } from "../proof/index.ts";
import type { Runbook } from "../runbook/index.ts";
import type { Applied, RulesCopy, Ruleset, Scope, Stack } from "../stack/index.ts";
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
  readonly today: Day;
}

/** All that a lint rule can look at: what was read, and what rules derive from it, each derived once and when first used. */
export interface Model extends Facts {
  readonly conditions: readonly WrittenCondition[];
  /** The conditions with their macros expanded. */
  readonly formulas: Formulas;
  /** What the rules detect of the reference events. */
  readonly detections: Detections;
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
    detections: new Detections(facts.reference.corpora, upstreamDetections()),
  };
}
