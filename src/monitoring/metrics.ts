import { nearest } from "../project/index.ts";
import table from "./data/metrics.json" with { type: "json" };

/** A metric that Falco 0.44 or falcosidekick exports. */
export interface Metric {
  readonly name: string;
  /** Beside those of the target, and of rules and configuration: `tag_...`, custom fields. */
  readonly labels: readonly string[];
}

export const metrics: ReadonlyMap<string, Metric> = new Map(
  table.map(({ name, ...rest }) => [name, { name, labels: "labels" in rest ? (rest.labels ?? []) : [] }]),
);

/** Counts matches of Falco's rules; its labels come from the rule. */
export const ruleMatches = "falcosecurity_falco_rules_matches_total";
/** Counts alerts that reach falcosidekick. */
export const sidekickEvents = "falcosecurity_falcosidekick_falco_events_total";
/** What falco-exporter made of the alerts that Falco sent by gRPC. */
export const exporterEvents = "falco_events";

/** Statistics of the kernel probes, which are named after these, and of plugins, which name their own. */
const open =
  /^falcosecurity_(?:plugins_(?!container_)|scap_.*_(?:run_cnt_total|run_time_nanoseconds_total|avg_time_nanoseconds)$)/;
/** Falco Talon has metrics of its own, which are not listed here. */
const family = /^falcosecurity_(?:falco(?!_talon_)|scap|evt|plugins|falcosidekick)_/;

/** Whether a name is of a family of which all metrics are known, and is none of them. */
export function isUnknownMetric(name: string): boolean {
  return family.test(name) && !open.test(name) && !metrics.has(name);
}

export function nearestMetric(name: string): string | undefined {
  const near = nearest(name, metrics.keys());
  if (near !== undefined) return near;
  // The unit at the end is what people leave out.
  return [...metrics.keys()].find((known) => known.startsWith(`${name}_`));
}

/** The label that a tag of a rule becomes. Source: the Prometheus text of libs. */
export function tagLabel(tag: string): string {
  return `tag_${tag}`.replace(/\W/g, "_").replace(/_+/g, "_");
}

/** Numbers that stand for priorities in the label `priority`: Falco's own, and falcosidekick's. */
export const priorityNumbers: ReadonlyMap<string, readonly string[]> = new Map([
  [ruleMatches, ["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"]],
  [
    sidekickEvents,
    ["", "debug", "informational", "notice", "warning", "error", "critical", "alert", "emergency"],
  ],
]);
