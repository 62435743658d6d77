import { type LoadResult, type Vocabulary, vocabularyFor } from "../falco/index.ts";
import { type LoadedMeasurement, Measurement, type Scenario, type SignalCorpus } from "../proof/index.ts";
import type { Ruleset } from "../stack/index.ts";

/** Scenarios by the name of the rule that fires on them. */
type ByRule = ReadonlyMap<string, ReadonlySet<Scenario>>;

/** What the rules of each deployment detect of the reference events. */
export class Detections {
  /** The reference events by signal. */
  readonly corpora: ReadonlyMap<string, SignalCorpus>;
  readonly #upstream: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #measurement = new Measurement();
  readonly #loads = new Map<LoadResult, LoadedMeasurement>();
  readonly #known = new Map<LoadResult, Map<SignalCorpus, ByRule>>();

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

  /** The scenarios of a signal on which a rule fires as the ruleset loads it. */
  of({ result }: Ruleset, rule: string, corpus: SignalCorpus): ReadonlySet<Scenario> {
    const bySignal = this.#known.get(result) ?? new Map<SignalCorpus, ByRule>();
    this.#known.set(result, bySignal);
    const byRule = bySignal.get(corpus) ?? this.#detect(result, corpus);
    bySignal.set(corpus, byRule);
    return byRule.get(rule) ?? none;
  }

  #detect(result: LoadResult, { attacks, everyday }: SignalCorpus): ByRule {
    const loaded = this.#loads.get(result) ?? loadMeasurement(result, this.#measurement);
    this.#loads.set(result, loaded);
    const external = result.rules.filter(({ external }) => external).map(({ name }) => name);
    const byRule = new Map<string, Set<Scenario>>();
    for (const scenario of [...attacks, ...everyday].flatMap(({ scenarios }) => scenarios)) {
      const published = external.filter((name) => this.#upstream.get(name)?.has(scenario.id));
      for (const name of [...loaded.rulesOn(scenario), ...published]) {
        byRule.set(name, (byRule.get(name) ?? new Set()).add(scenario));
      }
    }
    return byRule;
  }
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
