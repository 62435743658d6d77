export { collectAlerts } from "./collect-alerts.ts";
export { tune } from "./tune.ts";
export { tuningText } from "./tuning-text.ts";
