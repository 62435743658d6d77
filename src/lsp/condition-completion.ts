import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import {
  conditionTokens,
  type Expected,
  expectedAfter,
  explainField,
  type LoaderEngine,
  operatorsFor,
  parameters,
  servicePorts,
  transformers,
} from "../falco/index.ts";
import type { Source } from "../project/index.ts";
import type { Ruleset } from "../stack/index.ts";
import type { Analysis } from "./analysis.ts";
import { fieldText } from "./hover.ts";
import type { WrittenItem } from "./rules-file.ts";

/** What may come next in a condition, and what is written of it so far. */
export interface ConditionCompletion {
  readonly prefix: string;
  readonly items: readonly CompletionItem[];
}

/** No name that could be completed is longer. */
const longestWord = 200;

/** Completes a condition behind a part of it. */
export function completeCondition(
  before: string,
  item: WrittenItem,
  source: Source,
  analysis: Analysis,
): ConditionCompletion {
  const ruleset = analysis.rulesetOf(source);
  if (ruleset === undefined) return { prefix: "", items: [] };
  const word = /[\w.-]*$/.exec(before.slice(-longestWord))![0];
  const expected = expectedAfter(before.slice(0, before.length - word.length));
  return { prefix: word, items: itemsFor(expected, { ruleset, item, before }) };
}

interface Place {
  readonly ruleset: Ruleset;
  readonly item: WrittenItem;
  readonly before: string;
}

function itemsFor(expected: Expected, place: Place): CompletionItem[] {
  const { result } = place.ruleset;
  switch (expected.kind) {
    case "check":
      return [
        ...fieldItems(place),
        ...result.macros
          .filter(({ name }) => name !== place.item.name || place.item.kind !== "macro")
          .map(({ name }) => ({ label: name, kind: CompletionItemKind.Function, detail: "macro" })),
        ...words(["not"], CompletionItemKind.Keyword),
        ...transformers.map((label) => ({ label, kind: CompletionItemKind.Method, detail: "transformer" })),
      ];
    case "input":
      return fieldItems(place);
    case "operator":
      return words(operatorsOf(expected.field), CompletionItemKind.Operator);
    case "junction":
      return words(["and", "or"], CompletionItemKind.Keyword);
    case "list":
    case "value":
      return [...valueItems(expected, place), ...(isListPlace(expected) ? listItems(place) : [])];
  }
}

function isListPlace({ kind, operator }: Expected): boolean {
  return (
    kind === "list" || ["in", "intersects", "pmatch", "oneof", "anyof", "allof"].includes(operator ?? "")
  );
}

function words(labels: readonly string[], kind: CompletionItemKind): CompletionItem[] {
  return labels.map((label) => ({ label, kind }));
}

/** The event sources that a condition can be for: a macro may be for any. */
function sourcesOf({ ruleset, item }: Place): readonly string[] {
  const rule = item.kind === "rule" ? ruleset.definitions.get(item.name) : undefined;
  return rule === undefined ? [...ruleset.result.engine.sources] : [rule.source];
}

/** The fields of the version and the event source; of the parameters of events those that the condition's have. */
export function fieldItems(place: Place): CompletionItem[] {
  const { fields } = place.ruleset.result.engine;
  const known = new Map(
    sourcesOf(place).flatMap((source) =>
      fields.forSource(source).map((field) => [field.name, field] as const),
    ),
  );
  const items = [...known.values()].map(
    ({ name, type, list, deprecated, argument }): CompletionItem => ({
      label: name,
      kind: CompletionItemKind.Field,
      detail: `${type}${list ? ", a list" : ""}${argument?.required ? ", needs an argument" : ""}`,
      ...(deprecated && { tags: [1 as const] }),
      data: { field: name },
    }),
  );
  if (!known.has("evt.arg")) return items;
  const events = eventsOf(place);
  for (const { name, events: having } of parameters.values()) {
    if (events !== undefined && !having.some((event) => events.has(event))) continue;
    items.push({
      label: `evt.arg.${name}`,
      kind: CompletionItemKind.Field,
      data: { field: `evt.arg.${name}` },
    });
  }
  return items;
}

/** The event types that a condition names, or that its rule had when it was last complete; undefined for any. */
function eventsOf({ ruleset, item, before }: Place): ReadonlySet<string> | undefined {
  const named = new Set<string>();
  let field = "";
  for (const { kind, text } of conditionTokens(before)) {
    if (kind === "field") field = text;
    else if (kind === "value" && field === "evt.type") named.add(text);
  }
  if (named.size > 0) return named;
  const rule = item.kind === "rule" ? ruleset.definitions.get(item.name) : undefined;
  return rule?.eventTypes;
}

function operatorsOf(field: string | undefined): readonly string[] {
  const known = field === undefined ? undefined : explainField(field)?.fields[0];
  return ["exists", ...operatorsFor(known ?? { type: "CHARBUF", list: false })];
}

function valueItems({ field }: Expected, { ruleset }: Place): CompletionItem[] {
  const { engine } = ruleset.result;
  const values = valuesOf(field, engine);
  return values.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}

/** The values that a field can have, where there are not too many to know. */
function valuesOf(field: string | undefined, engine: LoaderEngine): readonly string[] {
  if (field === "evt.type" || field === "syscall.type")
    return [...engine.events.names].filter((name) => name !== "" && name !== "unknown");
  if (field === "evt.source") return [...engine.sources];
  if (field === "fd.l4proto") return ["tcp", "udp", "icmp", "raw"];
  const type = field === undefined ? undefined : explainField(field)?.fields[0]?.type;
  if (type === "BOOL") return ["true", "false"];
  return type === "PORT" ? [...servicePorts.keys()] : [];
}

function listItems({ ruleset }: Place): CompletionItem[] {
  return ruleset.result.lists.map(({ name }) => ({
    label: name,
    kind: CompletionItemKind.Variable,
    detail: "list",
  }));
}

/** What is known of a field, for an item that is looked at. */
export async function describeItem(item: CompletionItem): Promise<CompletionItem> {
  const field = (item.data as { readonly field?: unknown } | undefined)?.field;
  const value = typeof field === "string" ? await fieldText(field) : undefined;
  return value === undefined ? item : { ...item, documentation: { kind: "markdown", value } };
}
