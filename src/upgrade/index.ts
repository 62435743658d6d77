export { raise } from "./raise.ts";
export { versionTable } from "./version-table.ts";
