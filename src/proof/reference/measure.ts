import {
  type Compiled,
  CompileError,
  type Condition,
  compile,
  EvaluationError,
  Event,
  print,
  run,
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

/** A condition, and the scenarios on which it is known to hold or not. */
interface Matcher {
  readonly source: string;
  readonly eventTypes: ReadonlySet<string> | undefined;
  readonly compiled: Compiled;
  readonly mountFields: readonly string[];
  readonly outcomes: Map<string, boolean>;
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
    return { rulesOn: (scenario) => rulesOn(matchers, index, scenario) };
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

function rulesOn(
  matchers: ReadonlyMap<string, Matcher>,
  index: ListenerIndex,
  { id, runs, counted }: Scenario,
): readonly string[] {
  const isEvery = counted === "every";
  // Without a run nothing fires, and what listens to none of the events fires in no run.
  const listeners = new Set(runs.flatMap((events) => events.flatMap((event) => index.of(event))));
  const open = new Set([...listeners].filter(({ outcomes }) => !outcomes.has(id)));
  for (const matcher of open) matcher.outcomes.set(id, isEvery);
  for (const events of runs) {
    if (open.size === 0) break;
    const fired = firingOn(open, events);
    for (const matcher of open) {
      if (fired.has(matcher) === isEvery) continue;
      matcher.outcomes.set(id, !isEvery);
      open.delete(matcher);
    }
  }
  const detecting = new Set([...listeners].filter(({ outcomes }) => outcomes.get(id) === true));
  if (detecting.size === 0) return [];
  return [...matchers].filter(([, matcher]) => detecting.has(matcher)).map(([name]) => name);
}

function firingOn(matchers: ReadonlySet<Matcher>, events: readonly ReferenceEvent[]): ReadonlySet<Matcher> {
  const fired = new Set<Matcher>();
  for (const reference of events) {
    let event: Event | undefined;
    for (const matcher of matchers) {
      if (fired.has(matcher) || !listens(matcher, reference)) continue;
      event ??= new Event(reference.values);
      if (fires(matcher.compiled, withMounts(event, reference.values, matcher))) fired.add(matcher);
    }
  }
  return fired;
}

function listens({ source, eventTypes }: Matcher, reference: ReferenceEvent): boolean {
  if (source !== reference.source) return false;
  return reference.type === undefined || eventTypes === undefined || eventTypes.has(reference.type);
}

/** The event, with the values of the fields that look for a mount of the container, where the condition has such. */
function withMounts(event: Event, values: FieldMap, { mountFields }: Matcher): Event {
  const mounts = values.get("container.mounts");
  if (mountFields.length === 0 || typeof mounts !== "string") return event;
  return new Event(new Map([...mountValues(mounts, mountFields), ...values]));
}

/** An event that would end the engine is no alert. */
function fires(compiled: Compiled, event: Event): boolean {
  try {
    return run(compiled, event);
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof RangeError) return false;
    throw error;
  }
}
