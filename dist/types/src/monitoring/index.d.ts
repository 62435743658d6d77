export { exporterEvents, isUnknownMetric, metrics, nearestMetric, priorityNumbers, ruleMatches, sidekickEvents, tagLabel, } from "./metrics.js";
export type { Expression, Matcher, Selector } from "./promql.js";
export { type Monitoring, readMonitoring } from "./queries.js";
export { insideQuotes, valuesOf } from "./values.js";
