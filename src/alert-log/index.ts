export { parseFields } from "./output-line.ts";
export { type LoggedAlert, type MalformedLine, readAlerts } from "./read-alerts.ts";
