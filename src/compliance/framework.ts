import type { DataKind } from "../proof/index.ts";
import type { Catalog, CatalogControl, CatalogHead, Signal, Vocabulary } from "./catalog.ts";
import { catalogs } from "./catalogs.ts";
import type { Runtime } from "./coverage.ts";
import { ControlIds } from "./id-matching.ts";
import type { TagForms } from "./tags.ts";

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
  /** The part of a `partial` control that a detector shows. */
  readonly part: string | undefined;
  /** Ids of signals, of which any one is evidence; only for `detect` and `partial`. */
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
  /** Ids of controls, of the edition before and aliases, in any form. */
  readonly controlIds: ControlIds;
  readonly tags: TagForms | undefined;
  readonly defaultBaseline: string | undefined;
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
  /** The kinds of data that the controls are about; undefined where they are about any. */
  readonly data: readonly DataKind[] | undefined;
  /** All baselines there are, empty where the framework has none. */
  readonly baselines: readonly string[];
}

/** Heads of the frameworks that come with the product. */
export const frameworkHeads: ReadonlyMap<string, CatalogHead> = new Map(
  catalogs.map(({ head }) => [head.id, head]),
);

/** Ids of the frameworks that come with the product. */
export const frameworkIds: readonly string[] = [...frameworkHeads.keys()];

/** A framework that comes with the product, undefined when there is none of that id. */
export async function loadFramework(id: string): Promise<Framework | undefined> {
  const found = catalogs.find(({ head }) => head.id === id);
  if (found === undefined) return undefined;
  const [{ default: catalog }, vocabulary] = await Promise.all([found.load(), loadVocabulary()]);
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
      why: whyOf(control, reasons),
      part: control.part,
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
  const aliases = new Map((catalog.aliases ?? []).map(({ id, to }) => [id, to]));
  return {
    id: catalog.framework.id,
    controlIds: new ControlIds(
      [...controls.keys(), ...previous.keys(), ...aliases.keys()],
      catalog.framework.ids,
    ),
    tags: catalog.framework.tags,
    defaultBaseline: catalog.framework.default_baseline,
    name: catalog.framework.name,
    version: String(catalog.framework.version),
    url: catalog.framework.url,
    data: catalog.framework.data,
    previousVersion: catalog.framework.previous?.split(" ")[0],
    controls,
    previous,
    aliases,
    baselines: [...baselines],
  };
}

function whyOf(
  { why, shows, does_not_show, reason = "" }: CatalogControl,
  reasons: ReadonlyMap<string, string>,
): string {
  if (shows === undefined) return why ?? reasons.get(reason) ?? reason;
  return does_not_show === undefined ? `Shows ${shows}.` : `Shows ${shows}; does not show ${does_not_show}.`;
}
