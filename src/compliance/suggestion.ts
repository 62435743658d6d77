import type { Signal } from "./catalog.ts";
import type { Compliance } from "./compliance.ts";
import type { Control } from "./framework.ts";

/** A rule that would cover a control. */
export interface Suggestion {
  readonly rule: string;
  /** Why, as the end of a sentence that starts with the rule's name. */
  readonly because: string;
}

/** Says which rules would cover controls that nothing covers. */
export class Suggester {
  readonly #signals: ReadonlyMap<string, Signal>;
  readonly #loaded: ReadonlySet<string>;
  /** By signal, how much each rule is named for controls that ask for it. */
  readonly #weights = new Map<string, Map<string, number>>();

  /** @param loaded names of the rules that are loaded, upstream's among them */
  constructor(compliance: Compliance, signals: ReadonlyMap<string, Signal>, loaded: ReadonlySet<string>) {
    this.#signals = signals;
    this.#loaded = loaded;
    for (const { lookup, entry } of compliance.entries) {
      if (lookup === undefined || !("control" in lookup)) continue;
      for (const { name } of entry.rules) this.#learn(lookup.control, name);
    }
    for (const { lookup, rule } of compliance.tags) {
      if (lookup !== undefined && "control" in lookup) this.#learn(lookup.control, rule);
    }
  }

  #learn({ signals }: Control, rule: string): void {
    if (!this.#loaded.has(rule)) return;
    for (const signal of signals) {
      const weights = this.#weights.get(signal) ?? new Map<string, number>();
      this.#weights.set(signal, weights);
      // Of a control that asks for many signals, it is less likely this one.
      weights.set(rule, (weights.get(rule) ?? 0) + 1 / signals.length);
    }
  }

  /** At most three, the best first: the repository's own rules, then those of upstream that give a signal. */
  for(control: Control): Suggestion[] {
    const scores = new Map<string, { score: number; signal: string }>();
    for (const signal of control.signals) {
      for (const [rule, weight] of this.#weights.get(signal) ?? []) {
        const before = scores.get(rule);
        if (before === undefined) scores.set(rule, { score: weight, signal });
        else before.score += weight;
      }
    }
    const own = [...scores]
      .sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
      .map(([rule, { signal }]) => ({
        rule,
        because: `is named for other controls that ask for the signal ${signal}`,
      }));
    const upstream = control.signals.flatMap((signal) =>
      (this.#signals.get(signal)?.rules ?? [])
        .filter((rule) => this.#loaded.has(rule) && !scores.has(rule))
        .map((rule) => ({ rule, because: `gives the signal ${signal}` })),
    );
    return [...own, ...upstream].slice(0, 3);
  }
}
