import type { Metrics, Series } from "./series.ts";
import { intersect, type TimeSpan, type TimeSpans, unite, without } from "./spans.ts";

/** One rules file as Falco loaded it on a node: Falco gives its name without the folder. */
export interface LoadedFile {
  readonly name: string;
  readonly sha256: string;
  readonly present: TimeSpans;
}

/** One Falco process that Prometheus asked: a pod on a node. */
export interface Sensor {
  readonly files: readonly LoadedFile[];
  /** When it answered. */
  readonly present: TimeSpans;
  /** Event sources that it had open. */
  readonly sources: ReadonlySet<string>;
}

/** What the metrics say of a node. */
export interface Node {
  readonly name: string;
  readonly sensors: readonly Sensor[];
  /** When Falco answered on it. */
  readonly present: TimeSpans;
  /** When the node existed; undefined where no metric of another program has it. */
  readonly existed: TimeSpans | undefined;
  /** Kernel events that Falco's driver saw, and those of them that it dropped; undefined where the metrics lack them. */
  readonly events: number | undefined;
  readonly dropped: number | undefined;
  /** Alerts that Falco discarded, as its output queue was full. */
  readonly discarded: number;
  /** How often each rule matched; undefined where `rules_counters_enabled` is off. */
  readonly matches: ReadonlyMap<string, number>;
  readonly versions: ReadonlySet<string>;
}

/** Labels that Falco's own metrics have; the others are of the target that Prometheus asked. */
const ownLabels: Readonly<Record<string, readonly string[]>> = {
  falcosecurity_evt_hostname_info: ["hostname"],
  falcosecurity_falco_sha256_rules_files_info: ["file_name", "sha256"],
  falcosecurity_falco_sha256_config_files_info: ["file_name", "sha256"],
  falcosecurity_falco_version_info: ["version"],
  falcosecurity_falco_kernel_release_info: ["kernel_release"],
  falcosecurity_scap_engine_name_info: ["engine_name", "evt_source"],
  falcosecurity_scap_n_drops_buffer_total: ["dir", "drop"],
  falcosecurity_scap_n_drops_cpu_total: ["cpu"],
  falcosecurity_scap_n_evts_cpu_total: ["cpu"],
};

/** Labels that scrape configurations give the node's name by, in the order in which they are believed. */
const nodeLabels = ["node", "node_name", "nodename", "kubernetes_node", "kubernetes_node_name"];

/** Metrics of other programs that list the nodes there are, with the label that names them. */
const inventories: Readonly<Record<string, string>> = { kube_node_info: "node", node_uname_info: "nodename" };

/** The nodes that the metrics speak of, by name. */
export function nodesOf({ series }: Metrics): readonly Node[] {
  const targets = new Map<string, Series[]>();
  const existed = new Map<string, TimeSpan[]>();
  for (const one of series) {
    const label = Object.hasOwn(inventories, one.metric) ? inventories[one.metric] : undefined;
    const listed = label === undefined ? undefined : one.labels[label];
    if (listed !== undefined) into(existed, listed, one.present);
    if (one.metric.startsWith("falcosecurity_")) into(targets, targetOf(one), [one]);
  }
  const byNode = new Map<string, (readonly Series[])[]>();
  for (const [key, own] of targets) into(byNode, nodeNameOf(own) ?? key, [own]);
  const names = [...new Set([...byNode.keys(), ...existed.keys()])].sort();
  return names.map((name) =>
    nodeOf(name, byNode.get(name) ?? [], existed.size === 0 ? undefined : unite(existed.get(name) ?? [])),
  );
}

function into<T>(groups: Map<string, T[]>, key: string, items: readonly T[]): void {
  const group = groups.get(key) ?? [];
  for (const item of items) group.push(item);
  groups.set(key, group);
}

