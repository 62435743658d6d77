export { raise } from "./raise.ts";
export { type VersionChange, versionChanges } from "./version-change.ts";
export { versionTable } from "./version-table.ts";
