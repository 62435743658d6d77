import type { LoggedAlert, MalformedLine } from "../alert-log/index.ts";
import type { FieldValue } from "../falco/index.ts";
import type { Period } from "./period.ts";

/** The location of an alert, and the time of its event. */
export interface Arrival {
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly hostname: string;
  readonly file: string;
  readonly line: number;
}

/** The alerts of one rule in the period. */
export interface RuleArrivals {
  /** Alerts that nobody is known to have raised on purpose. */
  readonly alerts: number;
  /** Alerts of drills. */
  readonly drills: number;
  /** Of both, those that falcosidekick passed on. */
  readonly forwarded: number;
  /** The last of each kind. */
  readonly lastAlert: Arrival | undefined;
  readonly lastDrill: Arrival | undefined;
}

/** What the exported alerts hold. */
export interface Arrivals {
  readonly rules: ReadonlyMap<string, RuleArrivals>;
  /** Alerts of the period, each once. */
  readonly read: number;
  /** Lines of alerts of the period that other lines hold as well. */
  readonly repeated: number;
  /** Alerts before or after it. */
  readonly outside: number;
  readonly malformed: number;
  /** The first malformed lines, as sentences with the position. */
  readonly problems: readonly string[];
}

/** What marks an alert as one of a drill: fields with the values that they all have to have. */
export type DrillMark = Readonly<Record<string, string | number>>;

/** Drills by Falco's own event-generator, as container runtimes name its image. */
const eventGenerator: readonly DrillMark[] = [
  { "container.image.repository": "falcosecurity/event-generator" },
  { "container.image.repository": "docker.io/falcosecurity/event-generator" },
];

const shownProblems = 10;

/**
 * Counts alerts by rule. One alert at a time is held, and 22 bytes of each: an alert that was exported twice, from two stores or
 * from Falco's log and the store behind falcosidekick, is one.
 */
export async function countArrivals(
  alerts: AsyncIterable<LoggedAlert | MalformedLine>,
  period: Period,
  drills: readonly DrillMark[] = eventGenerator,
): Promise<Arrivals> {
  const rules = new Map<string, Mutable<RuleArrivals>>();
  const problems: string[] = [];
  let read = 0;
  let outside = 0;
  let malformed = 0;
  let repeated = 0;
  /** Whether falcosidekick is known to have passed the alert on, by its identity. */
  const seen = new Map<string, boolean>();
  for await (const alert of alerts) {
    if ("problem" in alert) {
      malformed++;
      if (problems.length < shownProblems) problems.push(`${alert.file}:${alert.line}: ${alert.problem}`);
    } else if (alert.time < period.start || alert.time >= period.end) outside++;
    else {
      const known = rules.get(alert.rule) ?? none();
      rules.set(alert.rule, known);
      const before = seen.get(alert.identity);
      seen.set(alert.identity, before === true || alert.forwarded);
      if (before !== undefined) {
        repeated++;
        if (!before && alert.forwarded) known.forwarded++;
        continue;
      }
      read++;
      add(
        known,
        alert,
        drills.some((mark) => isMarked(alert, mark)),
      );
    }
  }
  return { rules, read, repeated, outside, malformed, problems };
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

function none(): Mutable<RuleArrivals> {
  return { alerts: 0, drills: 0, forwarded: 0, lastAlert: undefined, lastDrill: undefined };
}

function add(arrivals: Mutable<RuleArrivals>, alert: LoggedAlert, isDrill: boolean): void {
  const { file, line, hostname } = alert;
  const arrival = { time: new Date(alert.time).toISOString(), hostname, file, line };
  if (alert.forwarded) arrivals.forwarded++;
  if (isDrill) {
    arrivals.drills++;
    if (arrivals.lastDrill === undefined || arrivals.lastDrill.time < arrival.time)
      arrivals.lastDrill = arrival;
  } else {
    arrivals.alerts++;
    if (arrivals.lastAlert === undefined || arrivals.lastAlert.time < arrival.time)
      arrivals.lastAlert = arrival;
  }
}

function isMarked({ fields }: LoggedAlert, mark: DrillMark): boolean {
  const marks = Object.entries(mark);
  return (
    marks.length > 0 &&
    marks.every(([field, value]) => Object.hasOwn(fields, field) && isValue(fields[field], value))
  );
}

function isValue(field: FieldValue | undefined, value: string | number): boolean {
  return (typeof field === "string" || typeof field === "number") && String(field) === String(value);
}
