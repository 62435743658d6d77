export { type Applied, readApplied } from "./applied.js";
export { type Release, renderChart } from "./chart/index.js";
export { chartOf } from "./chart-version.js";
export { composeDeployments } from "./compose.js";
export type { Gap } from "./kustomize/index.js";
export { artifactMounts, renderComponents, renderFalcos } from "./operator.js";
export { type ValuesIssue, valuesIssues } from "./values-keys.js";
