/** Any JSON, as an event of `audit.k8s.io/v1` is made of it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What is at a way through objects; undefined where it ends before. */
export function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path) {
    if (found === null || typeof found !== "object" || !Object.hasOwn(found, key)) return undefined;
    found = (found as { readonly [key: string]: Json })[key];
  }
  return found;
}

/** A text as it is, anything else as JSON. */
export function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The values at a way that leads through lists: of all items, with nothing for an item that has none, or of the one
 * with the index. Undefined where the way ends before.
 */
export function along(
  value: Json | undefined,
  path: readonly string[],
  index: number | undefined,
): readonly (Json | undefined)[] | undefined {
  let found = value;
  for (const [depth, key] of path.entries()) {
    if (isList(found)) {
      if (index === undefined) {
        return found.flatMap((item) => along(item, path.slice(depth), index) ?? [undefined]);
      }
      found = found[index];
    }
    found = at(found, [key]);
    if (found === undefined) return undefined;
  }
  return [found];
}
