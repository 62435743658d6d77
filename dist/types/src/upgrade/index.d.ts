export { raise } from "./raise.js";
export { type VersionChange, versionChanges } from "./version-change.js";
export { versionTable } from "./version-table.js";
