export { applyBaseline, type Baseline, baselineText, noBaseline, readBaseline } from "./baseline.js";
export { type Confidence, confidences, type Edit, type Finding, isConfident, type Severity, severities, } from "./finding.js";
export { lint } from "./lint.js";
export { type Model, modelOf } from "./model.js";
export type { FoundProblem, LintRule, Problem } from "./rule.js";
export { lintRules } from "./rules/index.js";
export { nameLocation } from "./ruleset-locations.js";
