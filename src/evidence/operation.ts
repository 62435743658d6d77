import type { Stack } from "../stack/index.ts";
import type { Arrivals, RuleArrivals } from "./arrivals.ts";
import { type FileSet, type Node, ranWith, type Sensor } from "./nodes.ts";
import type { Period } from "./period.ts";
import type { Revision } from "./revision.ts";
import type { Metrics } from "./series.ts";
import { intersect, lengthOf, type TimeSpans, unite } from "./spans.ts";

/** All that says whether rules operated over a period. */
export interface Records {
  readonly period: Period;
  readonly metrics: Metrics;
  readonly nodes: readonly Node[];
  readonly arrivals: Arrivals;
  /** The files that are checked first, then the commits of the period, the newest first. */
  readonly revisions: readonly Revision[];
  /** Least share of time, of kernel events and of alerts, in percent. */
  readonly minimum: number;
}

/** What the records say of one rule in one deployment. */
export interface RuleRecord {
  /** Share of the time of all nodes in which the rule as it is checked was loaded, in percent, rounded down; null where it is not known. */
  readonly ran: number | null;
  readonly arrivals: RuleArrivals | undefined;
  /** How often the nodes' counters say that it matched; undefined where they do not count. */
  readonly matches: number | undefined;
  /** What keeps it from having operated, as a sentence; undefined where nothing does. */
  readonly gap: string | undefined;
}

/** Percent rounded down, so that 99.6 is not 100. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100);
}

/** Assesses rules by the records of a period. */
export class Operation {
  readonly records: Records;
  readonly #ran = new Map<Sensor, Map<string, TimeSpans>>();

  constructor(records: Records) {
    this.records = records;
  }

  /**
   * What the records say of a rule as a deployment loads it today.
   *
   * @param source its event source
   */
  of(rule: string, source: string, stack: Stack): RuleRecord {
    const { arrivals, nodes } = this.records;
    const own = arrivals.rules.get(rule);
    const counts = nodes.some(({ matches }) => matches.size > 0);
    const matches = counts ? nodes.reduce((sum, node) => sum + (node.matches.get(rule) ?? 0), 0) : undefined;
    const meaning = this.records.revisions[0]?.deployments.get(stack.name)?.meanings.get(rule);
    if (meaning === undefined) {
      const gap = `The repository does not hold the text of "${rule}", so no hash of the nodes shows that they ran it.`;
      return { ran: null, arrivals: own, matches, gap };
    }
    const { ran, gap: runtimeGap } = this.#running(rule, meaning, source, stack);
    return { ran, arrivals: own, matches, gap: runtimeGap ?? this.#pathGap(rule, own, matches, stack) };
  }

  #running(
    rule: string,
    meaning: string,
    source: string,
    stack: Stack,
  ): { readonly ran: number | null; readonly gap: string | undefined } {
    const sets = this.records.revisions.flatMap(({ deployments }) => {
      const deployment = deployments.get(stack.name);
      return deployment?.meanings.get(rule) === meaning ? [deployment.files] : [];
    });
    return source === "syscall" ? this.#onNodes(rule, sets) : this.#anywhere(rule, source, sets);
  }

