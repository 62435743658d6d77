export { type ColumnNames, proposeMatrix } from "./propose-matrix.ts";
export { readTable, type Table } from "./table.ts";
