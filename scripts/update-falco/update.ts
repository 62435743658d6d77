import { execFileSync } from "node:child_process";
import { type ChartKeys, readChartKeys } from "./chart-keys.ts";
import { Checkout, compareReleases, SourceError } from "./checkout.ts";
import { type ConfigKeyRow, hasConfigSchema, readConfigKeys } from "./config-keys.ts";
import { byName, type DataFile, type DataUpdate, planUpdate } from "./data-file.ts";
import { readEvents, readSyscalls } from "./events.ts";
import { readFields } from "./fields.ts";
import { history } from "./history.ts";
import { type PluginRow, readPlugins } from "./plugins.ts";
import { type Release, readRelease } from "./releases.ts";
import { type OutputRow, readSidekick, type Sidekick } from "./sidekick.ts";
import { type RulesArtifact, readUpstreamRules } from "./upstream-rules.ts";

/** The oldest releases that the product covers. */
const oldestFalco = "0.37.0";
const oldestChart = "4.0.0";

/** Repositories of the Falco project that the data come from. */
export const sources = ["falco", "libs", "plugins", "rules", "charts", "falcosidekick"] as const;
export type Source = (typeof sources)[number];

/** A release, or the development version that some conformance cases were recorded with. */
type Version = Release | Omit<Release, "released">;

/** An output as the data file has it: with what only a person can tell from its documentation. */
interface KnownOutput extends OutputRow {
  readonly reach: string;
  readonly needs: readonly string[];
}

type KnownSidekick = Omit<Sidekick, "outputs"> & { readonly outputs: readonly KnownOutput[] };

const catalog = (name: string, title: string): DataFile<readonly { readonly name: string }[]> => ({
  title,
  path: `src/falco/catalog/data/${name}.json`,
  rows: (rows) => byName(rows, "name"),
  depth: 1,
});

const versionsFile: DataFile<readonly Version[]> = {
  title: "Releases of Falco",
  path: "src/falco/catalog/data/versions.json",
  rows: (rows) => byName(rows, "falco"),
  depth: 1,
};

const configFile: DataFile<readonly ConfigKeyRow[]> = {
  title: "Keys of falco.yaml",
  path: "src/stack/config/falco-config-keys.json",
  rows: (rows) => byName(rows, "key"),
  depth: 1,
};

const pluginsFile: DataFile<Record<string, PluginRow>> = {
  title: "Plugins and their fields",
  path: "src/falco/catalog/data/plugins.json",
  rows: (plugins) =>
    new Map<string, object>(
      Object.entries(plugins).flatMap(([name, { fields, ...plugin }]) => [
        [name, plugin] as const,
        ...byName(fields, "name"),
      ]),
    ),
  depth: 3,
  flat: ["events"],
};

const chartFile: DataFile<ChartKeys> = {
  title: "Helm chart",
  path: "src/stack/deploy/helm-values-keys.json",
  rows: ({ versions, keys }) => new Map([...byName(versions, "chart"), ...byName(keys, "key")]),
  depth: 2,
};

const sidekickFile: DataFile<KnownSidekick> = {
  title: "Falcosidekick",
  path: "src/stack/alerts/falcosidekick.json",
  rows: ({ version, settings, outputs }) =>
    new Map<string, object>([
      ["falcosidekick", { version, settings }],
      ...outputs.map((output) => [output.output, output] as const),
    ]),
  depth: 2,
};

const rulesFile: DataFile<readonly RulesArtifact[]> = {
  title: "Upstream rules (newest versions)",
  path: "src/stack/upstream/data/upstream-rules.json",
  rows: (artifacts) =>
    new Map<string, object>(
      artifacts.flatMap(({ name, newest, versions }) => [
        [name, { newest }] as const,
        ...versions.at(-1)!.rules.map((rule) => [`${name}: ${rule.name}`, rule] as const),
      ]),
    ),
  depth: 5,
  flat: ["lists", "hashes"],
};

