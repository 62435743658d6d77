import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import { frameworkIds } from "../compliance/index.ts";
import { priorities } from "../falco/index.ts";
import { tacticIds, techniques } from "../lint/index.ts";
import { at, entries, items, ofKind, type Source, text } from "../project/index.ts";
import { configKeysBelow, configWords, ownRuleNames, valuesKeysBelow } from "../stack/index.ts";
import type { Analysis } from "./analysis.ts";
import { fieldItems } from "./condition-completion.ts";
import { frameworkOf } from "./named-controls.ts";
import { itemsOf } from "./rules-file.ts";
import type { YamlPlace } from "./yaml-place.ts";

const itemKeys = {
  rule: [
    "desc",
    "condition",
    "output",
    "priority",
    "source",
    "tags",
    "enabled",
    "exceptions",
    "override",
    "warn_evttypes",
    "skip-if-unknown-filter",
    "capture",
    "capture_duration",
  ],
  macro: ["condition", "override"],
  list: ["items", "override"],
} as const;

/** New items, with a place for each part that Falco asks for. */
const newItems: readonly (readonly [label: string, snippet: string])[] = [
  ["rule", "rule: $1\n  desc: $2\n  condition: $3\n  output: $4\n  priority: $5\n  tags: [$6]"],
  ["macro", "macro: $1\n  condition: $2"],
  ["list", "list: $1\n  items: [$2]"],
  ["required_engine_version", "required_engine_version: $1"],
];

/** Completes what a place of a file's YAML can hold; nothing where that is not known. */
export async function completeYaml(
  place: YamlPlace,
  source: Source,
  analysis: Analysis,
  offset: number,
): Promise<CompletionItem[]> {
  switch (source.kind) {
    case "falco-rules":
      return completeRules(place, source, analysis, offset);
    case "matrix":
      return completeMatrix(place, analysis);
    case "rule-tests":
      return completeTests(place, source, analysis);
    case "markdown":
      return completeFront(place, analysis);
    case "falco-config":
      return completeConfig(place, place.path, analysis);
    case "helm-values":
      return completeValues(place, source, analysis);
    default:
      return [];
  }
}

function completeRules(
  { path, role }: YamlPlace,
  source: Source,
  analysis: Analysis,
  offset: number,
): CompletionItem[] | Promise<CompletionItem[]> {
  const [key, ...inner] = path;
  if (key === undefined) return role === "key" ? keysAt(source, offset) : newItems.map(snippet);
  if (inner.length > 0) return key === "override" ? values(["append", "replace"]) : [];
  switch (key) {
    case "override":
      return role === "key"
        ? keys(["condition", "output", "tags", "exceptions", "priority", "enabled", "desc", "items"])
        : [];
    case "priority":
      return values(priorities.map((name) => name.toUpperCase()));
    case "source":
      return values([...(analysis.rulesetOf(source)?.result.engine.sources ?? [])]);
    case "enabled":
    case "append":
    case "warn_evttypes":
    case "skip-if-unknown-filter":
    case "capture":
      return values(["true", "false"]);
    case "tags":
      return completeTags(analysis);
    case "rule":
    case "macro":
    case "list":
      return values(namesOf(key, source, analysis));
    case "exceptions":
      return keys(["name", "fields", "comps", "values"]);
    default:
      return [];
  }
}

/** The keys that the item around a place does not have yet. */
function keysAt(source: Source, offset: number): CompletionItem[] {
  const item = itemsOf(source).findLast(({ node }) => node.span.start <= offset);
  if (item === undefined) return [];
  const has = new Set(item.node.entries.map(({ key }) => key));
  return keys(itemKeys[item.kind].filter((key) => !has.has(key)));
}

/** Names that a changing item can change. */
function namesOf(kind: "rule" | "macro" | "list", source: Source, analysis: Analysis): string[] {
  const result = analysis.rulesetOf(source)?.result;
  const all = { rule: result?.rules, macro: result?.macros, list: result?.lists }[kind] ?? [];
  return all.map(({ name }) => name);
}

/** Tags that rules have, and those of the controls of the frameworks in use. */
function completeTags({ project, inspection }: Analysis): CompletionItem[] {
  const used = ofKind(project, "falco-rules")
    .flatMap(itemsOf)
    .flatMap(({ node }) => items(at(node, "tags")).flatMap((tag) => text(tag) ?? []));
  const ofControls = inspection.model.compliance.frameworks.flatMap(({ framework, selected }) =>
    framework.tags === undefined
      ? []
      : selected.map(({ id, title }) => ({
          label: `${framework.tags!.prefix}${id.replace(/\s/g, "")}`,
          kind: CompletionItemKind.Value,
          detail: title,
        })),
  );
  const known = new Set(ofControls.map(({ label }) => label));
  const others = used.filter((tag) => !known.has(tag) && !techniques.has(tag));
  return [...ofControls, ...values([...new Set([...others, ...tacticTags])]), ...techniqueTags];
}

const tacticTags = [...tacticIds.keys()].map((name) => `mitre_${name}`);

const techniqueTags: readonly CompletionItem[] = [...techniques].map(([label, tactics]) => ({
  label,
  kind: CompletionItemKind.Value,
  detail: `ATT&CK: ${tactics.join(", ").replaceAll("_", " ")}`,
}));

/** @param keysAbove the keys of falco.yaml itself: in values of the chart it is the map below `falco` */
function completeConfig(
  { role }: YamlPlace,
  keysAbove: readonly string[],
  { inspection: { falcoVersion } }: Analysis,
): CompletionItem[] {
  const below = role === "value" ? [] : typedKeys(configKeysBelow(keysAbove, falcoVersion));
  return role === "key" ? below : [...below, ...values(configWords(keysAbove, falcoVersion))];
}

