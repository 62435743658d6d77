import type { RuleArrivals } from "./arrivals.ts";
import type { Node } from "./nodes.ts";
import { type Operation, percentOf, type Records } from "./operation.ts";
import { lengthOf, without } from "./spans.ts";

/** The position of an alert in the exports, and the time of its event. */
type Arrival = RuleArrivals["lastAlert"];

/** What the records of a period say, ready for reports and for JSON. */
export interface OperationSummary {
  /** The first and the last day, `YYYY-MM-DD`, in UTC. */
  readonly period: { readonly from: string; readonly to: string };
  /** Least share of time, of kernel events and of alerts, in percent. */
  readonly minimum: number;
  readonly alerts: {
    readonly read: number;
    /** Lines of alerts that other lines hold as well. */
    readonly repeated: number;
    readonly outside: number;
    readonly malformed: number;
    readonly problems: readonly string[];
  };
  readonly metrics: {
    readonly series: number;
    /** Seconds. */
    readonly step: number;
    readonly outside: number;
    readonly problems: readonly string[];
  };
  readonly nodes: readonly NodeSummary[];
  readonly rules: readonly RuleSummary[];
  /** What a reader of the records has to know, as sentences: silent nodes, gaps, drops, files that nobody knows. */
  readonly exceptions: readonly string[];
}

export interface NodeSummary {
  readonly name: string;
  /** Share of the period in which the node existed, in percent; null where no list of nodes has it. */
  readonly existed: number | null;
  /** Share of that time, or without a list of the period, in which Falco answered, in percent. */
  readonly answered: number;
  /** Kernel events that the driver saw and that it dropped; null where the metrics lack them. */
  readonly events: number | null;
  readonly dropped: number | null;
  readonly versions: readonly string[];
}

/** What the records say of a rule in a deployment. */
export interface RuleSummary {
  readonly name: string;
  readonly deployment: string;
  readonly operated: boolean;
  /** Share of time in which it ran as it is checked, in percent; null where that is not known. */
  readonly ran: number | null;
  readonly alerts: number;
  readonly drills: number;
  /** By the counters of the nodes; null where they do not count. */
  readonly matches: number | null;
  /** The drill, or where there was none the alert, that shows that its alerts arrive; null where none does. */
  readonly shown: (NonNullable<Arrival> & { readonly drill: boolean }) | null;
  readonly gap: string | null;
}

/** A rule in a deployment that is assessed. */
export interface AssessedRule {
  readonly name: string;
  /** Event source. */
  readonly source: string;
  readonly stack: Parameters<Operation["of"]>[2];
}

export function summariseOperation(operation: Operation, rules: readonly AssessedRule[]): OperationSummary {
  const { records } = operation;
  const { period, minimum, arrivals, metrics, nodes } = records;
  return {
    period: { from: period.from, to: period.to },
    minimum,
    alerts: {
      read: arrivals.read,
      repeated: arrivals.repeated,
      outside: arrivals.outside,
      malformed: arrivals.malformed,
      problems: arrivals.problems,
    },
    metrics: {
      series: metrics.series.length,
      step: metrics.step,
      outside: metrics.outside,
      problems: metrics.problems,
    },
    nodes: nodes.map((node) => nodeSummary(node, records)),
    rules: rules.map((rule) => ruleSummary(operation, rule)),
    exceptions: [...nodes.flatMap((node) => nodeExceptions(node, records)), ...commonExceptions(records)],
  };
}

function nodeSummary(node: Node, { period }: Records): NodeSummary {
  const { name, existed, present, events, dropped, versions } = node;
  const whole = period.end - period.start;
  const expected = existed === undefined ? whole : lengthOf(existed);
  const silent = existed === undefined ? whole - lengthOf(present) : lengthOf(without(existed, present));
  return {
    name,
    existed: existed === undefined ? null : percentOf(expected, whole),
    answered: percentOf(expected - silent, expected),
    events: events ?? null,
    dropped: dropped ?? null,
    versions: [...versions].sort(),
  };
}

