/**
 * How the schemas of many Kubernetes versions are stored: the newest as lines of text, an older one as the
 * lines in which it differs. A line is `name TAB schema` for a definition, `key TAB >name` for a kind, and
 * `name TAB` alone for what a version does not have.
 */

export type Lines = Map<string, string>;

export function readLines(text: string): Lines {
  const lines: Lines = new Map();
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) lines.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return lines;
}

export function writeLines(lines: Lines): string {
  return [...lines].map(([name, value]) => `${name}\t${value}\n`).join("");
}

/** What turns `base` into `other`. */
export function difference(base: Lines, other: Lines): Lines {
  const changes: Lines = new Map();
  for (const [name, value] of other) if (base.get(name) !== value) changes.set(name, value);
  for (const name of base.keys()) if (!other.has(name)) changes.set(name, "");
  return changes;
}

export function apply(base: Lines, changes: Lines): Lines {
  const result = new Map(base);
  for (const [name, value] of changes) {
    if (value) result.set(name, value);
    else result.delete(name);
  }
  return result;
}
