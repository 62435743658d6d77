/** The rows of a data file by name, for comparing two versions of it. */
export type Rows = ReadonlyMap<string, object>;

/** What differs between two versions of a data file, as a section of a changelog in Markdown; empty if nothing does. */
export function describeChanges(title: string, before: Rows, after: Rows): string {
  const names = (rows: Iterable<string>) => [...rows].map((name) => `\`${name}\``).join(", ");
  const added = [...after.keys()].filter((name) => !before.has(name));
  const dropped = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after].flatMap(([name, row]) => {
    const old = before.get(name);
    const differences = old === undefined ? [] : differencesOf(old, row);
    return differences.length === 0 ? [] : [`- Changed: \`${name}\`: ${differences.join("; ")}`];
  });
  const lines = [
    ...(added.length > 0 ? [`- Added: ${names(added)}`] : []),
    ...(dropped.length > 0 ? [`- No longer listed: ${names(dropped)}`] : []),
    ...changed,
  ];
  return lines.length === 0 ? "" : `### ${title}\n\n${lines.join("\n")}\n`;
}

function differencesOf(before: object, after: object): string[] {
  const [old, now] = [before, after].map((row) => new Map(Object.entries(row)));
  return [...new Set([...old!.keys(), ...now!.keys()])].flatMap((property) => {
    const [from, to] = [old!.get(property), now!.get(property)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    if (Array.isArray(from) && Array.isArray(to)) return [`${property}: ${describeLists(from, to)}`];
    return [`${property}: ${printed(from)} → ${printed(to)}`];
  });
}

function describeLists(from: readonly unknown[], to: readonly unknown[]): string {
  const marked = (sign: string, values: readonly unknown[], others: readonly unknown[]) =>
    values.filter((value) => !others.includes(value)).map((value) => `${sign}${String(value)}`);
  const differences = [...marked("+", to, from), ...marked("-", from, to)];
  return differences.length === 0 ? "order" : differences.join(" ");
}

function printed(value: unknown): string {
  return value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value);
}
