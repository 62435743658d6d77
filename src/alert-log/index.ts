export { parseFields } from "./alert.ts";
export { type LoggedAlert, type MalformedLine, readAlerts } from "./read-alerts.ts";
