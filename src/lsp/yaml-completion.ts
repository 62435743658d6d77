import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import { frameworkIds } from "../compliance/index.ts";
import { priorities } from "../falco/index.ts";
import { at, items, ofKind, type Source, text } from "../project/index.ts";
import { ownRuleNames } from "../stack/index.ts";
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
  return [
    ...ofControls,
    ...values([...new Set([...used, ...techniques(used)])].filter((tag) => !known.has(tag))),
  ];
}

/** Tactics as tags name them. Source: the tags of the rules that the Falco project publishes. */
function techniques(used: readonly string[]): string[] {
  const tactics = [
    "initial_access",
    "execution",
    "persistence",
    "privilege_escalation",
    "defense_evasion",
    "credential_access",
    "discovery",
    "lateral_movement",
    "collection",
    "command_and_control",
    "exfiltration",
    "impact",
  ];
  return [...tactics.map((tactic) => `mitre_${tactic}`), ...used.filter((tag) => /^T\d{4}/.test(tag))];
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
