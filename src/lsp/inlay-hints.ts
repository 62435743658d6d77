import { type InlayHint, InlayHintKind } from "vscode-languageserver";
import type { RuleDefinition } from "../falco/index.ts";
import type { Source } from "../project/index.ts";
import type { Feature } from "./feature.ts";
import { rungText } from "./hover.ts";
import { rangeOf } from "./ranges.ts";
import { contextOfDocument, type DocumentContext } from "./requests.ts";
import { itemsOf } from "./rules-file.ts";

/** Most event types that are shown by name. */
const longest = 5;

/** Shows how far each rule gets, and on which events Falco looks at it. */
export const inlayHints: Feature = (connection, workspaces) => {
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const found = await contextOfDocument(workspaces, textDocument);
    if (found === undefined) return [];
    const hints = found.sources.flatMap((source) => [...hintsIn(source, found)]);
    return hints.filter(({ position: { line } }) => range.start.line <= line && line <= range.end.line);
  });
};

function* hintsIn(source: Source, { analysis, workspace }: DocumentContext): Iterable<InlayHint> {
  const written = itemsOf(source).filter(({ kind, changes }) => kind === "rule" && !changes);
  if (written.length === 0) return;
  const rules = new Map(analysis.rulesetOf(source)?.result.rules.map((rule) => [rule.name, rule]));
  for (const { name, nameNode, condition } of written) {
    const coverage = workspace.coverageOf(name);
    if (coverage !== undefined)
      yield hint(rangeOf(nameNode).end, coverage.rung ?? "not loaded", rungText(coverage));
    const events = eventsText(rules.get(name));
    if (events === undefined || condition === undefined) continue;
    const end = condition.content.trimEnd().length;
    yield hint(rangeOf({ text: condition, span: { start: 0, end } }).end, events);
  }
}

function hint(position: InlayHint["position"], label: string, value?: string): InlayHint {
  const tooltip = value === undefined ? {} : { tooltip: { kind: "markdown" as const, value } };
  return { position, label, kind: InlayHintKind.Type, paddingLeft: true, ...tooltip };
}

function eventsText(rule: RuleDefinition | undefined): string | undefined {
  const events = [...(rule?.eventTypes ?? [])];
  if (events.length === 0) return undefined;
  return events.length <= longest ? `on ${events.join(", ")}` : `on ${events.length} event types`;
}
