import {
  coreFields,
  EventTable,
  type FieldInfo,
  falcoVersions,
  newestVersion,
  type ParameterInfo,
  parameters,
  plugins,
} from "../catalog/index.ts";

/** A field of one name: of the core engine, and of each plugin that has it. */
export interface FieldExplanation {
  readonly name: string;
  readonly fields: readonly FieldInfo[];
  /** The newest version in which the core engine has it, where a later one has not. */
  readonly lastVersion: string | undefined;
  /** Of `evt.arg.NAME` and `evt.rawarg.NAME`. */
  readonly parameter?: ParameterInfo;
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
    return { name, fields: all.filter((field) => field.name === parent), lastVersion: undefined, parameter };
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
  // Plugins that differ in where they read share their fields.
  return [...new Set([...coreFields, ...[...plugins.values()].flatMap(({ fields }) => fields)])];
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
