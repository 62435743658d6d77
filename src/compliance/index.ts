export { itemBehind, mappingsByRule } from "./agreement.ts";
export {
  type AlertRoute,
  alertRoutes,
  namedRules,
  type RouteEnd,
  type RouteStep,
  routeOf,
} from "./alert-route.ts";
export { assessedRules } from "./assessed-rules.ts";
export type { AuditVision } from "./audit-feed.ts";
export { auditVisions } from "./audit-link.ts";
export type { Signal } from "./catalog.ts";
export { type Compliance, readCompliance, type UsedFramework } from "./compliance.ts";
export { type ControlExplanation, explainControl } from "./control-explanation.ts";
export { lookUp } from "./control-id.ts";
export {
  atLeast,
  type Blocker,
  type ControlCoverage,
  type ControlGroup,
  type Coverage,
  checkedRungs,
  countRungs,
  type DeploymentCoverage,
  type FrameworkCoverage,
  ladderOf,
  type ReferenceCounts,
  type ReferenceEveryday,
  type RuleCoverage,
  type Rung,
  type RungCounts,
  type Runtime,
  rungs,
  type SignalCoverage,
} from "./coverage.ts";
export { Detections, loadMeasurement } from "./detections.ts";
export {
  type Compared,
  type ControlChange,
  type ControlReference,
  compare,
  type DeploymentChange,
  type Difference,
  type RuleDifference,
  type RuleMove,
  regressions,
  type TotalChange,
  weakened,
} from "./difference.ts";
export { type Evidence, effectiveCoverage, explainSignal } from "./effective-coverage.ts";
export {
  type Control,
  type Framework,
  frameworkHeads,
  frameworkIds,
  loadFramework,
  loadSignals,
} from "./framework.ts";
export { explainFramework, type FrameworkExplanation } from "./framework-explanation.ts";
export { kernelFeed } from "./kernel-feed.ts";
export type { Matrix, MatrixEntry } from "./matrix.ts";
export { isPaging } from "./paging.ts";
export { chainsOf } from "./reach.ts";
export { renamedRules } from "./renamed-rules.ts";
export { type ReportedRule, reportedRules } from "./reported-rule.ts";
export { type RuleWay, ruleCoverage, ruleWays, taggedRules } from "./rule-coverage.ts";
export type { RuleChange } from "./rule-difference.ts";
export { SignalMeter } from "./signal-coverage.ts";
export { Suggester } from "./suggestion.ts";
export { type TagReader, writeComplianceTag } from "./tags.ts";
