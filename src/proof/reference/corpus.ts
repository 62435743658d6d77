import type { FieldMap } from "./event-fields.ts";
import {
  type DataKind,
  dataKinds,
  hasPlatform,
  isParameter,
  type Organisation,
  placeholderOf,
  regulatedPath,
  valuesOf,
} from "./organisation.ts";
import type { AttackTemplate, EventTemplate, EverydayTemplate, Profiles, SignalFile } from "./signal-file.ts";
import { expand, fieldsOf, fill, kindOfEvent, parametersIn } from "./template.ts";

/** An event that can be evaluated. */
export interface ReferenceEvent {
  /** Event source. */
  readonly source: string;
  /** The kind of a kernel event, such as `openat`; undefined for events of plugins. */
  readonly type: string | undefined;
  /** All its fields; worked out when first asked for. */
  readonly values: FieldMap;
}

/** An act with the values of the organisation: what a rule detects or not. */
export interface Scenario {
  /** Unlike that of any other scenario. */
  readonly id: string;
  /** The kind of data that it is about, if any. */
  readonly data: DataKind | undefined;
  /** The path in it that nobody has. */
  readonly placeholder: string | undefined;
  /**
   * In how many of the runs a rule has to fire: an attack is detected where every run of it is, and everyday behaviour raises
   * alerts where any does.
   */
  readonly counted: "every" | "any";
  /** The act once for each value of the organisation. */
  readonly runs: readonly (readonly ReferenceEvent[])[];
}

export interface Attack {
  readonly name: string;
  /** Of MITRE ATT&CK. */
  readonly technique: string;
  readonly scenarios: readonly Scenario[];
}

/** Something legitimate that looks like an attack. */
export interface EverydayAct {
  readonly name: string;
  /** The product or the kind of workload that does it. */
  readonly who: string;
  readonly scenarios: readonly Scenario[];
}

/** The reference events of a signal. */
export interface SignalCorpus {
  readonly signal: string;
  readonly attacks: readonly Attack[];
  readonly everyday: readonly EverydayAct[];
}

/**
 * The reference events of signals, with the values of an organisation.
 *
 * @param files those of one signal are taken together; of two acts of one name the later counts
 * @param shared profiles that every file may name
 * @throws TemplateError when events are asked for of which one names a profile that does not exist
 */
export function readCorpora(
  files: readonly SignalFile[],
  shared: Profiles,
  organisation: Organisation,
): ReadonlyMap<string, SignalCorpus> {
  const bySignal = new Map<string, SignalFile[]>();
  for (const file of files) bySignal.set(file.signal, [...(bySignal.get(file.signal) ?? []), file]);
  return new Map([...bySignal].map(([signal, own]) => [signal, corpusOf(signal, own, shared, organisation)]));
}

/** A check asks for the events of few signals, so they are worked out when first asked for. */
function corpusOf(
  signal: string,
  files: readonly SignalFile[],
  shared: Profiles,
  organisation: Organisation,
): SignalCorpus {
  let acts: Pick<SignalCorpus, "attacks" | "everyday"> | undefined;
  const read = () => (acts ??= readActs(files, shared, organisation));
  return {
    signal,
    get attacks() {
      return read().attacks;
    },
    get everyday() {
      return read().everyday;
    },
  };
}

function readActs(
  files: readonly SignalFile[],
  shared: Profiles,
  organisation: Organisation,
): Pick<SignalCorpus, "attacks" | "everyday"> {
  const attacks = new Map<string, Attack>();
  const everyday = new Map<string, EverydayAct>();
  for (const file of files) {
    const profiles = { ...shared, ...file.profiles };
    const read = (
      template: AttackTemplate | EverydayTemplate,
      kind: "attack" | "everyday",
    ): readonly Scenario[] =>
      scenariosOf(
        template.events.map((event) => expand(event, profiles)),
        `${file.signal}/${kind}/${template.name}`,
        kind === "attack" ? "every" : "any",
        organisation,
      );
    for (const one of file.attacks ?? [])
      attacks.set(one.name, {
        name: one.name,
        technique: one.technique,
        scenarios: read(one, "attack"),
      });
    for (const one of file.everyday ?? [])
      if (hasPlatform(one.platforms, organisation))
        everyday.set(one.name, { name: one.name, who: one.who, scenarios: read(one, "everyday") });
  }
  return { attacks: [...attacks.values()], everyday: [...everyday.values()] };
}

function scenariosOf(
  events: readonly EventTemplate[],
  id: string,
  counted: Scenario["counted"],
  organisation: Organisation,
): readonly Scenario[] {
  const names = [...parametersIn(events)].filter(isParameter);
  const kinds: readonly (DataKind | undefined)[] = names.includes(regulatedPath) ? dataKinds : [undefined];
  return kinds.flatMap((data) => {
    const values = names.map((name) => [name, valuesOf(name, data, organisation)] as const);
    // Where there is nothing of the kind, nothing can happen to it.
    if (values.some(([, texts]) => texts.length === 0)) return [];
    const count = Math.max(1, ...values.map(([, texts]) => texts.length));
    const runs = Array.from({ length: count }, (_, index) => {
      const texts = new Map(values.map(([name, all]) => [name, all[index % all.length]!]));
      return events.map((event) => eventOf(event, texts));
    });
    const placeholder = placeholderOf(data, organisation);
    return [{ id: data === undefined ? id : `${id}/${data}`, data, placeholder, counted, runs }];
  });
}

function eventOf(template: EventTemplate, texts: ReadonlyMap<string, string>): ReferenceEvent {
  let values: FieldMap | undefined;
  return {
    ...kindOfEvent(template),
    // Most events are of a kind that few rules ask for.
    get values() {
      values ??= fieldsOf(fill(template, texts));
      return values;
    },
  };
}
