export {
  type DroppedField,
  type Enrichment,
  enrichmentOf,
  fieldsInTemplate,
  isKnownKey,
  isPlaceholder,
  isSecretSetting,
  knownKeys,
  knownOutputs,
  maskSecrets,
  metricLabels,
  type Priority,
  parsePriority,
  passes,
  priorities,
  type Route,
  type Sidekick,
  secretsIn,
  titleOf,
  variableNames,
} from "./alerts/index.ts";
export {
  type Container,
  type HttpGet,
  imageName,
  inSameNamespace,
  isFalcoImage,
  isSidekickImage,
  Manifests,
  parseAddress,
  parseQuantity,
  portNamed,
  rolesOf,
  selects,
  serviceAccountOf,
  variable,
  type Workload,
} from "./cluster/index.ts";
export {
  type AppendOutput,
  applies,
  type ConfigIssue,
  configIssues,
  type PluginItem,
  type RulesFile,
  type WebServer,
} from "./config/index.ts";
export { isBelow, type Mount } from "./container/index.ts";
export { type Applied, type Gap, readApplied, type ValuesIssue, valuesIssues } from "./deploy/index.ts";
export { type AssumptionSettings, broken, type Link, settled } from "./evidence/index.ts";
export {
  configTexts,
  falcoPods,
  mountedSources,
  readsKernel,
  type Stack,
  sidekicks,
  stackWorkloads,
} from "./model/index.ts";
export {
  type Chain,
  distinctLoads,
  firstGap,
  itemsIn,
  type LoadedRule,
  loadedRules,
  mainVersion,
  mountOf,
  ownRuleNames,
  type Ruleset,
  routeGap,
  ruleNames,
  rulesetsOf,
  type TracedRoute,
  trace,
} from "./rules/index.ts";
export { readStacks } from "./stacks.ts";
export { artifactsWithRule, rulesArtifacts, syscallSource, upstreamRules } from "./upstream/index.ts";
