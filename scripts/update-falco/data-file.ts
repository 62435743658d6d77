import { readFileSync, writeFileSync } from "node:fs";
import { describeChanges, type Rows } from "./changes.ts";

/** A data file of the product, as this program makes it. */
export interface DataFile<T> {
  readonly title: string;
  /** From the root of the repository. */
  readonly path: string;
  /** The rows to compare, by name. */
  readonly rows: (data: T) => Rows;
  /** How deep arrays and objects are laid out with one member a line. */
  readonly depth: number;
  /** Members that are laid out on one line at any depth. */
  readonly flat?: readonly string[];
}

/** A data file with what it is to contain. */
export class DataUpdate {
  /** What differs from the file as it is, in Markdown; empty if nothing does. */
  readonly changes: string;
  readonly #path: string;
  readonly #text: string;

  constructor(path: string, text: string, changes: string) {
    this.#path = path;
    this.#text = text;
    this.changes = changes;
  }

  write(): void {
    writeFileSync(this.#path, this.#text);
  }
}

/** Compares new data with the file that holds them now, which `make` is given. */
export function planUpdate<T>(root: string, file: DataFile<T>, make: (before: T) => T): DataUpdate {
  const path = `${root}/${file.path}`;
  const before = JSON.parse(readFileSync(path, "utf8")) as T;
  const data = make(before);
  return new DataUpdate(
    path,
    `${layOut(data, file.depth, file.flat ?? [])}\n`,
    describeChanges(file.title, file.rows(before), file.rows(data)),
  );
}

/** JSON with one member a line down to a depth, so that a difference between two versions stays readable. */
function layOut(value: unknown, depth: number, flat: readonly string[]): string {
  if (depth === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const members = Array.isArray(value)
    ? value.map((item) => layOut(item, depth - 1, flat))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${layOut(item, flat.includes(key) ? 0 : depth - 1, flat)}`,
      );
  return `${open}\n${members.join(",\n")}\n${close}`;
}

/** Rows by the property that names them. */
export function byName<T extends object>(rows: readonly T[], key: keyof T): Rows {
  return new Map(rows.map((row) => [String(row[key]), row]));
}
