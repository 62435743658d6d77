export { type DroppedField, type Enrichment, enrichmentOf, fieldsInTemplate, metricLabels, } from "./enrichment.js";
export { isPlaceholder } from "./placeholder.js";
export { type Priority, parsePriority, passes, priorities } from "./priority.js";
export { linksFor, type Route, readRoutes, type Sender } from "./route.js";
export { isSecretSetting, maskSecrets, secretsIn } from "./secret-shape.js";
export { isKnownKey, knownKeys, knownOutputs, readSidekick, type Setting, type Sidekick, settingsIn, sidekickContainer, sidekickOf, titleOf, variableKey, variableNames, } from "./sidekick.js";