function completeValues(place: YamlPlace, source: Source, analysis: Analysis): CompletionItem[] {
  const path = isUmbrella(source) && place.path[0] === "falco" ? place.path.slice(1) : place.path;
  const [first, ...inner] = path;
  if (first === "falco") return completeConfig(place, inner, analysis);
  if (place.role !== "value") return typedKeys(valuesKeysBelow(path));
  const type = valuesKeysBelow(path.slice(0, -1)).find(({ name }) => name === path.at(-1))?.type;
  return type === "boolean" ? values(["true", "false"]) : [];
}

/** Whether the values are those of a chart that depends on Falco's, whose own stand below `falco`. */
function isUmbrella({ documents }: Source): boolean {
  const chartKeys = new Set(valuesKeysBelow([]).map(({ name }) => name));
  return entries(at(documents[0]?.root, "falco")).some(({ key }) => chartKeys.has(key));
}

function typedKeys(known: readonly { readonly name: string; readonly type: string }[]): CompletionItem[] {
  return known.map(({ name, type }) => ({
    label: name,
    kind: CompletionItemKind.Property,
    detail: type,
    insertText: `${name}:${type === "map" || type === "object" || type === "array" ? "" : " "}`,
  }));
}

async function completeMatrix({ path, role }: YamlPlace, analysis: Analysis): Promise<CompletionItem[]> {
  const [top, framework, control] = path;
  if (top === undefined) return keys(["version", "frameworks", "controls"]);
  if (top === "frameworks")
    return framework === "id" || (framework === undefined && role === "item") ? values(ids(analysis)) : [];
  if (top !== "controls") return [];
  if (framework === undefined) return keys(ids(analysis));
  if (control === undefined) return role === "key" ? controlItems(framework, analysis, true) : [];
  if (role === "key") return keys(["rules", "scope", "runtime"]);
  return ruleItems(analysis);
}

function ids({ inspection }: Analysis): readonly string[] {
  const { frameworkIds: own } = inspection.model.compliance;
  return own.length > 0 ? own : frameworkIds;
}

async function controlItems(id: string, analysis: Analysis, asKeys: boolean): Promise<CompletionItem[]> {
  const framework = await frameworkOf(analysis, id);
  return [...(framework?.controls.values() ?? [])].flatMap((control) =>
    control.group || !control.counted
      ? []
      : [
          {
            label: control.id,
            kind: CompletionItemKind.Property,
            detail: control.title,
            insertText: asKeys ? `${yamlText(control.id)}: ` : yamlText(control.id),
          },
        ],
  );
}

function completeTests({ path, role }: YamlPlace, source: Source, analysis: Analysis): CompletionItem[] {
  const [top, second, third] = path;
  if (top === undefined) return keys(["rules", "tests"]);
  if (top === "rules")
    return values([
      ...new Set(ofKind(analysis.project, "falco-rules").map(({ file }) => relativeTo(source, file))),
    ]);
  if (top !== "tests") return [];
  if (second === undefined) return keys(["rule", "fires", "silent"]);
  if (second === "rule") return ruleItems(analysis);
  if (third === undefined) return keys(["name", "event", "json", "each", "output"]);
  if (third !== "event" || role === "value") return [];
  const [ruleset] = analysis.rulesets;
  const anywhere = { kind: "macro", name: "" } as Parameters<typeof fieldItems>[0]["item"];
  return ruleset === undefined
    ? []
    : fieldItems({ ruleset, item: anywhere, before: "" }).map((item) => ({
        ...item,
        insertText: `${item.label}: `,
      }));
}

function relativeTo({ file }: Source, target: string): string {
  const up = file.split("/").slice(0, -1);
  const steps = target.split("/");
  while (up.length > 0 && steps.length > 1 && up[0] === steps[0]) {
    up.shift();
    steps.shift();
  }
  return [...up.map(() => ".."), ...steps].join("/");
}

function completeFront(
  { path, role }: YamlPlace,
  analysis: Analysis,
): CompletionItem[] | Promise<CompletionItem[]> {
  const [top, framework] = path;
  if (top === undefined) return keys(["rules", "priority", "controls"]);
  if (top === "rules") return ruleItems(analysis);
  if (top === "priority") return values(priorities.map((name) => name.toUpperCase()));
  if (top !== "controls") return [];
  if (framework === undefined) return role === "key" ? keys(ids(analysis)) : [];
  return controlItems(framework, analysis, false);
}

function ruleItems({ rulesets }: Analysis): CompletionItem[] {
  return ownRuleNames(rulesets).map((label) => ({
    label,
    kind: CompletionItemKind.Event,
    insertText: yamlText(label),
  }));
}

/** A text as YAML has it, between brackets too. */
function yamlText(value: string): string {
  return /^[A-Za-z][\w ./()+&-]*$/.test(value) || /^[A-Za-z]+[\w.()-]*$/.test(value)
    ? value
    : JSON.stringify(value);
}

function keys(labels: readonly string[]): CompletionItem[] {
  return labels.map((label) => ({ label, kind: CompletionItemKind.Property, insertText: `${label}: ` }));
}

function values(labels: readonly string[]): CompletionItem[] {
  return labels.map((label) => ({ label, kind: CompletionItemKind.Value, insertText: yamlText(label) }));
}

function snippet([label, insertText]: readonly [string, string]): CompletionItem {
  return { label, kind: CompletionItemKind.Snippet, insertText, insertTextFormat: InsertTextFormat.Snippet };
}
