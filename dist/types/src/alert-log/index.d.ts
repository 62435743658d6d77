export { parseFields } from "./alert.js";
export { type LoggedAlert, type MalformedLine, readAlerts } from "./read-alerts.js";
