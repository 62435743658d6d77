export { collectAlerts } from "./collect-alerts.ts";
export { tune } from "./tune.ts";
export { tuningJson } from "./tuning-json.ts";
export { tuningText } from "./tuning-text.ts";
