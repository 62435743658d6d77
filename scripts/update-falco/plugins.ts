import { type Checkout, SourceError } from "./checkout.ts";
import { entriesOf, readTable, textOf } from "./table.ts";

/** A field of a plugin, as in `plugins.json`. */
export interface PluginFieldRow {
  readonly name: string;
  readonly type: string;
  readonly list?: true;
  readonly argument?: { readonly required?: true; readonly index?: true; readonly key?: true };
  readonly deprecated?: true;
  /** Whether Falco adds it to outputs by itself. */
  readonly suggested?: true;
}

export interface PluginRow {
  readonly source: string;
  readonly latest: string;
  /** Events that it raises among those of its source. */
  readonly events?: readonly string[];
  readonly fields: readonly PluginFieldRow[];
}

interface KnownPlugin {
  readonly source: string;
  readonly events?: readonly string[];
  /** Its table of fields in C++, which alone says which fields Falco adds to outputs. */
  readonly table?: string;
}

/** The plugins whose fields are kept, with what their documentation does not list. */
const known: Readonly<Record<string, KnownPlugin>> = {
  container: {
    source: "syscall",
    events: ["container", "container_removed"],
    table: "src/caps/extract/extract.cpp",
  },
  k8saudit: { source: "k8s_audit" },
  json: { source: "*" },
  cloudtrail: { source: "aws_cloudtrail" },
  github: { source: "github" },
  okta: { source: "okta" },
  gcpaudit: { source: "gcp_auditlog" },
  k8smeta: { source: "syscall", events: ["k8s"], table: "src/plugin.cpp" },
};

/** The fields of the newest release of each plugin. Source: the list that its README has, made by its own program. */
export function readPlugins(plugins: Checkout): Record<string, PluginRow> {
  return Object.fromEntries(
    Object.entries(known).map(([name, { source, events, table }]) => {
      const latest = plugins.versions(`plugins/${name}/v`).at(-1);
      if (latest === undefined) throw new SourceError(`plugins: no release of ${name} is tagged`);
      const read = (path: string) => plugins.read(`plugins/${name}/v${latest}`, `plugins/${name}/${path}`);
      const where = `plugins: ${name} ${latest}`;
      const marks =
        table === undefined ? new Map<string, Marks>() : readMarks(read(table), `${where}: ${table}`);
      const fields = readListedFields(read("README.md"), `${where}: README.md`).map((field) => ({
        ...field,
        ...marks.get(field.name),
      }));
      return [name, { source, latest, ...(events && { events }), fields }];
    }),
  );
}

/** Rows such as ``| `ka.uri.param` | `string (list)` | Key, Required | Description |``. */
function readListedFields(readme: string, where: string): PluginFieldRow[] {
  const rows = readme.matchAll(/^\| `([\w.]+)` +\| `(\w+)( \(list\))?` +\| ([\w, ]+?) +\| (.*)\|$/gm);
  const fields = [...rows].map(([, name, type, list, given, description]): PluginFieldRow => {
    const argument = new Set(given!.split(", "));
    return {
      name: name!,
      type: type!,
      ...(list && { list: true }),
      ...(!argument.has("None") && {
        argument: {
          ...(argument.has("Required") && { required: true }),
          ...(argument.has("Index") && { index: true }),
          ...(argument.has("Key") && { key: true }),
        },
      }),
      ...(description!.startsWith("Deprecated") && { deprecated: true }),
    };
  });
  if (fields.length === 0) throw new SourceError(`${where}: no field is listed`);
  return fields;
}

type Marks = Pick<PluginFieldRow, "deprecated" | "suggested">;

/** What rows such as `{type, "a.b", "[Deprecated] Title", "Description", argument, isList, {}, isSuggested}` add. */
function readMarks(source: string, where: string): Map<string, Marks> {
  const rows = readTable(source, "field_info fields[] = {", where);
  return new Map(
    rows.map(({ value }) => {
      const [, name, title, , , , , suggested] = entriesOf(value, where);
      const isSuggested = suggested?.value.kind === "expression" && suggested.value.text === "true";
      const marks: Marks = {
        ...(textOf(title?.value, where).startsWith("[Deprecated]") && { deprecated: true }),
        ...(isSuggested && { suggested: true }),
      };
      return [textOf(name?.value, where), marks];
    }),
  );
}