/** The labels of the target that a series is of, as a text. */
function targetOf({ metric, labels }: Series): string {
  const own = new Set(["__name__", ...(Object.hasOwn(ownLabels, metric) ? ownLabels[metric]! : [])]);
  const isMatch = metric === matchMetric;
  const target = Object.entries(labels).filter(
    ([name]) => !own.has(name) && !(isMatch && /^(?:rule_name|priority|source|tag_.*)$/.test(name)),
  );
  return JSON.stringify(target.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const matchMetric = "falcosecurity_falco_rules_matches_total";
const filesMetric = "falcosecurity_falco_sha256_rules_files_info";

function nodeNameOf(series: readonly Series[]): string | undefined {
  const [{ labels } = { labels: {} as Series["labels"] }] = series;
  const named = nodeLabels.map((label) => labels[label]).find((name) => name !== undefined);
  const host = series.find(({ metric }) => metric === "falcosecurity_evt_hostname_info")?.labels.hostname;
  return named ?? host ?? labels.instance;
}

function nodeOf(name: string, targets: readonly (readonly Series[])[], existed: TimeSpans | undefined): Node {
  const sensors = targets.map(sensorOf);
  const all = targets.flat();
  const total = (metric: string): number | undefined => {
    const counters = all.filter((one) => one.metric === metric);
    return counters.length === 0 ? undefined : counters.reduce((sum, { increase }) => sum + increase, 0);
  };
  const matches = new Map<string, number>();
  for (const target of targets)
    for (const [rule, count] of matchesOf(target)) matches.set(rule, (matches.get(rule) ?? 0) + count);
  return {
    name,
    sensors,
    present: unite(sensors.flatMap(({ present }) => present)),
    existed,
    events: total("falcosecurity_scap_n_evts_total"),
    dropped: total("falcosecurity_scap_n_drops_total"),
    discarded: total("falcosecurity_falco_outputs_queue_num_drops_total") ?? 0,
    matches,
    versions: labelsOf(all, "falcosecurity_falco_version_info", "version"),
  };
}

function sensorOf(series: readonly Series[]): Sensor {
  return {
    files: series.flatMap(({ metric, labels: { file_name: name, sha256 }, present }) =>
      metric === filesMetric && name !== undefined && sha256 !== undefined
        ? [{ name, sha256: sha256.toLowerCase(), present }]
        : [],
    ),
    present: unite(series.flatMap(({ present }) => present)),
    sources: labelsOf(series, "falcosecurity_scap_engine_name_info", "evt_source"),
  };
}

/** Falco has a counter of a rule only from its first match on, so one that starts later than its target started at 0. */
function matchesOf(target: readonly Series[]): ReadonlyMap<string, number> {
  const begin = target.reduce(
    (least, { present }) => Math.min(least, present[0]!.start),
    Number.POSITIVE_INFINITY,
  );
  const matches = new Map<string, number>();
  for (const { metric, labels, present, first, increase } of target) {
    const rule = labels.rule_name;
    if (metric !== matchMetric || rule === undefined) continue;
    const before = present[0]!.start > begin ? first : 0;
    matches.set(rule, (matches.get(rule) ?? 0) + before + increase);
  }
  return matches;
}

function labelsOf(series: readonly Series[], metric: string, label: string): ReadonlySet<string> {
  return new Set(
    series.flatMap((one) =>
      one.metric === metric && one.labels[label] !== undefined ? [one.labels[label]] : [],
    ),
  );
}

/** Files by name with their content's hashes, all of which Falco has to load; an unknown content is null. */
export type FileSet = readonly { readonly name: string; readonly sha256: readonly string[] | null }[];

/** When a sensor had loaded exactly the files of a set. */
export function ranWith({ files, present }: Sensor, set: FileSet): TimeSpans {
  const isKnown = (file: LoadedFile) =>
    set.some(({ name, sha256 }) => name === file.name && (sha256 === null || sha256.includes(file.sha256)));
  const unknown = unite(files.filter((file) => !isKnown(file)).flatMap(({ present: spans }) => spans));
  const all = set.reduce<TimeSpans>((time, { name, sha256 }) => {
    const loaded = files.filter(
      (file) => file.name === name && (sha256 === null || sha256.includes(file.sha256)),
    );
    return intersect(time, unite(loaded.flatMap(({ present: spans }) => spans)));
  }, present);
  // What is in a file that nobody knows may switch rules off.
  return set.length === 0 ? [] : without(all, unknown);
}
