import type { Monitoring } from "../monitoring/index.ts";
import type { Project } from "../project/index.ts";
import type { Proof } from "../proof/index.ts";
import { ownRuleNames, type Ruleset, type Stack } from "../stack/index.ts";
import type { Compliance } from "./compliance.ts";
import type { Coverage, Rung } from "./coverage.ts";
import { climb } from "./ladder.ts";
import { ruleCoverage } from "./rule-coverage.ts";
import { supportCoverage } from "./support.ts";

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
export function effectiveCoverage(evidence: Evidence): Coverage {
  const { stacks } = evidence;
  const all = coverageBy(stacks, evidence);
  if (stacks.length < 2) return all;
  const deployments = stacks.map((stack) => {
    const { totals, frameworks } = coverageBy([stack], evidence);
    return {
      name: stack.name,
      totals,
      frameworks: frameworks.map(({ id, name, totals }) => ({ id, name, totals })),
    };
  });
  return { ...all, deployments };
}

/** The coverage by some of the deployments; rules that no deployment loads count with each. */
export function coverageBy(stacks: readonly Stack[], evidence: Evidence): Coverage {
  const { project, monitoring, compliance, proofs, level, today } = evidence;
  const rulesets = evidence.rulesets.filter(({ stack }) => stack === undefined || stacks.includes(stack));
  const rule = ruleCoverage(rulesets, proofs);
  const support = supportCoverage({
    project,
    stacks,
    rulesets,
    monitoring,
    rules: ownRuleNames(rulesets).map(rule),
  });
  return climb(compliance, { level, today, rule, support });
}
