import { isIn, isRemoved } from "../../falco/index.ts";
import { type Entry, type Location, type MapNode, nearest } from "../../project/index.ts";
import type { Release } from "./chart/index.ts";
import { chartVersionOf, isChartBefore } from "./chart-version.ts";
import table from "./helm-values-keys.json" with { type: "json" };

interface KnownKey {
  readonly key: string;
  readonly type: string;
  readonly since?: string;
  readonly removedIn?: string;
}

const keys: ReadonlyMap<string, KnownKey> = new Map(
  (table.keys as readonly KnownKey[]).map((known) => [known.key, known]),
);

/** Keys of other charts' values, and of falco.yaml, which are looked at elsewhere. */
const foreign = new Set([
  "falco",
  "falcosidekick",
  "falco-talon",
  "falcotalon",
  "k8s-metacollector",
  "grafana",
  "global",
]);

/** Maps that the chart passes on to Kubernetes as they are. */
const passedOn =
  /(?:^|\.)(?:resources|updateStrategy|\w*[sS]ecurityContext|ports|labels|annotations|selector|tlsConfig)$/;

/** Maps with known keys that the chart writes out as they are, so that others reach the program too. */
const writtenOut = new Set(["falcoctl.config"]);

const childrenOf = new Map<string, string[]>();
for (const key of keys.keys()) {
  const dot = key.lastIndexOf(".");
  const parent = dot === -1 ? "" : key.slice(0, dot);
  childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), key.slice(dot + 1)]);
}

/** The keys of the newest chart's values below others, from the outside in, and what they take. */
export function valuesKeysBelow(path: readonly string[]): { readonly name: string; readonly type: string }[] {
  const parent = path.join(".");
  const own = (childrenOf.get(parent) ?? []).flatMap((name) => {
    const known = keys.get(parent === "" ? name : `${parent}.${name}`)!;
    return known.removedIn === undefined ? [{ name, type: known.type }] : [];
  });
  const names = new Set(own.map(({ name }) => name));
  const charts = path.length === 0 ? [...foreign].filter((name) => !names.has(name)) : [];
  return [...own, ...charts.map((name) => ({ name, type: "map" }))];
}

export type ValuesIssue = { readonly key: string; readonly location: Location } & (
  | { readonly kind: "unknown"; readonly near: string | undefined }
  | {
      readonly kind: "removed";
      readonly version: string;
      readonly entry: Entry;
      /** The map that it is a key of. */
      readonly map: MapNode;
    }
  | { readonly kind: "later"; readonly version: string; readonly chart: string }
);

/** Keys of values that their chart does not know, or no longer, or not yet. */
export function valuesIssues(release: Release): ValuesIssue[] {
  const { chart, isCopy, values } = release;
  if (chart !== "falco" || isCopy) return [];
  // What charts before the oldest that is known take is not known.
  if (isChartBefore(release, table.versions[0]!.chart)) return [];
  return [...walk(values, "", chartVersionOf(release))];
}

function* walk(map: MapNode, path: string, chart: string | undefined): Iterable<ValuesIssue> {
  const children = childrenOf.get(path);
  // A map without known keys is free.
  if (children === undefined) return;
  for (const entry of map.entries) {
    const { key, keyLocation, value } = entry;
    const full = path === "" ? key : `${path}.${key}`;
    if (path === "" && foreign.has(key)) continue;
    const known = keys.get(full);
    if (known === undefined) {
      if (!writtenOut.has(path))
        yield { kind: "unknown", key: full, near: nearest(key, children), location: keyLocation };
    } else if (chart !== undefined && !isIn(chart, known)) yield atOtherVersion(known, chart, map, entry);
    else if (value.kind === "map" && !passedOn.test(full)) yield* walk(value, full, chart);
  }
}

function atOtherVersion(
  { key, removedIn, since }: KnownKey,
  chart: string,
  map: MapNode,
  entry: Entry,
): ValuesIssue {
  const location = entry.keyLocation;
  return removedIn !== undefined && isRemoved(chart, { removedIn })
    ? { kind: "removed", key, version: removedIn, location, entry, map }
    : { kind: "later", key, version: since ?? chart, chart, location };
}
