import { type LoadResult, type Vocabulary, vocabularyFor } from "../falco/index.ts";
import {
  type EventFeed,
  isCaptured,
  type LoadedMeasurement,
  Measurement,
  type Scenario,
  type SignalCorpus,
} from "../proof/index.ts";
import { type Ruleset, syscallSource } from "../stack/index.ts";
import { kernelFeed } from "./kernel-feed.ts";

/** Scenarios by the name of the rule that fires on them. */
type ByRule = ReadonlyMap<string, ReadonlySet<Scenario>>;

/** Rules that fire on one event of an act. */
interface FiringTogether {
  /** The name of the act. */
  readonly act: string;
  readonly rules: readonly string[];
}

/** What the rules of each deployment detect of the reference events. */
export class Detections {
  /** The reference events by signal. */
  readonly corpora: ReadonlyMap<string, SignalCorpus>;
  readonly #upstream: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #measurement = new Measurement();
  readonly #loads = new Map<LoadResult, LoadedMeasurement>();
  readonly #known = new Map<LoadResult, Map<string, Map<SignalCorpus, ByRule>>>();

  /**
   * @param corpora reference events by signal
   * @param upstream by the name of a rule whose text is not in the repository, the ids of the scenarios on which it fires
   */
  constructor(
    corpora: ReadonlyMap<string, SignalCorpus>,
    upstream: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.corpora = corpora;
    this.#upstream = upstream;
  }

  /** The scenarios of a signal on which a rule fires as the ruleset loads it, and its deployment captures events. */
  of({ result, stack }: Ruleset, rule: string, corpus: SignalCorpus): ReadonlySet<Scenario> {
    const feed = stack && kernelFeed(stack);
    const key = feed === undefined ? "" : `${feed.highVolume} ${[...feed.removed].sort().join(" ")}`;
    const byFeed = this.#known.get(result) ?? new Map<string, Map<SignalCorpus, ByRule>>();
    this.#known.set(result, byFeed);
    const bySignal = byFeed.get(key) ?? new Map<SignalCorpus, ByRule>();
    byFeed.set(key, bySignal);
    const byRule = bySignal.get(corpus) ?? this.#detect(result, corpus, feed);
    bySignal.set(corpus, byRule);
    return byRule.get(rule) ?? none;
  }

  /**
   * Of the rules that are asked about, those that fire on one and the same event of a signal. What is recorded of published
   * rules is by scenario, so they are among them where a scenario is a single event.
   */
  together({ result, stack }: Ruleset, asked: ReadonlySet<string>, corpus: SignalCorpus): FiringTogether[] {
    const feed = stack && kernelFeed(stack);
    return [...corpus.attacks, ...corpus.everyday].flatMap(({ name: act, scenarios }) =>
      scenarios.flatMap((scenario) => {
        const seen = feed === undefined ? scenario : captured(scenario, feed);
        const count = seen.runs[0]?.length ?? 0;
        const published = count === 1 && seen === scenario ? this.#published(result, scenario) : [];
        return Array.from({ length: count }, (_, event) => ({
          act,
          rules: [...this.#load(result).rulesOnEvent(seen, event), ...published].filter((name) =>
            asked.has(name),
          ),
        })).filter(({ rules }) => rules.length > 1);
      }),
    );
  }

  #detect(result: LoadResult, corpus: SignalCorpus, feed: EventFeed | undefined): ByRule {
    const loaded = this.#load(result);
    const byRule = new Map<string, Set<Scenario>>();
    for (const scenario of scenariosOf(corpus)) {
      const seen = feed === undefined ? scenario : captured(scenario, feed);
      // What is recorded of published rules does not say which of the events they fired on.
      const published = seen === scenario ? this.#published(result, scenario) : [];
      for (const name of [...loaded.rulesOn(seen), ...published]) {
        byRule.set(name, (byRule.get(name) ?? new Set()).add(scenario));
      }
    }
    return byRule;
  }

  #load(result: LoadResult): LoadedMeasurement {
    const loaded = this.#loads.get(result) ?? loadMeasurement(result, this.#measurement);
    this.#loads.set(result, loaded);
    return loaded;
  }

  /** The published rules that are recorded to fire on a scenario. */
  #published({ rules }: LoadResult, { id }: Scenario): string[] {
    return rules
      .filter(({ external, name }) => external && this.#upstream.get(name)?.has(id))
      .map(({ name }) => name);
  }
}

function scenariosOf({ attacks, everyday }: SignalCorpus): Scenario[] {
  return [...attacks, ...everyday].flatMap(({ scenarios }) => scenarios);
}

/** A scenario with those of its events alone that Falco gets. */
function captured(scenario: Scenario, feed: EventFeed): Scenario {
  const isSeen = ({ type, source }: Scenario["runs"][number][number]) =>
    source !== syscallSource || type === undefined || isCaptured(type, feed);
  if (scenario.runs.every((events) => events.every(isSeen))) return scenario;
  const left = [...feed.removed].sort().join(" ");
  return {
    ...scenario,
    id: `${scenario.id} without ${left}${feed.highVolume ? "" : " and high volume"}`,
    runs: scenario.runs.map((events) => events.filter(isSeen)),
  };
}

const none: ReadonlySet<Scenario> = new Set();

/** The rules of a ruleset whose texts are known, to be measured; only those of `rules` where they are given. */
export function loadMeasurement(
  { rules: all, engine, version }: LoadResult,
  measurement: Measurement,
  rules = all,
): LoadedMeasurement {
  const vocabularies = new Map<string, Vocabulary>();
  return measurement.load(
    rules.flatMap(({ name, source, resolved, loaded, external, eventTypes }) =>
      resolved === undefined || !loaded || external
        ? []
        : [{ name, source, condition: resolved, eventTypes }],
    ),
    version.falco,
    (source) => {
      const known = vocabularies.get(source) ?? vocabularyFor(engine.fields, engine.events, [source]);
      vocabularies.set(source, known);
      return known;
    },
  );
}
