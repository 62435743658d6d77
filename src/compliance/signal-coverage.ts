import { type DataKind, dataKinds, type Scenario, type SignalCorpus } from "../proof/index.ts";
import type { Ruleset } from "../stack/index.ts";
import type { Signal } from "./catalog.ts";
import {
  atLeast,
  type Blocker,
  type Breadth,
  breadthOf,
  type ReferenceEveryday,
  type RuleCoverage,
  type SignalBreadth,
  type SignalCoverage,
} from "./coverage.ts";
import type { Detections } from "./detections.ts";
import type { Control } from "./framework.ts";
import { isPaging } from "./paging.ts";
import type { RuleStanding } from "./rule-coverage.ts";

/** What the rules that are named for a control detect of what it asks for. */
export interface ControlDetection {
  /** The rules as far as they get for this control: one that detects nothing of it is only named for it. */
  readonly rules: readonly RuleCoverage[];
  readonly breadth: Breadth | null;
  readonly signals: readonly SignalBreadth[];
  /** What keeps the control from `proven` or from `operating`, whatever the state of each of its rules. */
  readonly blockedBy: Blocker | null;
}

/** Measures rules by the reference events of the signals that controls ask for. */
export class SignalMeter {
  readonly #detections: Detections;
  readonly #minimum: number;

  /** @param minimum least breadth of a control that is proven, in percent */
  constructor(detections: Detections, minimum: number) {
    this.#detections = detections;
    this.#minimum = minimum;
  }