  /** A rule on system calls has to run on every node. */
  #onNodes(
    rule: string,
    sets: readonly FileSet[],
  ): { readonly ran: number | null; readonly gap: string | undefined } {
    const { nodes, minimum, period } = this.records;
    const listed = nodes.filter(({ existed }) => existed !== undefined);
    if (listed.length === 0) {
      const gap =
        "The metrics hold no kube_node_info (or node_uname_info), so nodes that Falco never ran on are unknown: export it for the same period.";
      return { ran: null, gap };
    }
    const known = unite(listed.flatMap(({ existed }) => existed ?? []));
    const share = percentOf(lengthOf(known), period.end - period.start);
    if (share < minimum)
      return {
        ran: null,
        gap: `The list of nodes covers ${share}% of the period, and ${minimum}% are required.`,
      };
    const whole = listed.reduce((sum, { existed }) => sum + lengthOf(existed!), 0);
    const part = listed.reduce(
      (sum, node) => sum + lengthOf(intersect(node.existed!, this.#time(node, "syscall", sets))),
      0,
    );
    const ran = percentOf(part, whole);
    if (ran < minimum) {
      const gap = `Nodes ran "${rule}" as it is checked for ${ran}% of their time, and ${minimum}% are required.`;
      return { ran, gap };
    }
    return { ran, gap: this.#eventGap() };
  }

  /** A rule on what a plugin reads has to run somewhere. */
  #anywhere(
    rule: string,
    source: string,
    sets: readonly FileSet[],
  ): { readonly ran: number | null; readonly gap: string | undefined } {
    const { nodes, minimum, period } = this.records;
    const time = unite(nodes.flatMap((node) => this.#time(node, source, sets)));
    const ran = percentOf(lengthOf(time), period.end - period.start);
    if (ran >= minimum) return { ran, gap: undefined };
    const gap = `A Falco ran "${rule}" as it is checked for ${ran}% of the period, and ${minimum}% are required.`;
    return { ran, gap };
  }

  #time(node: Node, source: string, sets: readonly FileSet[]): TimeSpans {
    return unite(
      node.sensors
        .filter(({ sources }) => sources.has(source))
        .flatMap((sensor) => sets.flatMap((set) => this.#ranWith(sensor, set))),
    );
  }

  #ranWith(sensor: Sensor, set: FileSet): TimeSpans {
    const known = this.#ran.get(sensor) ?? new Map<string, TimeSpans>();
    this.#ran.set(sensor, known);
    const key = JSON.stringify(set);
    const spans = known.get(key) ?? ranWith(sensor, set);
    known.set(key, spans);
    return spans;
  }

  /** A driver that drops events, or sees none, watches nothing. */
  #eventGap(): string | undefined {
    const { nodes, minimum } = this.records;
    const sensing = nodes.filter(({ sensors }) => sensors.some(({ sources }) => sources.has("syscall")));
    const uncounted = sensing.find(({ events, dropped }) => events === undefined || dropped === undefined);
    if (uncounted !== undefined)
      return `The metrics of ${uncounted.name} lack falcosecurity_scap_n_evts_total or falcosecurity_scap_n_drops_total, so the number of dropped events is unknown: set metrics.kernel_event_counters_enabled.`;
    const blind = sensing.find(({ events }) => events === 0);
    if (blind !== undefined) return `Falco on ${blind.name} saw no event in the period.`;
    const events = sensing.reduce((sum, one) => sum + one.events!, 0);
    const dropped = sensing.reduce((sum, one) => sum + one.dropped!, 0);
    const kept = percentOf(Math.max(0, events - dropped), events);
    return kept >= minimum
      ? undefined
      : `Falco dropped ${dropped} of ${events} kernel events: it kept ${kept}%, and ${minimum}% are required.`;
  }

  /** What keeps the alerts of a rule from having been seen to arrive. */
  #pathGap(
    rule: string,
    own: RuleArrivals | undefined,
    matches: number | undefined,
    stack: Stack,
  ): string | undefined {
    const { nodes, minimum } = this.records;
    const written = (own?.alerts ?? 0) + (own?.drills ?? 0);
    if (written === 0)
      return matches !== undefined && matches > 0
        ? `"${rule}" matched ${matches} times on the nodes, and no alert of it arrived.`
        : `No alert and no drill of "${rule}" arrived in the period, so its alerts are not known to arrive: silence proves nothing.`;
    // Falco's own line is what it wrote on the node, not what came through.
    const arrived = stack.sidekick === undefined ? written : own!.forwarded;
    if (arrived === 0)
      return `All ${written} alerts of "${rule}" are lines of Falco's own, without the id that falcosidekick gives: they show that it fired, not that they arrived. Export them from the store behind falcosidekick.`;
    if (matches === undefined) {
      const discarded = nodes.reduce((sum, node) => sum + node.discarded, 0);
      return discarded === 0
        ? undefined
        : `Falco discarded ${discarded} alerts, as its output queue was full, and which rules they were of is not known: set metrics.rules_counters_enabled.`;
    }
    const share = percentOf(arrived, matches);
    return matches === 0 || share >= minimum
      ? undefined
      : `"${rule}" matched ${matches} times on the nodes, and of its alerts ${arrived} arrived: ${share}%, and ${minimum}% are required.`;
  }
}
