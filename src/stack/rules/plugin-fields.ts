import { at, items, ofKind, type Project, type Source, text } from "../../project/index.ts";
import { fieldsInCode, fieldTypes, type LoadedField } from "./plugin-code.ts";

/** A row of a table in Markdown that describes a field: name, type, and what else there is. */
const row =
  /^\s*\|\s*`?([a-z]\w*(?:\.[\w-]+)+)(?:\[[^\]|]*\])?`?\s*\|\s*`?(\w+)(\s*\(list\))?`?\s*\|([^|]*)/gim;
/** Where a rules file uses a field: in an output, or before an operator. */
const use =
  /%\d*([a-z]\w*)\.[a-z]|\b([a-z]\w*)\.[\w.]+(?:\[[^\]\n]{0,200}\])?\s*(?:[=<>!]|\b(?:i?contains|in|intersects|pmatch|i?startswith|endswith|i?glob|regex|exists)\b)/g;

/**
 * The fields of plugins that a repository defines or describes: in the program code of a plugin, and in the tables of
 * Markdown pages as the SDKs of plugins print them: `| NAME | TYPE | ARG | DESCRIPTION |`. Each is for the event sources whose rules name it. Those that no rule for a
 * source names are left out: a plugin that adds to system calls may bring events too, which no table lists.
 *
 * @param isKnown whether the first word of a field's name belongs to Falco or to a plugin that is known
 */
export function documentedFields(project: Project, isKnown: (namespace: string) => boolean): LoadedField[] {
  const needed = usedNamespaces(project, isKnown);
  if (needed.size === 0) return [];
  const fields = new Map<string, LoadedField>();
  for (const { text: page } of ofKind(project, "markdown"))
    for (const [, name = "", type = "", list, third = ""] of page.content.matchAll(row)) {
      const known = fieldTypes.find((candidate) => candidate === type.toLowerCase());
      if (known === undefined || !needed.has(namespaceOf(name))) continue;
      const argument = argumentOf(third);
      fields.set(name, { name, type: known, ...(list === undefined ? {} : { list: true }), ...argument });
    }
  for (const field of fieldsInCode(project.code?.() ?? []))
    if (needed.has(namespaceOf(field.name))) fields.set(field.name, field);
  for (const field of fields.values()) {
    // Outputs take the longest name, and `-` ends one in conditions.
    const [short] = field.name.split("-");
    if (short !== undefined && !fields.has(short)) fields.set(short, { ...field, name: short });
  }
  if (fields.size === 0) return [];
  const sources = sourcesByNamespace(project, new Set([...fields.keys()].map(namespaceOf)));
  return [...fields.values()].flatMap((field): LoadedField[] => {
    const own = sources.get(namespaceOf(field.name)) ?? [];
    return [...own].map((source) => ({ ...field, source }));
  });
}

export function namespaceOf(field: string): string {
  return field.slice(0, field.indexOf("."));
}

/** The column on arguments, where the table has one: `None`, `Key, Required`, `Index`. Without it any is taken. */
function argumentOf(cell: string): Pick<LoadedField, "argument"> {
  if (/^\s*`?none`?\s*$/i.test(cell)) return {};
  const kind = /^\s*`?(?:(key)|(index)|any)\b/i.exec(cell);
  if (kind === null) return { argument: { required: false, key: true, index: true } };
  const [, key, index] = kind;
  return {
    argument: {
      required: /required/i.test(cell),
      key: index === undefined,
      index: key === undefined,
    },
  };
}

/** Namespaces of the fields in rules files that are not known, so that nothing is read where there are none. */
function usedNamespaces(project: Project, isKnown: (namespace: string) => boolean): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { text: rules } of ofKind(project, "falco-rules"))
    for (const [, inOutput, inCondition] of rules.content.matchAll(use)) used.add(inOutput ?? inCondition!);
  return new Set([...used].filter((namespace) => !isKnown(namespace)));
}

/** By namespace of fields, the event sources of the rules that use it. */
function sourcesByNamespace(project: Project, namespaces: ReadonlySet<string>): Map<string, Set<string>> {
  const sources = new Map<string, Set<string>>();
  for (const source of ofKind(project, "falco-rules"))
    for (const [name, content] of rulesWithSource(source))
      for (const namespace of namespaces)
        if (content.includes(`${namespace}.`))
          sources.set(namespace, (sources.get(namespace) ?? new Set()).add(name));
  return sources;
}

function rulesWithSource({ documents }: Source): [source: string, content: string][] {
  return documents
    .flatMap(({ root }) => items(root))
    .flatMap((item) => {
      const name = text(at(item, "source"));
      return name === undefined ? [] : [[name, item.text.content.slice(item.span.start, item.span.end)]];
    });
}
