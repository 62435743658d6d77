import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver";
import type { Finding } from "../lint/index.ts";
import { toFileEdit } from "../project/index.ts";
import { diagnosticOf } from "./diagnostics.ts";
import type { Feature } from "./feature.ts";
import { fixAll, isFixAll } from "./fix-all.ts";
import { rangeFrom, rangeOf } from "./ranges.ts";
import { contextOfDocument, type DocumentContext } from "./requests.ts";
import { ruleTest } from "./rule-test.ts";
import { itemsOf, type WrittenItem } from "./rules-file.ts";
import { uriOf } from "./workspaces.ts";

/** What the server needs to know of an action that is worked out only when it is chosen. */
interface TestRequest {
  readonly uri: string;
  readonly rule: string;
}

/** Fixes of findings, one or all safe ones; a test and an exception for the rule under the cursor. */
export const codeActions: Feature = (connection, workspaces) => {
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const found = await contextOfDocument(workspaces, textDocument);
    if (found === undefined) return [];
    const { only } = context;
    // Editors ask for it by its kind when they save, and all fixes are tried then.
    if (only?.some(isFixAll)) return [(await fixAll(found, textDocument.uri)) ?? []].flat();
    const fixes = found.workspace
      .findingsOf(found.file)
      .flatMap((finding) => fixOf(finding, range, found) ?? []);
    const actions = [...fixes, ...actionsForRule(found, range, textDocument.uri)];
    return actions.filter(
      ({ kind = "" }) => only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true,
    );
  });
  connection.onCodeActionResolve(async (action) => {
    const request = action.data as TestRequest | undefined;
    const found = request && (await contextOfDocument(workspaces, request));
    if (request === undefined || found === undefined) return action;
    const { file, text } = ruleTest(found, request.rule);
    const uri = uriOf(found.workspace.folder, file);
    const edit: TextDocumentEdit = {
      textDocument: { uri, version: null },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }],
    };
    return { ...action, edit: { documentChanges: [{ kind: "create" as const, uri }, edit] } };
  });
};

function fixOf(finding: Finding, range: Range, { workspace }: DocumentContext): CodeAction | undefined {
  const { fix } = finding;
  const diagnostic = diagnosticOf(finding);
  if (fix === undefined || !overlap(diagnostic.range, range)) return undefined;
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, start, end, text } of fix.edits) {
    const uri = uriOf(workspace.folder, file);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeFrom(start, end), newText: text }];
  }
  return {
    title: fix.description,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.safe,
    edit: { changes },
  };
}

function overlap(a: Range, b: Range): boolean {
  const isBefore = (x: Range, y: Range) =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}

function actionsForRule(found: DocumentContext, range: Range, uri: string): CodeAction[] {
  for (const source of found.sources) {
    for (const item of itemsOf(source)) {
      if (item.kind !== "rule" || item.changes || !overlap(rangeOf(item.node), range)) continue;
      const data: TestRequest = { uri, rule: item.name };
      const exception = exceptionFor(item);
      return [
        { title: `Write a test for "${item.name}"`, kind: CodeActionKind.Refactor, data },
        ...(exception === undefined
          ? []
          : [
              {
                title: `Add an exception to "${item.name}"`,
                kind: CodeActionKind.Refactor,
                edit: { changes: { [uri]: [exception] } },
              },
            ]),
      ];
    }
  }
  return [];
}

/** An exception to fill in, behind the last line of a rule that has none. */
function exceptionFor({ node, nameNode }: WrittenItem): TextEdit | undefined {
  const { text } = nameNode;
  const keys = new Map(node.entries.map(({ key, value }) => [key, value]));
  const source = keys.get("source");
  const isSyscall = source === undefined || (source.kind === "scalar" && source.value === "syscall");
  if (!isSyscall || keys.has("exceptions") || text.content[node.span.start] === "{") return undefined;
  const [first] = node.entries;
  const lineStart = text.content.lastIndexOf("\n", first!.keyLocation.span.start - 1) + 1;
  const indent = " ".repeat(first!.keyLocation.span.start - lineStart);
  const end = node.span.start + text.content.slice(node.span.start, node.span.end).trimEnd().length;
  const lines = [
    "exceptions:",
    "  - name: known_programs",
    "    fields: [proc.name, container.image.repository]",
    "    comps: [=, =]",
    "    values:",
    "      - [my-program, registry.example/my-image]",
  ];
  const replacement = lines.map((line) => `\n${indent}${line}`).join("");
  const edit = toFileEdit({ text, span: { start: end, end }, replacement }, []);
  return edit && { range: rangeOf(edit), newText: edit.replacement };
}
