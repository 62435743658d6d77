/**
 * Definitions as the Go program takes them. A line is `name TAB schema` for a definition, `key TAB >name` for
 * a kind, and `name TAB` alone for what there no longer is. The newest Kubernetes version is built into the
 * program as a whole; an older one is kept as the lines in which it differs.
 */
import type { Definitions } from "../src/definitions.ts";

export type Lines = Map<string, string>;

export function toLines({ kinds, schemas }: Definitions): Lines {
  const all: [string, string][] = [
    ...[...kinds].map(([key, name]): [string, string] => [key, `>${name}`]),
    ...[...schemas].map(([name, schema]): [string, string] => [name, JSON.stringify(schema)]),
  ];
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function write(lines: Lines): string {
  return [...lines].map(([name, value]) => `${name}\t${value}\n`).join("");
}

/** What turns `base` into `other`. */
export function difference(base: Lines, other: Lines): Lines {
  const changes: Lines = new Map();
  for (const [name, value] of other) if (base.get(name) !== value) changes.set(name, value);
  for (const name of base.keys()) if (!other.has(name)) changes.set(name, "");
  return changes;
}
