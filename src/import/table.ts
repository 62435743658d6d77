import Papa from "papaparse";
import { UsageError } from "../project/index.ts";

/** A table as spreadsheets export it. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** What stands between two cells. */
  readonly delimiter: string;
  readonly encoding: string;
}

const maxBytes = 16 * 1024 * 1024;

/**
 * Reads a table in any of the dialects in which spreadsheets write it: comma, semicolon, tab or bar; UTF-8, UTF-16 or
 * Windows-1252.
 *
 * @throws UsageError for a workbook, a file that is too large, and quotes that do not end
 */
export function readTable(file: string, bytes: Uint8Array): Table {
  if (bytes.length > maxBytes) throw new UsageError(`${file} is larger than 16 MiB.`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new UsageError(`${file} is a workbook: export the sheet as CSV, and import that.`);
  const { text, encoding } = decoded(bytes);
  const { data, meta, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t", "|"],
    skipEmptyLines: "greedy",
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken !== undefined)
    throw new UsageError(`${file}, row ${(broken.row ?? 0) + 1}: a quotation mark does not end.`);
  return {
    rows: data.map((row) => row.map((cell) => cell.replace(/\s+$/gm, "").trim())),
    delimiter: meta.delimiter,
    encoding,
  };
}

function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodedAs("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodedAs("utf-16be", bytes);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return decodedAs("windows-1252", bytes);
  }
}

function decodedAs(encoding: string, bytes: Uint8Array): { text: string; encoding: string } {
  return { text: new TextDecoder(encoding).decode(bytes), encoding: encoding.toUpperCase() };
}
