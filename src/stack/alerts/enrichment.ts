import type { Location } from "../../project/index.ts";
import type { Setting, Sidekick } from "./sidekick.ts";

/** A field that falcosidekick adds to every alert. */
export interface AddedField {
  readonly kind: "custom" | "templated";
  readonly name: string;
  /** The value, or the template that makes it of the alert's fields. */
  readonly value: string;
  readonly location: Location;
}

/** An entry of `CUSTOMFIELDS` or `TEMPLATEDFIELDS` that falcosidekick leaves out without stopping. */
export interface DroppedField {
  readonly variable: string;
  readonly entry: string;
  /** `shape`: not one name and one value with a colon between them. `variable`: there is no such variable. */
  readonly why: "shape" | "variable";
  readonly location: Location;
}

/** A label that is made of a field of the alert. */
export interface ExtraLabel {
  readonly output: "Prometheus" | "Loki";
  readonly field: string;
  readonly location: Location;
}

/** What falcosidekick adds to alerts and to the metric that counts them. */
export interface Enrichment {
  readonly fields: readonly AddedField[];
  readonly dropped: readonly DroppedField[];
  readonly extraLabels: readonly ExtraLabel[];
  /** Whether that is all: no part of it is in an unknown Secret or file. */
  readonly isWhole: boolean;
}

const kinds = [
  { kind: "custom", key: "customfields", variable: "CUSTOMFIELDS" },
  { kind: "templated", key: "templatedfields", variable: "TEMPLATEDFIELDS" },
] as const;

export function enrichmentOf(sidekick: Pick<Sidekick, "settings" | "more">): Enrichment {
  const { settings, more } = sidekick;
  const added = kinds.flatMap((kind) => settings.flatMap((setting) => addedBy(setting, kind, sidekick)));
  const isHidden = settings.some(
    ({ key, value }) =>
      value.kind !== "text" && /^(?:customfields|templatedfields|prometheus\.extralabels)/.test(key),
  );
  return {
    fields: added.flatMap((field) => ("entry" in field ? [] : [field])),
    dropped: added.flatMap((field) => ("entry" in field ? [field] : [])),
    extraLabels: extraLabels(settings),
    isWhole: more.length === 0 && !isHidden,
  };
}

/** The fields that one setting adds; in the file each field is a key of its own, in a variable they are one text. */
function addedBy(
  { key, value }: Setting,
  { kind, key: group, variable }: (typeof kinds)[number],
  { settings, more }: Pick<Sidekick, "settings" | "more">,
): (AddedField | DroppedField)[] {
  if (value.kind !== "text") return [];
  const { text, location } = value;
  if (key.startsWith(`${group}.`))
    return [{ kind, name: key.slice(group.length + 1), value: text, location }];
  if (key !== group || text === "") return [];
  return text.split(",").map((entry) => {
    const [name = "", value, ...others] = entry.split(":");
    if (value === undefined || others.length > 0) return { variable, entry, why: "shape", location };
    const isMissing = kind === "custom" && value.startsWith("%") && !hasVariable(settings, value.slice(1));
    return isMissing && more.length === 0
      ? { variable, entry, why: "variable", location }
      : { kind, name, value, location };
  });
}

/** Whether the container has the variable, which is a setting of its own that falcosidekick does not know. */
function hasVariable(settings: readonly Setting[], name: string): boolean {
  return settings.some(({ key }) => key === name);
}

function extraLabels(settings: readonly Setting[]): ExtraLabel[] {
  return (["Prometheus", "Loki"] as const).flatMap((output) => {
    const setting = settings.findLast(({ key }) => key === `${output.toLowerCase()}.extralabels`);
    if (setting?.value.kind !== "text") return [];
    const { text, location } = setting.value;
    return text
      .split(",")
      .map((field) => field.trim())
      .filter((field) => field !== "")
      .map((field) => ({ output, field, location }));
  });
}

/** Names of the labels that this adds to falcosidekick's own metric of alerts. */
export function metricLabels({ fields, extraLabels }: Enrichment): string[] {
  return [
    ...fields.map(({ name }) => name),
    ...extraLabels.flatMap(({ output, field }) =>
      output === "Prometheus" ? [field.replaceAll(".", "_")] : [],
    ),
  ];
}

/** Fields of the alert that a template names: `index . "proc.name"`, and wrongly `.proc.name`. */
export function fieldsInTemplate(template: string): {
  readonly indexed: string[];
  readonly dotted: string[];
} {
  const actions = [...template.matchAll(/\{\{((?:(?!\{\{|\}\}).)*)\}\}/gs)].map(([, action]) => action!);
  return {
    indexed: actions.flatMap((action) =>
      [...action.matchAll(/\bindex\s+\.\s+["`]([^"`]+)["`]/g)].map(([, name]) => name!),
    ),
    dotted: actions.flatMap((action) =>
      [...action.replaceAll(/"[^"]*"|`[^`]*`/g, '""').matchAll(/(?<![\w.)$])\.(\w+(?:\.\w+)+)/g)].map(
        ([, name]) => name!,
      ),
    ),
  };
}
