import { type CodeAction, CodeActionKind, type TextEdit } from "vscode-languageserver";
import { applyFixes } from "../fix/index.ts";
import type { Finding } from "../lint/index.ts";
import { Text } from "../project/index.ts";
import type { Analysis } from "./analysis.ts";
import { rangeFrom } from "./ranges.ts";
import type { DocumentContext } from "./requests.ts";
import { verdictOn } from "./verdict.ts";

/** The kind by which editors ask for it when a file is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.falcoverage`;

/** Whether a kind of action that an editor asks for has this one in it. */
export function isFixAll(kind: string): boolean {
  return fixAllKind === kind || fixAllKind.startsWith(`${kind}.`);
}

/** Applies the fixes of a file that are proven to change no rule, as `falcoverage check --fix` does. */
export async function fixAll(context: DocumentContext, uri: string): Promise<CodeAction | undefined> {
  const edit = await safeEdit(context);
  return edit && { title: "Apply all safe fixes", kind: fixAllKind, edit: { changes: { [uri]: [edit] } } };
}

async function safeEdit({ analysis, workspace, file, text }: DocumentContext): Promise<TextEdit | undefined> {
  const isOwn = (finding: Finding) =>
    finding.file === file && (finding.fix?.edits.every((edit) => edit.file === file) ?? true);
  const found = workspace.findingsOf(file).filter(isOwn);
  if (!found.some(({ fix }) => fix?.safe)) return undefined;
  const { files } = await applyFixes(new Map([[file, text.content]]), {
    unsafe: false,
    read: async (changed) => {
      const content = changed.get(file);
      if (content === undefined) return { findings: found, rulesets: analysis.rulesets };
      const now = analysis.with(file, content);
      return { findings: verdictIn(file, now).filter(isOwn), rulesets: now.rulesets };
    },
  });
  const fixed = files.get(file);
  return fixed === undefined ? undefined : smallestEdit(file, text.content, fixed);
}

function verdictIn(file: string, analysis: Analysis): Finding[] {
  const rulesFiles = analysis.sourcesOf(file).filter(({ kind }) => kind === "falco-rules");
  return rulesFiles.flatMap((source) => verdictOn(source, analysis).findings);
}

/** One edit from the first character that differs to the last. */
function smallestEdit(file: string, before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const text = new Text(file, before);
  return {
    range: rangeFrom(text.position(head), text.position(before.length - tail)),
    newText: after.slice(head, after.length - tail),
  };
}
