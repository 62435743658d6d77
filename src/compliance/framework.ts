import type { Runtime } from "./coverage.ts";

export interface Control {
  readonly id: string;
  readonly title: string;
  readonly parent: string | undefined;
  /** A heading: it is never counted, and nothing is mapped to it. */
  readonly group: boolean;
  /** Whether it counts on its own; a part of a control that is counted as a whole does not. */
  readonly counted: boolean;
  readonly runtime: Runtime;
  /** Why a detector can see it, or why it cannot. */
  readonly why: string;
  /** Ids of signals, of which any one is evidence; only for `detect`. */
  readonly signals: readonly string[];
  /** Ids of properties of the monitoring, of which all are needed; only for `support`. */
  readonly properties: readonly string[];
  /** Whether no file shows it by itself: then it counts only where the matrix names rules for it. */
  readonly organisational: boolean;
  /** Baselines that include the control; undefined where the framework has none. */
  readonly baselines: readonly string[] | undefined;
}

/** An id of an older edition of the framework. */
export interface PreviousId {
  readonly id: string;
  /** What the id meant, in our words; undefined where the new title says it. */
  readonly was: string | undefined;
  /** Ids in today's edition, the first the primary one; empty when the requirement went. */
  readonly successors: readonly string[];
  /** What the id is today: nothing, something else, or the same. */
  readonly today: "absent" | "reused" | "same";
}

export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly url: string | undefined;
  /** The edition that `previous` ids are of, such as `v3.2.1`. */
  readonly previousVersion: string | undefined;
  /** Controls and groups by id, in the catalog's order. */
  readonly controls: ReadonlyMap<string, Control>;
  readonly previous: ReadonlyMap<string, PreviousId>;
  /** Other spellings of an id in circulation. */
  readonly aliases: ReadonlyMap<string, string>;
  /** All baselines there are, empty where the framework has none. */
  readonly baselines: readonly string[];
}

/** What can be seen at run time, in the words of the catalogs. */
export interface Signal {
  readonly id: string;
  readonly definition: string;
  readonly sources: readonly string[];
  /** Names of rules of Falco's own rules files and its plugins' that are examples of the signal. */
  readonly rules: readonly string[];
}

/** A catalog as `policies/frameworks/*.yaml` has it; `schemas/framework.schema.json` describes it. */
export interface Catalog {
  readonly framework: {
    readonly id: string;
    readonly name: string;
    readonly version: string | number;
    readonly url?: string;
    readonly previous?: string;
    /** Whether a control below another control is only a part of it, so that counting both counts twice. */
    readonly parts_overlap?: boolean;
  };
  readonly controls: readonly CatalogControl[];
  readonly previous_ids?: readonly CatalogPreviousId[];
  readonly withdrawn?: readonly {
    readonly id: string;
    readonly title?: string;
    readonly to: readonly string[];
  }[];
  readonly aliases?: readonly { readonly id: string; readonly to: string }[];
}

interface CatalogControl {
  readonly id: string;
  readonly title: string;
  readonly parent?: string;
  readonly group?: boolean;
  /** Only a heading may go without. */
  readonly runtime?: Runtime;
  readonly why?: string;
  readonly reason?: string;
  readonly signals?: readonly string[];
  readonly properties?: readonly string[];
  readonly organisational?: boolean;
  readonly baselines?: readonly string[];
}

interface CatalogPreviousId {
  readonly id: string;
  readonly was?: string;
  readonly to: readonly string[];
  readonly today?: PreviousId["today"];
}

export interface Vocabulary {
  readonly signals: readonly Signal[];
  readonly properties: readonly { readonly id: string; readonly definition: string }[];
  readonly none_reasons: readonly { readonly id: string; readonly definition: string }[];
}

const builtin: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  soc2: () => import("../../policies/frameworks/soc2.yaml"),
  hipaa: () => import("../../policies/frameworks/hipaa.yaml"),
  "pci-dss": () => import("../../policies/frameworks/pci-dss.yaml"),
  gdpr: () => import("../../policies/frameworks/gdpr.yaml"),
  fedramp: () => import("../../policies/frameworks/fedramp.yaml"),
  iso27001: () => import("../../policies/frameworks/iso27001.yaml"),
};

/** Ids of the frameworks that come with the product. */
export const frameworkIds: readonly string[] = Object.keys(builtin);

/** A framework that comes with the product, undefined when there is none of that id. */
export async function loadFramework(id: string): Promise<Framework | undefined> {
  const load = Object.hasOwn(builtin, id) ? builtin[id] : undefined;
  if (load === undefined) return undefined;
  const [{ default: catalog }, vocabulary] = await Promise.all([load(), loadVocabulary()]);
  return readCatalog(catalog as Catalog, vocabulary);
}

/** The signals that controls name. */
export async function loadSignals(): Promise<readonly Signal[]> {
  return (await loadVocabulary()).signals;
}

export async function loadVocabulary(): Promise<Vocabulary> {
  return (await import("../../policies/frameworks/signals.yaml")).default as Vocabulary;
}

/** Makes a framework of a catalog that follows its schema. */
export function readCatalog(catalog: Catalog, vocabulary: Vocabulary): Framework {
  const reasons = new Map(vocabulary.none_reasons.map(({ id, definition }) => [id, definition]));
  const controls = new Map<string, Control>();
  const baselines = new Set<string>();
  const groups = new Map(catalog.controls.map(({ id, group }) => [id, group === true]));
  for (const control of catalog.controls) {
    for (const baseline of control.baselines ?? []) baselines.add(baseline);
    const isBelowControl = control.parent !== undefined && groups.get(control.parent) === false;
    const isPart = catalog.framework.parts_overlap === true && isBelowControl;
    controls.set(control.id, {
      id: control.id,
      title: control.title,
      parent: control.parent,
      group: control.group ?? false,
      counted: control.group !== true && !isPart,
      runtime: control.runtime ?? "none",
      why: control.why ?? reasons.get(control.reason ?? "") ?? control.reason ?? "",
      signals: control.signals ?? [],
      properties: control.properties ?? [],
      organisational: control.organisational ?? false,
      baselines: control.baselines,
    });
  }
  const previous = new Map<string, PreviousId>();
  for (const { id, was, to, today } of catalog.previous_ids ?? []) {
    previous.set(id, { id, was, successors: to, today: today ?? "absent" });
  }
  for (const { id, title, to } of catalog.withdrawn ?? []) {
    previous.set(id, { id, was: title, successors: to, today: "absent" });
  }
  return {
    id: catalog.framework.id,
    name: catalog.framework.name,
    version: String(catalog.framework.version),
    url: catalog.framework.url,
    previousVersion: catalog.framework.previous?.split(" ")[0],
    controls,
    previous,
    aliases: new Map((catalog.aliases ?? []).map(({ id, to }) => [id, to])),
    baselines: [...baselines],
  };
}
