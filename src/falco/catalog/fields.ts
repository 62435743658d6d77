import { nearest } from "../../project/index.ts";
import fieldRows from "./data/fields.json" with { type: "json" };
import pluginRows from "./data/plugins.json" with { type: "json" };
import { isEvent, parameterAtStart, parameters } from "./events.ts";
import { type FieldFeatures, fieldFeatures } from "./features.ts";
import type { FieldType } from "./field-type.ts";
import { isIn, isRemoved } from "./versions.ts";

export interface ArgumentInfo {
  readonly required: boolean;
  /** Whether a number may stand between the brackets. */
  readonly index: boolean;
  /** Whether a name may. */
  readonly key: boolean;
}

export interface FieldInfo {
  readonly name: string;
  readonly type: FieldType;
  readonly list: boolean;
  readonly argument?: ArgumentInfo;
  readonly deprecated: boolean;
  /** Whether transformers take it. */
  readonly transformable: boolean;
  /** Whether it can be compared with another field, on either side. */
  readonly comparable: boolean;
  /** Whether Falco adds it to outputs by itself. */
  readonly suggested: boolean;
  /** Undefined for a field of the core engine. */
  readonly plugin?: string;
  /** `syscall`, a plugin's source, or `*`: all. */
  readonly source: string;
  /** First version of Falco that has it; the oldest known when not said. */
  readonly since?: string;
  /** First version of Falco that lacks it. */
  readonly removedIn?: string;
}

/** A field that the data do not know: of a plugin of one's own. */
export interface DeclaredField {
  readonly name: string;
  readonly type: FieldType | "string" | "uint64" | "bool" | "reltime" | "abstime" | "ipaddr" | "ipnet";
  readonly list?: boolean;
  readonly argument?: Partial<ArgumentInfo>;
  /** Event source; `*`, all, when not said. */
  readonly source?: string;
}