  /** @param data the kinds of data that the control is about; all of them by default */
  measure(
    control: Control,
    data: readonly DataKind[] | undefined,
    standings: readonly RuleStanding[],
  ): ControlDetection {
    const corpora = control.signals.flatMap((id) => this.#detections.corpora.get(id) ?? []);
    if (corpora.length === 0) {
      const reason = "It names no signals, so no reference event shows what its rules detect.";
      const rules = standings.map(({ coverage }) => coverage);
      return { rules, breadth: null, signals: [], blockedBy: { rung: "proven", reason } };
    }
    const relevantSignals = corpora.map((corpus) => relevant(corpus, data ?? dataKinds));
    const rules = standings.map((standing) => this.#answer(standing, relevantSignals, control));
    const routed = standings.filter((_, index) => atLeast(rules[index]!.rung, "routed"));
    const signals = relevantSignals.map((signal) => this.#breadth(signal, routed));
    const breadth = breadthOf(sum(signals, "detected"), sum(signals, "attacks"));
    const blockedBy =
      this.#blocker(relevantSignals, breadth, signals) ??
      this.#operatingBlocker(relevantSignals, standings, rules);
    return { rules, breadth, signals, blockedBy };
  }

  /**
   * The reference events of a signal, with the routed rules that fire on them.
   *
   * @param standings each rule as it stands in each deployment: it is enough for an attack that one detects it, and for noise
   * that one raises an alert
   */
  coverage({ id, definition }: Signal, standings: readonly RuleStanding[]): SignalCoverage | undefined {
    const corpus = this.#detections.corpora.get(id);
    if (corpus === undefined) return undefined;
    const routed = standings
      .filter(({ coverage }) => atLeast(coverage.rung, "routed"))
      .map((standing) => ({ standing, fires: this.#scenarios(standing, corpus) }));
    const firing = (scenarios: readonly Scenario[]): RuleStanding[] =>
      routed
        .filter(({ fires }) => scenarios.some((scenario) => fires.has(scenario)))
        .map(({ standing }) => standing);
    return {
      id,
      definition,
      attacks: corpus.attacks.map(({ name, technique, scenarios }) => ({
        name,
        technique,
        rules: [...new Set(firing(scenarios).map(({ coverage }) => coverage.name))],
      })),
      everyday: corpus.everyday.map(({ name, who, scenarios }) => ({
        name,
        who,
        rules: alertsOf(firing(scenarios.filter(({ placeholder }) => placeholder === undefined))),
      })),
    };
  }

  #scenarios({ coverage, ruleset }: RuleStanding, corpus: SignalCorpus): ReadonlySet<Scenario> {
    if (ruleset === undefined) return new Set();
    // A rule that its deployment keeps from running is measured by itself: what blocks it is reported separately.
    const measured = atLeast(coverage.rung, "enabled") ? ruleset : { ...ruleset, stack: undefined };
    return this.#detections.of(measured, coverage.name, corpus);
  }

  /** A rule that fires on no attack of what the control asks for covers it in name only. */
  #answer(
    standing: RuleStanding,
    relevantSignals: readonly RelevantSignal[],
    control: Control,
  ): RuleCoverage {
    const { coverage } = standing;
    if (!atLeast(coverage.rung, "valid")) return coverage;
    const detects = relevantSignals.some(({ corpus, attacks }) => {
      const fires = this.#scenarios(standing, corpus);
      return fires.size > 0 && attacks.some(({ scenarios }) => scenarios.some((one) => fires.has(one)));
    });
    if (detects) return coverage;
    const reason = `"${coverage.name}" fires on no reference attack of what the control asks for: ${control.signals.join(", ")}.`;
    return { name: coverage.name, rung: "mapped", blockedBy: { rung: "valid", reason } };
  }

  #breadth({ corpus, attacks }: RelevantSignal, routed: readonly RuleStanding[]): SignalBreadth {
    const fired = new Set(routed.flatMap((standing) => [...this.#scenarios(standing, corpus)]));
    const missed = attacks.filter(({ scenarios }) => !scenarios.every((scenario) => fired.has(scenario)));
    const breadth = breadthOf(attacks.length - missed.length, attacks.length);
    return { id: corpus.signal, ...breadth, missed: missed.map(({ name }) => name) };
  }

  /** The rules that operated have to detect as much by themselves. */
  #operatingBlocker(
    relevantSignals: readonly RelevantSignal[],
    standings: readonly RuleStanding[],
    rules: readonly RuleCoverage[],
  ): Blocker | null {
    const operating = standings.filter((_, index) => rules[index]!.rung === "operating");
    if (operating.length === 0) return null;
    const signals = relevantSignals.map((signal) => this.#breadth(signal, operating));
    const { attacks, detected, percent } = breadthOf(sum(signals, "detected"), sum(signals, "attacks"));
    if (percent === null || percent >= this.#minimum) return null;
    const reason = `The rules that operated detect ${detected} of ${attacks} reference attacks (${percent}%), and ${this.#minimum}% are required.`;
    return { rung: "operating", reason };
  }

  #blocker(
    relevantSignals: readonly RelevantSignal[],
    { attacks: total, detected, percent }: Breadth,
    signals: readonly SignalBreadth[],
  ): Blocker | null {
    const open = relevantSignals
      .flatMap(({ attacks }) => attacks.flatMap(({ scenarios }) => scenarios))
      .find(({ placeholder }) => placeholder !== undefined);
    if (open !== undefined) {
      const reason = `The path ${open.placeholder} is a placeholder: set \`organisation: {${open.data}: [...]}\` in falcoverage.yaml to where the data is, or to [] if there is none.`;
      return { rung: "proven", reason };
    }
    if (percent === null || percent >= this.#minimum) return null;
    const worst = signals.toSorted((a, b) => b.missed.length - a.missed.length)[0]!;
    const reason = `Its rules detect ${detected} of ${total} reference attacks (${percent}%), and ${this.#minimum}% are required: of ${worst.id}, "${worst.missed[0]}" is one of ${worst.missed.length} missed.`;
    return { rung: "proven", reason };
  }
}

/** A signal with the attacks that concern the data of a framework. */
interface RelevantSignal {
  readonly corpus: SignalCorpus;
  readonly attacks: readonly { readonly name: string; readonly scenarios: readonly Scenario[] }[];
}

function relevant(corpus: SignalCorpus, kinds: readonly DataKind[]): RelevantSignal {
  const attacks = corpus.attacks.flatMap(({ name, scenarios }) => {
    const own = scenarios.filter(({ data }) => data === undefined || kinds.includes(data));
    return own.length === 0 ? [] : [{ name, scenarios: own }];
  });
  return { corpus, attacks };
}

function sum(signals: readonly SignalBreadth[], key: "attacks" | "detected"): number {
  return signals.reduce((total, signal) => total + signal[key], 0);
}

/** The rules with what their alerts are: a page where any deployment makes it one. */
function alertsOf(standings: readonly RuleStanding[]): ReferenceEveryday["rules"] {
  const rules = new Map<string, ReferenceEveryday["rules"][number]>();
  for (const { coverage, ruleset } of standings) {
    const { name } = coverage;
    const known = rules.get(name);
    if (known?.pages === true) continue;
    const pages = ruleset !== undefined && isPaging(ruleset, name);
    if (known === undefined || pages) rules.set(name, { name, priority: priorityOf(ruleset, name), pages });
  }
  return [...rules.values()];
}

function priorityOf(ruleset: Ruleset | undefined, name: string): string {
  return ruleset?.definitions.get(name)?.priority ?? "";
}
