export { type Applied, readApplied } from "./applied.ts";
export { type Release, renderChart } from "./chart/index.ts";
export { chartOf, labelledVersion } from "./chart-version.ts";
export { composeDeployments } from "./compose.ts";
export { isOfOldChart } from "./helm/index.ts";
export type { Gap } from "./kustomize/index.ts";
export { artifactMounts, isOfOperator, renderComponents, renderFalcos } from "./operator.ts";
export { operatorDefault } from "./operator-version.ts";
export { type ValuesIssue, valuesIssues, valuesKeysBelow } from "./values-keys.ts";
