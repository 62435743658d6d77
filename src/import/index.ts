export { type ColumnNames, proposeMatrix } from "./propose-matrix.ts";
export { readTable } from "./table.ts";
