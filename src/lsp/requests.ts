import type { TextDocumentPositionParams } from "vscode-languageserver";
import type { Source, Text } from "../project/index.ts";
import type { Analysis } from "./analysis.ts";
import type { Workspace } from "./editor-workspace.ts";
import { offsetAt } from "./ranges.ts";
import type { Workspaces } from "./workspaces.ts";

/** A document that an editor asks about, with the model of its folder. */
export interface DocumentContext {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  readonly file: string;
  /** The file as a whole. */
  readonly text: Text;
  /** The file, and the texts embedded in it. */
  readonly sources: readonly Source[];
}

export interface PositionContext extends DocumentContext {
  /** In the file. */
  readonly offset: number;
}

/** Undefined for a document that is no file, or that is not read. */
export async function contextOfDocument(
  workspaces: Workspaces,
  { uri }: { readonly uri: string },
): Promise<DocumentContext | undefined> {
  const placed = workspaces.place(uri);
  const analysis = await placed?.workspace.analysis;
  if (placed === undefined || analysis === undefined) return undefined;
  const sources = analysis.sourcesOf(placed.file);
  const text = sources[0]?.text;
  return text && { workspace: placed.workspace, analysis, file: placed.file, text, sources };
}

export async function contextAtPosition(
  workspaces: Workspaces,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<PositionContext | undefined> {
  const found = await contextOfDocument(workspaces, textDocument);
  return found && { ...found, offset: offsetAt(found.text, position) };
}
