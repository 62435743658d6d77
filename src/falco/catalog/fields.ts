import fieldRows from "./data/fields.json" with { type: "json" };
import pluginRows from "./data/plugins.json" with { type: "json" };
import type { FieldType } from "./field-type.ts";

export interface ArgumentInfo {
  readonly required: boolean;
  /** Whether brackets can hold a number. */
  readonly index: boolean;
  /** Whether brackets can hold a name. */
  readonly key: boolean;
}

export interface FieldInfo {
  readonly name: string;
  readonly type: FieldType;
  readonly list: boolean;
  readonly argument?: ArgumentInfo;
  readonly deprecated: boolean;
  /** Whether transformers accept it. */
  readonly transformable: boolean;
  /** Whether it can be compared with another field, on either side. */
  readonly comparable: boolean;
  /** Whether Falco adds it to outputs automatically. */
  readonly suggested: boolean;
  /** Undefined for a field of the core engine. */
  readonly plugin?: string;
  /** `syscall`, a plugin's source, or `*`: all. */
  readonly source: string;
  /** First version of Falco that has it; undefined for the oldest known. */
  readonly since?: string;
  /** First version of Falco that lacks it. */
  readonly removedIn?: string;
}

/** A field of a plugin that the data do not have. */
export interface DeclaredField {
  readonly name: string;
  readonly type: FieldType | "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
  readonly list?: boolean;
  readonly argument?: Partial<ArgumentInfo>;
  /** Event source; by default `*`, all. */
  readonly source?: string;
}

/** A plugin with known fields. */
export interface PluginInfo {
  readonly name: string;
  /** Source of the events that its fields are for; `*` is all. */
  readonly source: string;
  /** Whether it provides the source, and not only fields for it. */
  readonly providesSource: boolean;
  /** Newest known version. */
  readonly latest?: string;
  /** Values of `evt.type` that it adds to those of its source. */
  readonly events: readonly string[];
  readonly fields: readonly FieldInfo[];
}

interface FieldRow {
  readonly name: string;
  readonly type: string;
  readonly flags?: readonly string[];
  readonly since?: string;
  readonly removedIn?: string;
  readonly generic?: boolean;
}

interface PluginRow {
  readonly source: string;
  readonly latest?: string;
  readonly events?: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly list?: boolean;
    readonly argument?: Partial<ArgumentInfo>;
    readonly deprecated?: boolean;
    readonly suggested?: boolean;
  }[];
}

/** Fields of the core engine that take a number in brackets. */
export const indexedFields = new Set([
  "proc.aname",
  "proc.aexe",
  "proc.aexepath",
  "proc.acmdline",
  "proc.apid",
  "proc.args",
  "proc.aargs",
  "fd.types",
  "evt.arg",
]);
/** Fields of the core engine that also take a name. */
export const keyedFields = new Set(["proc.env", "proc.aenv"]);

function coreField(row: FieldRow): FieldInfo {
  const flags = new Set(row.flags);
  const takesArgument = indexedFields.has(row.name) || keyedFields.has(row.name);
  return {
    name: row.name,
    type: row.type as FieldType,
    list: flags.has("IS_LIST"),
    deprecated: flags.has("DEPRECATED"),
    transformable: !flags.has("NO_TRANSFORMER"),
    comparable: !flags.has("NO_RHS"),
    suggested: false,
    source: row.generic ? "*" : "syscall",
    ...(takesArgument && { argument: { required: false, index: true, key: keyedFields.has(row.name) } }),
    ...(row.since && { since: row.since }),
    ...(row.removedIn && { removedIn: row.removedIn }),
  };
}

/** Fields of the core engine in all versions. Source: libs at each release. */
export const coreFields: readonly FieldInfo[] = (fieldRows as readonly FieldRow[]).map(coreField);

/** Plugins that read the same events elsewhere, with the code of the first one for their fields. */
const variants: Readonly<Record<string, readonly string[]>> = {
  k8saudit: ["k8saudit-eks", "k8saudit-gke", "k8saudit-aks", "k8saudit-ovh"],
};

/** The plugins of the Falco project. Source: the plugins' own tables of fields. */
export const plugins: ReadonlyMap<string, PluginInfo> = new Map(
  Object.entries(pluginRows as unknown as Record<string, PluginRow>).flatMap(([name, row]) => {
    const info = {
      name,
      source: row.source,
      providesSource: row.source !== "syscall" && row.source !== "*",
      events: row.events ?? [],
      fields: row.fields.map((field) => pluginField(field, name, row.source)),
    };
    return [
      [name, { ...info, ...(row.latest && { latest: row.latest }) }],
      ...(variants[name] ?? []).map((variant): [string, PluginInfo] => [variant, { ...info, name: variant }]),
    ];
  }),
);

function pluginField(field: PluginRow["fields"][number], plugin: string, source: string): FieldInfo {
  return {
    ...declaredField({ ...field, type: field.type as DeclaredField["type"], source }),
    deprecated: field.deprecated === true,
    suggested: field.suggested === true,
    plugin,
  };
}

export function declaredField(field: DeclaredField): FieldInfo {
  const { argument } = field;
  return {
    name: field.name,
    type: field.type === "string" ? "CHARBUF" : (field.type.toUpperCase() as FieldType),
    list: field.list === true,
    deprecated: false,
    transformable: true,
    comparable: true,
    suggested: false,
    source: field.source ?? "*",
    ...(argument && {
      argument: {
        required: argument.required === true,
        index: argument.index === true,
        key: argument.key === true,
      },
    }),
  };
}
