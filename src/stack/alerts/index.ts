export {
  type DroppedField,
  type Enrichment,
  enrichmentOf,
  fieldsInTemplate,
  metricLabels,
} from "./enrichment.ts";
export { isPlaceholder } from "./placeholder.ts";
export { type Priority, parsePriority, passes, priorities } from "./priority.ts";
export { linksFor, type Route, readRoutes, type Sender } from "./route.ts";
export { isSecretSetting, maskSecrets, secretsIn } from "./secret-shape.ts";
export {
  isKnownKey,
  knownKeys,
  knownOutputs,
  readSidekick,
  type Setting,
  type Sidekick,
  settingsIn,
  sidekickContainer,
  sidekickOf,
  titleOf,
  variableKey,
  variableNames,
} from "./sidekick.ts";
