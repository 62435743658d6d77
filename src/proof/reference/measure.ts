import {
  type Compiled,
  CompileError,
  type Condition,
  compile,
  EvaluationError,
  Event,
  run as evaluate,
  print,
  type Vocabulary,
} from "../../falco/index.ts";
import { checksOf } from "../condition-coverage.ts";
import type { ReferenceEvent, Scenario } from "./corpus.ts";
import type { FieldMap } from "./event-fields.ts";
import { isMountField, mountValues } from "./mounts.ts";

/** A rule as a Falco loads it. */
export interface MeasuredRule {
  readonly name: string;
  /** Event source. */
  readonly source: string;
  /** With exceptions, macros and lists resolved. */
  readonly condition: Condition;
  /** Names of the kernel events that it can match; undefined where that is not known. */
  readonly eventTypes: ReadonlySet<string> | undefined;
}

/** For each run of a scenario the numbers of the events on which a condition holds; no runs where it misses the scenario. */
type Outcome = readonly (readonly number[])[];

const missed: Outcome = [];

/** A condition, and the scenarios on which it is known to hold or not. */
interface Matcher {
  readonly source: string;
  readonly eventTypes: ReadonlySet<string> | undefined;
  readonly compiled: Compiled;
  readonly mountFields: readonly string[];
  readonly outcomes: Map<string, Outcome>;
}

/** Tells which rules detect which scenarios. A condition that several Falcos load is compiled and run once. */
export class Measurement {
  readonly #matchers = new Map<string, Matcher | undefined>();

  /**
   * Rules that are loaded together, to be measured.
   *
   * @param version of Falco, as what conditions can name differs
   * @param vocabularies what can be named in conditions on events of a source
   */
  load(
    rules: readonly MeasuredRule[],
    version: string,
    vocabularies: (source: string) => Vocabulary,
  ): LoadedMeasurement {
    const matchers = new Map<string, Matcher>();
    for (const rule of rules) {
      const key = `${version} ${rule.source} ${print(rule.condition)}`;
      if (!this.#matchers.has(key)) this.#matchers.set(key, matcherOf(rule, vocabularies(rule.source)));
      const matcher = this.#matchers.get(key);
      if (matcher !== undefined) matchers.set(rule.name, matcher);
    }
    const index = new ListenerIndex([...matchers.values()]);
    const firing = (scenario: Scenario, holds: (outcome: Outcome) => boolean): string[] => {
      const detecting = detectors(index, scenario, holds);
      if (detecting.size === 0) return [];
      return [...matchers].filter(([, matcher]) => detecting.has(matcher)).map(([name]) => name);
    };
    return {
      rulesOn: (scenario) => firing(scenario, () => true),
      rulesOnEvent: (scenario, event) => firing(scenario, (outcome) => inRuns(scenario, outcome, event)),
    };
  }
}

/** The matchers that an event of a kind can concern, which are few of all. */
class ListenerIndex {
  readonly #matchers: readonly Matcher[];
  readonly #byKind = new Map<string, readonly Matcher[]>();

  constructor(matchers: readonly Matcher[]) {
    this.#matchers = matchers;
  }

  of(reference: ReferenceEvent): readonly Matcher[] {
    const kind = `${reference.source} ${reference.type ?? ""}`;
    let listeners = this.#byKind.get(kind);
    if (listeners === undefined) {
      listeners = this.#matchers.filter((matcher) => listens(matcher, reference));
      this.#byKind.set(kind, listeners);
    }
    return listeners;
  }
}

export interface LoadedMeasurement {
  /** The names of the rules that fire on an event of as many runs of the scenario as it asks for. */
  readonly rulesOn: (scenario: Scenario) => readonly string[];
  /** The names of the rules that fire on that event, counted from 0, in as many runs. */
  readonly rulesOnEvent: (scenario: Scenario, event: number) => readonly string[];
}

function inRuns({ counted }: Scenario, outcome: Outcome, event: number): boolean {
  return counted === "every"
    ? outcome.every((events) => events.includes(event))
    : outcome.some((events) => events.includes(event));
}

function matcherOf(
  { source, condition, eventTypes }: MeasuredRule,
  vocabulary: Vocabulary,
): Matcher | undefined {
  try {
    const compiled = compile(condition, vocabulary);
    const mountFields = [...checksOf(compiled)]
      .flatMap(({ left }) => left.root?.key ?? [])
      .filter(isMountField);
    return { source, eventTypes, compiled, mountFields, outcomes: new Map() };
  } catch (error) {
    if (error instanceof CompileError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The conditions that hold on the scenario; runs it on those that it has not been run on. */
function detectors(
  index: ListenerIndex,
  { id, runs, counted }: Scenario,
  holds: (outcome: Outcome) => boolean,
): ReadonlySet<Matcher> {
  // What listens to none of the events fires in no run.
  const listeners = new Set(runs.flatMap((events) => events.flatMap((event) => index.of(event))));
  const open = new Set([...listeners].filter(({ outcomes }) => !outcomes.has(id)));
  const found = new Map<Matcher, number[][]>();
  for (const [run, events] of runs.entries()) {
    if (open.size === 0) break;
    const fired = firingOn(open, events);
    for (const matcher of open) {
      const own = fired.get(matcher);
      if (own === undefined && counted === "every") {
        matcher.outcomes.set(id, missed);
        open.delete(matcher);
      } else if (own !== undefined) {
        const outcome = found.get(matcher) ?? [];
        found.set(matcher, outcome);
        while (outcome.length < run) outcome.push([]);
        outcome.push(own);
      }
    }
  }
  for (const matcher of open) matcher.outcomes.set(id, found.get(matcher) ?? missed);
  return new Set(
    [...listeners].filter(({ outcomes }) => {
      const outcome = outcomes.get(id) ?? missed;
      return outcome !== missed && holds(outcome);
    }),
  );
}

/** The numbers of the events on which conditions hold, by condition. */
function firingOn(
  matchers: ReadonlySet<Matcher>,
  events: readonly ReferenceEvent[],
): ReadonlyMap<Matcher, number[]> {
  const fired = new Map<Matcher, number[]>();
  const mountFields = new Set([...matchers].flatMap((matcher) => matcher.mountFields));
  for (const [index, reference] of events.entries()) {
    let event: Event | undefined;
    for (const matcher of matchers) {
      if (!listens(matcher, reference)) continue;
      event ??= new Event(withMounts(reference.values, mountFields));
      if (!fires(matcher.compiled, event)) continue;
      const own = fired.get(matcher);
      if (own === undefined) fired.set(matcher, [index]);
      else own.push(index);
    }
  }
  return fired;
}

function listens({ source, eventTypes }: Matcher, reference: ReferenceEvent): boolean {
  if (source !== reference.source) return false;
  return reference.type === undefined || eventTypes === undefined || eventTypes.has(reference.type);
}

/** The values of an event, with those of the fields that look for a mount of the container. */
function withMounts(values: FieldMap, mountFields: ReadonlySet<string>): FieldMap {
  const mounts = values.get("container.mounts");
  if (mountFields.size === 0 || typeof mounts !== "string") return values;
  return new Map([...mountValues(mounts, mountFields), ...values]);
}

/** An event that would end the engine is no alert. */
function fires(compiled: Compiled, event: Event): boolean {
  try {
    return evaluate(compiled, event);
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof RangeError) return false;
    throw error;
  }
}
