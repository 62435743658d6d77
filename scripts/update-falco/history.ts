/** Bounds of the versions that have a thing: `since` is absent where the oldest version has it. */
export interface Bounds {
  readonly since?: string;
  readonly removedIn?: string;
}

/**
 * Rows of successive versions as one table: each as its newest version has it, in the order of their first version.
 *
 * @param key Name of the property that tells rows apart.
 */
export function history<T extends object>(
  versions: readonly (readonly [version: string, rows: readonly T[]])[],
  key: keyof T,
): (T & Bounds)[] {
  const found = new Map<unknown, { row: T; since?: string; last: number }>();
  for (const [index, [version, rows]] of versions.entries())
    for (const row of rows) {
      const known = found.get(row[key]);
      if (known === undefined)
        found.set(row[key], { row, last: index, ...(index > 0 && { since: version }) });
      else Object.assign(known, { row, last: index });
    }
  return [...found.values()].map(({ row, since, last }) => {
    const removedIn = versions[last + 1]?.[0];
    return { ...row, ...(since && { since }), ...(removedIn && { removedIn }) };
  });
}