function ruleSummary(operation: Operation, { name, source, stack }: AssessedRule): RuleSummary {
  const { ran, arrivals, matches, gap } = operation.of(name, source, stack);
  const shown =
    arrivals?.lastDrill !== undefined
      ? { ...arrivals.lastDrill, drill: true }
      : arrivals?.lastAlert !== undefined
        ? { ...arrivals.lastAlert, drill: false }
        : null;
  return {
    name,
    deployment: stack.name,
    operated: gap === undefined,
    ran,
    alerts: arrivals?.alerts ?? 0,
    drills: arrivals?.drills ?? 0,
    matches: matches ?? null,
    shown,
    gap: gap ?? null,
  };
}

function nodeExceptions(node: Node, records: Records): readonly string[] {
  const { name, existed, present, sensors, dropped, events, discarded } = node;
  const { period } = records;
  const sentences: string[] = [];
  const expected = existed ?? [{ start: period.start, end: period.end }];
  const gaps = without(expected, present);
  if (expected.length > 0 && present.length === 0)
    sentences.push(
      `${name} was silent: it existed for ${duration(lengthOf(expected))}, and Falco never answered.`,
    );
  else if (gaps.length > 0) {
    const longest = gaps.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
    sentences.push(
      `${name}: no answer for ${duration(lengthOf(gaps))}, the longest gap from ${minute(longest.start)} to ${minute(longest.end)}.`,
    );
  }
  if (dropped !== undefined && dropped > 0)
    sentences.push(
      `${name}: the driver dropped ${dropped} of ${events ?? "an unknown number of"} kernel events.`,
    );
  if (discarded > 0)
    sentences.push(`${name}: Falco discarded ${discarded} alerts, as its output queue was full.`);
  const known = new Set(
    records.revisions.flatMap(({ deployments }) =>
      [...deployments.values()].flatMap(({ files }) =>
        files.flatMap((file) =>
          file.sha256 === null ? [`${file.name} *`] : file.sha256.map((hash) => `${file.name} ${hash}`),
        ),
      ),
    ),
  );
  const unknown = sensors
    .flatMap(({ files }) => files)
    .filter((file) => !known.has(`${file.name} ${file.sha256}`) && !known.has(`${file.name} *`));
  for (const [key, time] of lengths(unknown))
    sentences.push(
      `${name} ran ${key}, which no revision of the repository in the period has, for ${duration(time)}.`,
    );
  return sentences;
}

function lengths(files: Node["sensors"][number]["files"]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { name, sha256, present } of files) {
    const key = `${name} (sha256 ${sha256.slice(0, 12)})`;
    times.set(key, (times.get(key) ?? 0) + lengthOf(present));
  }
  return times;
}

function commonExceptions({ nodes, arrivals, revisions, metrics }: Records): readonly string[] {
  const sentences: string[] = [];
  const versions = [...new Set(nodes.flatMap((node) => [...node.versions]))].sort();
  if (versions.length > 1) sentences.push(`Nodes ran several versions of Falco: ${versions.join(", ")}.`);
  const unverified = new Set(
    [...(revisions[0]?.deployments.values() ?? [])].flatMap((one) => one.unverified),
  );
  for (const file of unverified)
    sentences.push(`${file}: the repository does not hold its text, so its hash is held against nothing.`);
  const drops = arrivals.rules.get("Falco internal: syscall event drop");
  if (drops !== undefined)
    sentences.push(
      `Falco itself reported dropped events in ${drops.alerts} alerts of "Falco internal: syscall event drop".`,
    );
  if (nodes.every(({ existed }) => existed === undefined) && metrics.series.length > 0)
    sentences.push(
      "No list of nodes is among the metrics: a node that Falco never ran on is not in this report.",
    );
  return sentences;
}

function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    ...(days > 0 ? [`${days} d`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes % 60 > 0 || minutes < 60 ? [`${minutes % 60} min`] : []),
  ];
  return parts.join(" ");
}

function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
