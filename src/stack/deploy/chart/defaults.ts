import { isIn } from "../../../falco/index.ts";
import { at, emptyMap, type Location, type MapNode, nodeAt, withEntry } from "../../../project/index.ts";
import { knownValue } from "../../evidence/index.ts";
import { chartVersionOf, isChartBefore } from "../chart-version.ts";
import table from "./defaults.json" with { type: "json" };
import type { Release } from "./release.ts";
import { mergeValues, Values } from "./values.ts";

/** The dependency falcosidekick as a release of Falco's chart has it. */
export interface SidekickChart {
  readonly version: string;
  /** Paths under `config` that become variables of the same name, with underscores. */
  readonly variables: readonly string[];
}

/** The values that a release is rendered with: its own over those of its chart. */
export function valuesOf(release: Release): Values {
  const location = release.values.entries[0]?.keyLocation ?? release.values;
  const version = versionOf(release);
  const sidekick = fold(table.sidekick, sidekickVersion(release), location);
  const own = release.chart === "falcosidekick" ? asDependency(release.values) : release.values;
  const defaults = fold(table.falco, version, location);
  const inner = at(defaults, "falcosidekick");
  const merged = inner?.kind === "map" ? mergeValues(sidekick, inner) : sidekick;
  const values = mergeValues(withEntry(defaults, "falcosidekick", merged), own);
  return new Values(withNulls(values, own, defaults), location);
}

/** Of the two keys for rules files a release has one by itself; null for the other is written into falco.yaml. */
function withNulls(values: MapNode, own: MapNode, defaults: MapNode): MapNode {
  let result = values;
  for (const key of ["rules_file", "rules_files"]) {
    const given = at(own, "falco", key);
    const falco = at(result, "falco");
    const isNew = at(defaults, "falco", key) === undefined;
    if (given?.kind === "scalar" && given.value === null && isNew && falco?.kind === "map")
      result = withEntry(result, "falco", withEntry(falco, key, given));
  }
  return result;
}

/** The chart of falcosidekick alone takes the values under its name in Falco's. */
function asDependency(values: MapNode): MapNode {
  return withEntry(emptyMap(values), "falcosidekick", withEntry(values, "enabled", nodeAt(true, values)));
}

export function sidekickChart(release: Release): SidekickChart {
  const version = sidekickVersion(release);
  const { variables } = table.sidekick.findLast(({ since }) => isIn(version, { since }))!;
  return { version, variables };
}

/** Of a release whose version is not known, the newest; of those before the first one in the table, that. */
function versionOf(release: Release): string {
  const [first] = table.falco;
  const newest = table.falco.at(-1)!.since;
  if (release.chart === "falcosidekick") return newest;
  const version = chartVersionOf(release) ?? (isChartBefore(release, first!.since) ? first!.since : newest);
  return isIn(version, first!) ? version : first!.since;
}

/** That of a release of falcosidekick alone, or the dependency of Falco's chart. */
function sidekickVersion(release: Release): string {
  const [first] = table.sidekick;
  const alone = release.chart === "falcosidekick" ? knownValue(release.chartVersion) : undefined;
  if (alone !== undefined) return isIn(alone, first!) ? alone : first!.since;
  const version = versionOf(release);
  return table.falco.findLast(({ since }) => isIn(version, { since }))!.sidekick;
}

interface Change {
  readonly since: string;
  readonly values: unknown;
}

function fold(changes: readonly Change[], version: string, location: Location): MapNode {
  return changes
    .filter(({ since }) => isIn(version, { since }))
    .reduce<MapNode>(
      (values, change) => mergeValues(values, nodeAt(change.values, location) as MapNode),
      emptyMap(location),
    );
}
