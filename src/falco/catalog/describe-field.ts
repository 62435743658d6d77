import { EventTable, parameters } from "./events.ts";
import { coreFields, type FieldInfo, plugins } from "./fields.ts";
import { falcoVersions, newestVersion } from "./versions.ts";

/** A field of one name: of the core engine, and of each plugin that has it. */
export interface FieldExplanation {
  readonly name: string;
  readonly fields: readonly FieldInfo[];
  /** The newest version in which the core engine has it, where a later one has not. */
  readonly lastVersion: string | undefined;
}

/** A field as any version knows it; undefined for an unknown name. `evt.arg.flags` is one of `evt.arg`. */
export function explainField(text: string): FieldExplanation | undefined {
  const name = text.replace(/\[.*\]$/s, "");
  const all = allFields();
  const fields = all.filter((field) => field.name === name);
  if (fields.length === 0) {
    const parent = ["evt.arg", "evt.rawarg"].find((prefix) => name.startsWith(`${prefix}.`));
    const parameter = parent === undefined ? undefined : parameters.get(name.slice(parent.length + 1));
    if (parent === undefined || parameter === undefined) return undefined;
    return { name, fields: all.filter((field) => field.name === parent), lastVersion: undefined };
  }
  const removed = fields.find(({ plugin }) => plugin === undefined)?.removedIn;
  const before = falcoVersions.findIndex(({ falco }) => falco === removed) - 1;
  return { name, fields, lastVersion: removed === undefined ? undefined : falcoVersions[before]?.falco };
}

/** Names of all fields of all versions and plugins. */
export function fieldNames(): string[] {
  return [...new Set(allFields().map(({ name }) => name))];
}

function allFields(): FieldInfo[] {
  return [...coreFields, ...[...plugins.values()].flatMap(({ fields }) => fields)];
}

/** Parameters of an event type, whose values `evt.arg.NAME` gives; undefined for an unknown event type. */
export function explainEvent(
  name: string,
): { readonly name: string; readonly parameters: string[] } | undefined {
  const table = new EventTable(newestVersion.falco, []);
  if (!table.events.some((event) => event.name === name) && !table.syscalls.includes(name)) return undefined;
  const own = [...parameters.values()].filter(({ events }) => events.includes(name));
  return { name, parameters: own.map((parameter) => parameter.name) };
}

/** What is known of a field, as labels and words. */
export function fieldFacts(
  field: FieldInfo,
  lastVersion: string | undefined,
): [label: string, fact: string][] {
  const facts: [string, string][] = [
    ["of", field.plugin === undefined ? "the engine" : `the ${field.plugin} plugin`],
    ["type", `${field.type}${field.list ? ", a list" : ""}`],
    ["events", field.source === "*" ? "of every source" : field.source],
    ["argument", argumentText(field)],
    ["versions", versionsText(field, lastVersion)],
  ];
  if (field.deprecated) facts.push(["note", "deprecated"]);
  if (!field.transformable) facts.push(["note", "transformers do not take it"]);
  if (field.suggested) facts.push(["note", "Falco adds it to outputs by itself"]);
  return facts;
}

function versionsText({ since, removedIn }: FieldInfo, lastVersion: string | undefined): string {
  if (removedIn !== undefined)
    return `${since ?? "from the first known"} to ${lastVersion ?? "before"}, removed in ${removedIn}`;
  return since === undefined ? "all known" : `since ${since}`;
}

function argumentText({ argument, name }: FieldInfo): string {
  if (argument === undefined) return "none";
  const kinds = [...(argument.index ? ["a number"] : []), ...(argument.key ? ["a name"] : [])].join(" or ");
  return `${argument.required ? "required" : "optional"}: ${name}[...] with ${kinds}`;
}
