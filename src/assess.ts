import {
  type AlertRoute,
  alertRoutes,
  type Compared,
  effectiveCoverage,
  namedRules,
  reportedRules,
  ruleWays,
} from "./compliance/index.ts";
import { ruleSettings } from "./configuration/index.ts";
import type { Operation } from "./evidence/index.ts";
import { evidenceOf, type Inspection } from "./inspect.ts";
import { applyBaseline, type Finding, isConfident, type LintRule, lint, lintRules } from "./lint/index.ts";
import type { Limits } from "./project/index.ts";
import type { Summary } from "./report/index.ts";

/** What is found in a revision, and what it covers. */
export interface Assessment extends Compared {
  readonly findings: readonly Finding[];
  readonly suppressed: Summary["suppressed"];
  /** The ways of the rules that controls name, through every deployment. */
  readonly routes: readonly AlertRoute[];
  /** What comments in the files hide. */
  readonly ignored: readonly Finding[];
}

interface AssessOptions {
  readonly limits?: Limits | undefined;
  /** The same inspection with the requirements of another one, by which coverage is measured. */
  readonly requirements?: Inspection | undefined;
  /** What records of a period say of the rules. */
  readonly operation?: Operation | undefined;
}

/** Runs lint rules and works out coverage. */
export function assess(
  inspection: Inspection,
  { limits, requirements = inspection, operation }: AssessOptions = {},
): Assessment {
  limits?.check("Running rule tests and reference attacks");
  const evidence = evidenceOf(requirements, operation);
  const coverage = effectiveCoverage(evidence);
  limits?.check("Running lint rules");
  const facts = { model: requirements.model, coverage, proofs: evidence.proofs };
  const found = findingsOf(
    inspection,
    rulesFor(inspection, () => facts, limits),
    limits,
  );
  const { rulesets, runbooks } = inspection.model;
  return {
    ...found,
    coverage,
    rules: reportedRules(rulesets, evidence.proofs, runbooks),
    routes: alertRoutes(namedRules(coverage), ruleWays(evidence.rulesets)),
  };
}

/** All lint rules, with the policies that decide. */
export function rulesFor(
  inspection: Inspection,
  facts = () => factsOf(inspection),
  limits?: Limits,
): readonly LintRule[] {
  const policies = inspection.policies?.rules({ facts, pause: limits && (() => limits.check()) });
  return policies === undefined ? lintRules : [...lintRules, ...policies];
}

function factsOf(inspection: Inspection) {
  const evidence = evidenceOf(inspection);
  return { model: inspection.model, coverage: effectiveCoverage(evidence), proofs: evidence.proofs };
}

/** What a check reports of the files, without coverage; by all lint rules and policies, or by some. */
export function findingsOf(
  inspection: Inspection,
  rules: readonly LintRule[] = rulesFor(inspection),
  limits?: Limits,
): Pick<Assessment, "findings" | "suppressed" | "ignored"> {
  const { configFile, settings, model, baseline } = inspection;
  const { findings, ignored } = lint(model, rules, ruleSettings(configFile.config), limits);
  const { kept, known, gone } = applyBaseline(findings, baseline);
  // Only now, so that neither a comment nor the baseline seems to name a finding that no longer exists.
  const sure = kept.filter(({ confidence }) => isConfident(confidence, settings.minConfidence));
  return {
    findings: sure,
    ignored,
    suppressed: {
      ignored: ignored.length,
      baseline: known.length,
      gone,
      unsure: kept.length - sure.length,
      outOfScope: model.scope.leftOut,
    },
  };
}
