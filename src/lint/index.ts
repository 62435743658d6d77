export { applyBaseline, type Baseline, baselineText, noBaseline, readBaseline } from "./baseline.ts";
export { type Edit, type Finding, type Severity, severities } from "./finding.ts";
export { lint } from "./lint.ts";
export type { Model } from "./model.ts";
export type { LintRule } from "./rule.ts";
export { lintRules } from "./rules/index.ts";
