import { nearest } from "../../project/index.ts";
import { CustomFields } from "./custom-fields.ts";
import { type FieldFeatures, fieldFeatures } from "./features.ts";
import { argumentProblem, type FieldLookup, FieldProblem } from "./field-problem.ts";
import { coreFields, type DeclaredField, declaredField, type FieldInfo, plugins } from "./fields.ts";
import { isIn, isRemoved } from "./versions.ts";

/** Hostile files can ask for any number of names. */
const maxKnown = 10_000;

/** The fields of one Falco: of its version, of its plugins, and declared by the user. */
export class FieldTable {
  readonly version: string;
  readonly #features: FieldFeatures;
  readonly #core = new Map<string, FieldInfo>();
  readonly #custom: CustomFields;
  readonly #plugins: readonly { readonly source: string; readonly fields: Map<string, FieldInfo> }[];
  readonly #longest: number;
  /** What was found, by source: the same few fields recur in all conditions. */
  readonly #known = new Map<string, Map<string, FieldLookup>>();

  constructor(version: string, pluginNames: readonly string[], declared: readonly DeclaredField[] = []) {
    this.version = version;
    this.#features = fieldFeatures(version);
    for (const field of coreFields) if (isIn(version, field)) this.#core.set(field.name, field);
    this.#custom = new CustomFields(version, this.#features, this.#core);
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
    // Names in tests can hold anything, so the length keeps name and argument apart.
    const key = given === undefined ? ` ${name}` : `${name.length} ${name}${given}`;
    let known = this.#known.get(source);
    if (known === undefined) {
      known = new Map();
      this.#known.set(source, known);
    }
    let lookup = known.get(key);
    if (lookup === undefined) {
      lookup = this.#lookUp(source, name, given);
      if (known.size >= maxKnown) known.clear();
      known.set(key, lookup);
    }
    return lookup;
  }

  #lookUp(source: string, name: string, given: string | undefined): FieldLookup {
    // Older versions ignore empty brackets.
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

  /** Undefined if the name does not even begin with a field of the core engine. */
  #findCore(source: string, name: string, argument: string | undefined): FieldLookup | undefined {
    const custom = source === "syscall" ? this.#custom.find(name, argument) : undefined;
    if (custom !== undefined) return custom;
    const isHere = (field: FieldInfo | undefined) =>
      field !== undefined && (source === "syscall" || field.source === "*");
    const field = this.#core.get(name);
    if (isHere(field)) {
      if (argument === undefined) return { field: field! };
      return argumentProblem("unknown", `\`${name}\` takes nothing in brackets; write \`${name}\``);
    }
    // The engine takes the longest field name that the text starts with, and then rejects the rest.
    const start = this.#prefix(this.#core, name, isHere);
    return start && this.#unknown(source, name, argument);
  }

  #findInPlugin(fields: Map<string, FieldInfo>, full: string): FieldLookup | undefined {
    const field = this.#prefix(fields, full, () => true);
    if (field === undefined) return undefined;
    // The engine cuts at the first blank, so brackets with a blank in them are never closed.
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
    const names = this.forSource(source).map((field) => field.name);
    const where = source === "syscall" ? "" : ` for events of source \`${source}\``;
    const message = `there is no field \`${full}\`${where}`;
    const destination = destinationFields.get(name);
    if (destination !== undefined && names.includes(destination))
      return {
        message: `${message}; a connection leads to the server, which is \`${destination}\``,
        suggestion: destination,
      };
    const suggestion = nearest(name, names);
    if (suggestion === undefined) return { message };
    return { message: `${message}; did you mean \`${suggestion}\`?`, suggestion };
  }

  /** Where a missing field exists: in another version, in a plugin, or for another source. */
  #elsewhere(source: string, name: string): string | undefined {
    const other = coreFields.find((field) => field.name === name);
    const provider = [...plugins.values()].find((plugin) =>
      plugin.fields.some((field) => field.name === name),
    );
    const loaded = provider && this.#plugins.some(({ fields }) => fields.get(name)?.plugin === provider.name);
    if (other?.since !== undefined && !isIn(this.version, { since: other.since }))
      return `is a field since Falco ${short(other.since)}; this is ${this.version}`;
    if (provider !== undefined && loaded) {
      const near = auditFields[name];
      const hint = source === "k8s_audit" && near !== undefined ? `; write \`${near}\`` : "";
      return `is a field of source \`${provider.source}\`, and the rule's source is \`${source}\`${hint}`;
    }
    if (other?.removedIn !== undefined && isRemoved(this.version, other)) {
      const now =
        provider === undefined ? "" : `; now it comes from the ${provider.name} plugin, which is not loaded`;
      return `was removed in Falco ${short(other.removedIn)}${now}`;
    }
    if (provider !== undefined) return `comes from the ${provider.name} plugin, which is not loaded`;
    if (other !== undefined && source !== "syscall")
      return `is a field of source \`syscall\`, and the rule's source is \`${source}\``;
    return undefined;
  }
}

/** Fields of audit events with the same meaning as a field of system calls. */
const auditFields: Readonly<Record<string, string>> = {
  "k8s.ns.name": "ka.target.namespace",
  "k8s.pod.name": "ka.target.name",
};

function byName(fields: readonly FieldInfo[]): Map<string, FieldInfo> {
  return new Map(fields.map((field) => [field.name, field]));
}

/** What firewalls and flow logs call the destination. The names that are spelled alike here are those of the client. */
const destinationFields: ReadonlyMap<string, string> = new Map([
  ["fd.dip", "fd.sip"],
  ["fd.dport", "fd.sport"],
  ["fd.dnet", "fd.snet"],
  ["fd.dproto", "fd.sproto"],
]);

/** A version without its patch number if that is 0. */
function short(version: string): string {
  return version.replace(/\.0$/, "");
}

/** Whether a plugin's field takes the text as an index. */
function isIndex(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && BigInt(text) < 2n ** 64n;
}