/** A plugin whose fields are known. */
export interface PluginInfo {
  readonly name: string;
  /** Source of the events that its fields are for; `*` is all. */
  readonly source: string;
  /** Whether it brings the source, and not only fields for it. */
  readonly providesSource: boolean;
  /** Newest version that is known. */
  readonly latest?: string;
  /** Names that `evt.type` has for the events that it raises among those of its source. */
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

/** Fields of the core engine that take what is between brackets as a number. */
const indexed = new Set([
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
/** Those that take a name too. */
const keyed = new Set(["proc.env", "proc.aenv"]);

function coreField(row: FieldRow): FieldInfo {
  const flags = new Set(row.flags);
  const takesArgument = indexed.has(row.name) || keyed.has(row.name);
  return {
    name: row.name,
    type: row.type as FieldType,
    list: flags.has("IS_LIST"),
    deprecated: flags.has("DEPRECATED"),
    transformable: !flags.has("NO_TRANSFORMER"),
    comparable: !flags.has("NO_RHS"),
    suggested: false,
    source: row.generic ? "*" : "syscall",
    ...(takesArgument && { argument: { required: false, index: true, key: keyed.has(row.name) } }),
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

function declaredField(field: DeclaredField): FieldInfo {
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

/** Fields that need a key, and what follows in the name. */
const keyNeeded =
  /^(container\.mount(?:\.(?:source|dest|mode|rdwr|propagation))?|(?:k8s|mesos|marathon)\.[a-z]+\.label)(?!s)(.*)$/;

/** What a field name means for an event source, or why it means nothing. */
export type FieldLookup =
  | { readonly field: FieldInfo; readonly problem?: undefined }
  | {
      readonly field?: undefined;
      readonly problem: FieldProblem;
    };

/** Why a name is no field. The words are found only when they are asked for, as many lookups are tries. */
export class FieldProblem {
  /** `unknown` is what `skip-if-unknown-filter` forgives. */
  readonly kind: "unknown" | "argument";
  readonly #describe: () => { readonly message: string; readonly suggestion?: string };
  #described: { readonly message: string; readonly suggestion?: string } | undefined;

  constructor(kind: FieldProblem["kind"], describe: () => { message: string; suggestion?: string }) {
    this.kind = kind;
    this.#describe = describe;
  }

  get message(): string {
    this.#described ??= this.#describe();
    return this.#described.message;
  }

  get suggestion(): string | undefined {
    this.#described ??= this.#describe();
    return this.#described.suggestion;
  }
}

/** The fields of one Falco: its version, its plugins and those that the user declares. */
export class FieldTable {
  readonly version: string;
  readonly #features: FieldFeatures;
  readonly #core = new Map<string, FieldInfo>();
  readonly #plugins: readonly { readonly source: string; readonly fields: Map<string, FieldInfo> }[];
  readonly #longest: number;

  constructor(version: string, pluginNames: readonly string[], declared: readonly DeclaredField[] = []) {
    this.version = version;
    this.#features = fieldFeatures(version);
    for (const field of coreFields) if (isIn(version, field)) this.#core.set(field.name, field);
    const groups = pluginNames.flatMap((name) => plugins.get(name) ?? []);
    const own = new Map<string, DeclaredField[]>();
    for (const field of declared) {
      const source = field.source ?? "*";
      own.set(source, [...(own.get(source) ?? []), field]);
    }
    this.#plugins = [
      ...groups.map(({ source, fields }) => ({ source, fields: byName(fields) })),
      ...[...own].map(([source, fields]) => ({ source, fields: byName(fields.map(declaredField)) })),
    ];
    const names = [this.#core, ...this.#plugins.map(({ fields }) => fields)].flatMap((map) => [
      ...map.keys(),
    ]);
    this.#longest = Math.max(...names.map((name) => name.length));
  }

  /** All fields that an event source has. */
  forSource(source: string): FieldInfo[] {
    const fields = [...this.#core.values()].filter((field) => field.source === "*" || source === "syscall");
    for (const plugin of this.#pluginsFor(source)) fields.push(...plugin.fields.values());
    return fields;
  }

  /** A field with the text between its brackets, if it has brackets. */
  find(source: string, name: string, given?: string): FieldLookup {
    // Before, brackets around nothing were none.
    const argument = given === "" && !this.#features.emptyArguments ? undefined : given;
    const core = this.#findCore(source, name, argument);
    if (core !== undefined) return core;
    const full = argument === undefined ? name : `${name}[${argument}]`;
    for (const { fields } of this.#pluginsFor(source)) {
      const found = this.#findInPlugin(fields, full);
      if (found !== undefined) return found;
    }
    return this.#unknown(source, name, argument);
  }

  /** A field as it is written in one text: `proc.aname[2]`. */
  findText(source: string, text: string): FieldLookup {
    const open = text.indexOf("[");
    if (open === -1 || !text.endsWith("]")) return this.find(source, text);
    return this.find(source, text.slice(0, open), text.slice(open + 1, -1));
  }

  #pluginsFor(source: string) {
    return this.#plugins.filter((plugin) => plugin.source === "*" || plugin.source === source);
  }

  /** Undefined where no field of the core engine is meant, not even the beginning of the name. */
  #findCore(source: string, name: string, argument: string | undefined): FieldLookup | undefined {
    const custom = source === "syscall" ? this.#findCustom(name, argument) : undefined;
    if (custom !== undefined) return custom;
    const isHere = (field: FieldInfo | undefined) =>
      field !== undefined && (source === "syscall" || field.source === "*");
    const field = this.#core.get(name);
    if (isHere(field)) {
      if (argument === undefined) return { field: field! };
      return argumentProblem("unknown", `\`${name}\` takes nothing in brackets; write \`${name}\``);
    }
    // The engine takes the longest name of a field that the text starts with, and finds that more follows.
    const start = this.#prefix(this.#core, name, isHere);
    return start && this.#unknown(source, name, argument);
  }

  /** Fields of the core engine that read more of the name than the table says. */
  #findCustom(name: string, argument: string | undefined): FieldLookup | undefined {
    const has = (field: string) => this.#core.has(field);
    const exact = this.#core.get(name);
    if (name.startsWith("evt.arg") && !name.startsWith("evt.args") && has("evt.arg"))
      return this.#findParameter("evt.arg", name, argument);
    if (name.startsWith("evt.rawarg") && has("evt.rawarg"))
      return this.#findParameter("evt.rawarg", name, argument);
    // The path of a `.src` or `.dst` parameter has no entry of its own in the table.
    if (
      (name === "evt.abspath.src" || name === "evt.abspath.dst") &&
      has("evt.abspath") &&
      argument === undefined
    )
      return { field: this.#core.get("evt.abspath")! };
    if (name === "evt.around" && exact !== undefined) {
      if (argument !== undefined && isNumber(argument)) return { field: exact };
      return argumentProblem("argument", "`evt.around` takes the number of an event: `evt.around[100]`");
    }
    if (name.startsWith("evt.type.is") && has("evt.type.is")) return this.#findType(name, argument);
    if (name.startsWith("thread.cgroup") && !name.startsWith("thread.cgroups") && has("thread.cgroup"))
      return this.#findCgroup(name, argument);
    const bracketed = this.#findBracketed(name, argument);
    if (bracketed !== undefined) return bracketed;
    if (exact?.argument === undefined || argument === undefined) return undefined;
    if (name === "proc.args" && !this.#features.indexedProcessArguments) return undefined;
    const closes = argument.includes("]");
    if (keyed.has(name) && !closes) return { field: exact };
    if (indexed.has(name) && !closes && isNumber(argument)) return { field: exact };
    const takes = keyed.has(name) ? "a name without `]`" : "a number";
    // Of these, only this one complains about the number itself.
    const kind = name === "fd.types" ? "argument" : "unknown";
    return argumentProblem(
      kind,
      `\`${name}[...]\` takes ${takes}, as in \`${name}[${keyed.has(name) ? "HOME" : 1}]\``,
    );
  }

  /** Fields of containers and labels, which the core engine had before plugins did: they need a key. */
  #findBracketed(name: string, argument: string | undefined): FieldLookup | undefined {
    const [, base, rest = ""] = keyNeeded.exec(name) ?? [];
    const field = base === undefined ? undefined : this.#core.get(base);
    if (base === undefined || field === undefined) return undefined;
    const dotted = base.endsWith(".label") && rest.startsWith(".");
    if (dotted ? argument === undefined : rest === "" && argument !== undefined && !argument.includes("]"))
      return { field };
    if (rest === "" && argument === undefined) {
      // The engine overlooks that this one has none.
      if (base === "container.mount" && this.#features.bareContainerMount) return { field };
      return argumentProblem("argument", `\`${base}\` needs a name in brackets`);
    }
    return argumentProblem(
      dotted || rest === "" ? "unknown" : "argument",
      `nothing can follow \`${base}[...]\``,
    );
  }

  #findParameter(base: string, name: string, argument: string | undefined): FieldLookup {
    const field = this.#core.get(base)!;
    if (name === base && argument !== undefined && base === "evt.arg") {
      if (isNumber(argument.split("]", 1)[0]!)) {
        if (!argument.includes("]")) return { field };
        return argumentProblem("unknown", "`evt.arg[...]` takes the number of a parameter: `evt.arg[0]`");
      }
      return argumentProblem("argument", "`evt.arg[...]` takes the number of a parameter: `evt.arg[0]`");
    }
    if (name[base.length] !== ".")
      return argumentProblem("argument", `name a parameter of the event: \`${base}.flags\``);
    const rest = name.slice(base.length + 1);
    const parameter = parameterAtStart(rest);
    if (parameter === undefined) return parameterProblem("argument", base, rest);
    if (parameter.name !== rest || argument !== undefined) return parameterProblem("unknown", base, rest);
    return { field: base === "evt.rawarg" ? { ...field, type: parameter.type } : field };
  }

  /** `thread.cgroup.NAME` */
  #findCgroup(name: string, argument: string | undefined): FieldLookup {
    const base = "thread.cgroup";
    if (name[base.length] !== ".")
      return argumentProblem("argument", `name a subsystem: \`${base}.cpuacct\``);
    if (argument === undefined && /^[A-Za-z_]*$/.test(name.slice(base.length + 1)))
      return { field: this.#core.get(base)! };
    return argumentProblem("unknown", `the name of a subsystem is letters and \`_\`: \`${base}.cpuacct\``);
  }

  /** `evt.type.is.NAME` */
  #findType(name: string, argument: string | undefined): FieldLookup {
    const base = "evt.type.is";
    if (name[base.length] !== ".") return argumentProblem("argument", `name an event type: \`${base}.open\``);
    if (argument !== undefined) return argumentProblem("unknown", `\`${name}\` takes nothing in brackets`);
    const type = name.slice(base.length + 1);
    if (isEvent(this.version, type)) return { field: this.#core.get(base)! };
    return argumentProblem(
      "unknown",
      `there is no event \`${type}\`; \`evt.type = ${type}\` takes system calls too`,
    );
  }

  #findInPlugin(fields: Map<string, FieldInfo>, full: string): FieldLookup | undefined {
    const field = this.#prefix(fields, full, () => true);
    if (field === undefined) return undefined;
    // The engine cuts at the first blank, so that brackets that hold one are never closed.
    const text = full.split(" ", 1)[0]!;
    const open = text.indexOf("[");
    const { name, argument } = field;
    if (open !== -1) {
      if (open !== name.length) return undefined;
      const close = text.indexOf("]", open);
      if (close === -1)
        return argumentProblem("argument", `what is between the brackets of \`${name}\` cannot hold blanks`);
      if (argument === undefined)
        return argumentProblem("argument", `\`${name}\` takes nothing in brackets; write \`${name}\``);
      const given = text.slice(open + 1, close);
      if (argument.index && !argument.key && !isIndex(given))
        return argumentProblem("argument", `\`${name}[...]\` takes a number, as in \`${name}[0]\``);
      return close === full.length - 1
        ? { field }
        : argumentProblem("unknown", `nothing can follow \`${full.slice(0, close + 1)}\``);
    }
    if (argument?.required)
      return argumentProblem(
        "argument",
        `\`${name}\` needs ${argument.key ? "a name" : "a number"} in brackets`,
      );
    return name === full ? { field } : undefined;
  }

  /** The field with the longest name that the text starts with. */
  #prefix(
    fields: ReadonlyMap<string, FieldInfo>,
    text: string,
    accepts: (field: FieldInfo | undefined) => boolean,
  ): FieldInfo | undefined {
    for (let length = Math.min(text.length, this.#longest); length > 0; length--) {
      const field = fields.get(text.slice(0, length));
      if (field !== undefined && accepts(field)) return field;
    }
    return undefined;
  }

  #unknown(source: string, name: string, argument: string | undefined): FieldLookup {
    return { problem: new FieldProblem("unknown", () => this.#describeUnknown(source, name, argument)) };
  }

  #describeUnknown(source: string, name: string, argument: string | undefined) {
    const elsewhere = this.#elsewhere(source, name);
    if (elsewhere !== undefined) return { message: `\`${name}\` ${elsewhere}` };
    const full = argument === undefined ? name : `${name}[${argument}]`;
    const suggestion = nearest(
      name,
      this.forSource(source).map((field) => field.name),
    );
    const where = source === "syscall" ? "" : ` for events of source \`${source}\``;
    const message = `there is no field \`${full}\`${where}`;
    if (suggestion === undefined) return { message };
    return { message: `${message}; did you mean \`${suggestion}\`?`, suggestion };
  }

  /** Where a field is that is not here: in another version, in a plugin, for another source. */
  #elsewhere(source: string, name: string): string | undefined {
    const other = coreFields.find((field) => field.name === name);
    const provider = [...plugins.values()].find((plugin) =>
      plugin.fields.some((field) => field.name === name),
    );
    const loaded = provider && this.#plugins.some(({ fields }) => fields.get(name)?.plugin === provider.name);
    if (other?.since !== undefined && !isIn(this.version, { since: other.since }))
      return `is a field since Falco ${short(other.since)}; this is ${this.version}`;
    if (other?.removedIn !== undefined && isRemoved(this.version, other)) {
      const now =
        provider === undefined ? "" : `; now it comes from the ${provider.name} plugin, which is not loaded`;
      return `was removed in Falco ${short(other.removedIn)}${loaded ? "" : now}`;
    }
    if (provider !== undefined && loaded)
      return `is a field of source \`${provider.source}\`, and the rule's source is \`${source}\``;
    if (provider !== undefined) return `comes from the ${provider.name} plugin, which is not loaded`;
    if (other !== undefined && source !== "syscall")
      return `is a field of source \`syscall\`, and the rule's source is \`${source}\``;
    return undefined;
  }
}

function byName(fields: readonly FieldInfo[]): Map<string, FieldInfo> {
  return new Map(fields.map((field) => [field.name, field]));
}

/** A version without its patch number, if that is 0. */
function short(version: string): string {
  return version.replace(/\.0$/, "");
}

function argumentProblem(kind: "unknown" | "argument", message: string): FieldLookup {
  return { problem: new FieldProblem(kind, () => ({ message })) };
}

function parameterProblem(kind: "unknown" | "argument", base: string, name: string): FieldLookup {
  const describe = () => {
    const near = nearest(name, parameters.keys());
    const message = `no event has a parameter \`${name}\``;
    if (near === undefined) return { message };
    const suggestion = `${base}.${near}`;
    return { message: `${message}; did you mean \`${suggestion}\`?`, suggestion };
  };
  return { problem: new FieldProblem(kind, describe) };
}

/** Whether a plugin's field takes the text as an index. */
function isIndex(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && BigInt(text) < 2n ** 64n;
}

/** Whether the engine reads the text as a number: blanks before it and a sign are fine. */
function isNumber(text: string): boolean {
  return /^[ \t\n\v\f\r]*[+-]?[0-9]+$/.test(text);
}
