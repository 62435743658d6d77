export { tacticIds, techniques } from "./attack.ts";
export { applyBaseline, type Baseline, baselineText, noBaseline, readBaseline } from "./baseline.ts";
export {
  type Confidence,
  confidences,
  type Edit,
  type Excerpt,
  type Finding,
  isConfident,
  type Severity,
  severities,
} from "./finding.ts";
export { lint } from "./lint.ts";
export { type Model, modelOf } from "./model.ts";
export type { FoundProblem, LintRule, Problem } from "./rule.ts";
export { lintRules } from "./rules/index.ts";
export { nameLocation } from "./ruleset-locations.ts";
