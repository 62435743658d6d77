import {
  type DocumentSymbol,
  type FoldingRange,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import { at, entries, items, type Location, type Node, ofKind, type Source, text } from "../project/index.ts";
import type { Feature } from "./feature.ts";
import { rangeFrom, rangeOf } from "./ranges.ts";
import { contextOfDocument } from "./requests.ts";
import { itemsOf, type WrittenItem } from "./rules-file.ts";
import { uriOf } from "./workspaces.ts";

const kinds = { rule: SymbolKind.Event, macro: SymbolKind.Function, list: SymbolKind.Array } as const;

/** Symbols of a document and of the whole folder, and what can be folded. */
export const symbols: Feature = (connection, workspaces) => {
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const found = await contextOfDocument(workspaces, textDocument);
    return found?.sources.flatMap(symbolsOf);
  });
  connection.onWorkspaceSymbol(async ({ query }) => {
    const wanted = query.toLowerCase();
    const matching: SymbolInformation[] = [];
    for (const { folder, analysis } of workspaces.all) {
      const { project } = (await analysis) ?? {};
      for (const source of project === undefined ? [] : ofKind(project, "falco-rules")) {
        for (const { name, kind, nameNode, changes } of itemsOf(source)) {
          if (changes || !name.toLowerCase().includes(wanted)) continue;
          const location = { uri: uriOf(folder, source.file), range: rangeOf(nameNode) };
          matching.push({ name, kind: kinds[kind], containerName: source.name, location });
        }
      }
    }
    return matching;
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const found = await contextOfDocument(workspaces, textDocument);
    return found?.sources.flatMap((source) => foldsOf(source));
  });
};

function symbolsOf(source: Source): DocumentSymbol[] {
  if (source.kind === "falco-rules") return itemsOf(source).map(itemSymbol);
  const root = source.documents[0]?.root;
  if (source.kind === "matrix")
    return entries(at(root, "controls")).map(({ key, keyLocation, value }) => ({
      ...symbol(key, SymbolKind.Namespace, keyLocation, value),
      children: entries(value).map((control) =>
        symbol(control.key, SymbolKind.Key, control.keyLocation, control.value),
      ),
    }));
  if (source.kind !== "rule-tests") return [];
  return items(at(root, "tests")).flatMap((test) => {
    const rule = at(test, "rule");
    const name = text(rule);
    return rule === undefined || name === undefined ? [] : [symbol(name, SymbolKind.Method, rule, test)];
  });
}

function itemSymbol({ name, kind, nameNode, node, changes }: WrittenItem): DocumentSymbol {
  const shown = symbol(name === "" ? "(no name)" : name, kinds[kind], nameNode, node);
  const priority = text(at(node, "priority"));
  const detail = changes ? `changes the ${kind}` : priority;
  return detail === undefined ? shown : { ...shown, detail };
}

/** The range of a symbol holds that of its name, as the protocol asks. */
function symbol(name: string, kind: SymbolKind, named: Location, whole: Location): DocumentSymbol {
  const selectionRange = rangeOf(named);
  const inner = rangeOf(trimmed(whole));
  const isBefore = (a: typeof inner.start, b: typeof inner.start) =>
    a.line < b.line || (a.line === b.line && a.character < b.character);
  return {
    name,
    kind,
    selectionRange,
    range: {
      start: isBefore(inner.start, selectionRange.start) ? inner.start : selectionRange.start,
      end: isBefore(inner.end, selectionRange.end) ? selectionRange.end : inner.end,
    },
  };
}

/** Without the blank lines that a block of YAML ends with. */
function trimmed({ text: content, span }: Location): Location {
  const written = content.content.slice(span.start, span.end).trimEnd();
  return { text: content, span: { start: span.start, end: span.start + written.length } };
}

function foldsOf(source: Source): FoldingRange[] {
  return source.documents
    .flatMap(({ root }) => [...nodesIn(root)])
    .flatMap((node) => {
      const { start, end } = trimmed(node).text.locate(trimmed(node).span);
      const range = rangeFrom(start, end);
      const first = node.kind === "scalar" ? range.start.line : Math.max(0, range.start.line);
      return range.end.line > first ? [{ startLine: first, endLine: range.end.line }] : [];
    });
}

function* nodesIn(node: Node | undefined): Iterable<Node> {
  if (node === undefined) return;
  yield node;
  if (node.kind === "seq") for (const item of node.items) yield* nodesIn(item);
  else if (node.kind === "map") for (const { value } of node.entries) yield* nodesIn(value);
}
