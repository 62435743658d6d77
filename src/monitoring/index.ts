export {
  exporterEvents,
  isUnknownMetric,
  metrics,
  nearestMetric,
  priorityNumbers,
  ruleMatches,
  sidekickEvents,
  tagLabel,
} from "./metrics.ts";
export type { Expression, Matcher, Selector } from "./promql.ts";
export { type Monitoring, readMonitoring } from "./queries.ts";
export { insideQuotes, valuesOf } from "./values.ts";