/**
 * Reads the sources and compares them with the data files below a root; nothing is written yet.
 *
 * @throws SourceError at a source that lacks something or has it in a form that is not understood.
 */
export function planUpdates(root: string, directories: Readonly<Record<Source, string>>): DataUpdate[] {
  const checkouts = Object.fromEntries(
    sources.map((source) => [source, new Checkout(source, directories[source])]),
  ) as Record<Source, Checkout>;
  const { falco, libs, plugins } = checkouts;
  const versions = falco.versions("").filter((version) => compareReleases(version, oldestFalco) >= 0);
  if (versions.length === 0) throw new SourceError(`falco: no release from ${oldestFalco} on is tagged`);
  const releases = versions.map((version) => readRelease(falco, libs, version));
  const withSchema = versions.filter((version) => hasConfigSchema(falco, version));
  const configKeys = withSchema.map((version) => [version, readConfigKeys(falco, version)] as const);
  return [
    planUpdate(root, versionsFile, (before) => [
      ...releases,
      ...before.filter((version) => isDevelopment(version, versions.at(-1)!)),
    ]),
    ...planCatalog(root, libs, releases),
    planUpdate(root, pluginsFile, () => readPlugins(plugins)),
    planUpdate(root, configFile, () => sorted(history(configKeys, "key"), "key")),
    planUpdate(root, chartFile, () => readChartKeys(checkouts.charts, oldestChart)),
    planSidekick(root, checkouts.falcosidekick),
    planUpdate(root, rulesFile, () => readUpstreamRules(checkouts.rules, plugins)),
  ];
}

/** Whether a version is not released, and comes after the newest release. */
function isDevelopment(version: Version, newest: string): boolean {
  return !("released" in version) && compareReleases(version.falco.replace(/-.*/, ""), newest) > 0;
}

/** Fields, events, parameters and system calls: what the libs of each release have. */
function planCatalog(root: string, libs: Checkout, releases: readonly Release[]): DataUpdate[] {
  const ofEach = <T>(read: (libs: Checkout, version: string) => T) =>
    releases.map((release) => [release.falco, read(libs, release.libs)] as const);
  const events = ofEach(readEvents);
  const eventRows = events.map(([version, { events: rows }]) => [version, rows] as const);
  return [
    planUpdate(root, catalog("fields", "Fields"), () => sorted(history(ofEach(readFields), "name"), "name")),
    planUpdate(root, catalog("events", "Events"), () => history(eventRows, "name")),
    planUpdate(root, catalog("parameters", "Parameters of events"), () => events.at(-1)![1].parameters),
    planUpdate(root, catalog("syscalls", "System calls"), () => history(ofEach(readSyscalls), "name")),
  ];
}

/** A new output needs a person: what it reaches and what turns it on is in its documentation only. */
function planSidekick(root: string, checkout: Checkout): DataUpdate {
  return planUpdate(root, sidekickFile, (before) => {
    const known = new Map(before.outputs.map((output) => [output.output, output]));
    const { version, settings, outputs } = readSidekick(checkout);
    return {
      version,
      settings,
      outputs: outputs.map(({ output, keys }) => {
        const former = known.get(output);
        if (former === undefined)
          throw new SourceError(
            `falcosidekick ${version} has a new output, ${output}: add it to ${sidekickFile.path} with its reach and needs, then run this again`,
          );
        return { output, reach: former.reach, needs: former.needs, keys };
      }),
    };
  });
}

/** Writes the data files, as the formatter of the repository lays them out. */
export function writeUpdates(root: string, updates: readonly DataUpdate[]): void {
  for (const update of updates) update.write();
  execFileSync("npx", ["biome", "format", "--write", root], { cwd: root, stdio: "ignore" });
}

function sorted<T extends object>(rows: readonly T[], key: keyof T): T[] {
  return [...rows].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
}
