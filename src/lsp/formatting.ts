import type { Range, TextEdit } from "vscode-languageserver";
import { formatConditions } from "../format/index.ts";
import type { Feature } from "./feature.ts";
import { rangeOf } from "./ranges.ts";
import { contextOfDocument } from "./requests.ts";

/** Lays out the conditions of a document, or of the lines that are selected. */
export const formatting: Feature = (connection, workspaces) => {
  const edits = async (uri: string, within?: Range): Promise<TextEdit[]> => {
    const found = await contextOfDocument(workspaces, { uri });
    return (found?.sources ?? [])
      .flatMap(formatConditions)
      .map((edit) => ({ range: rangeOf(edit), newText: edit.replacement }))
      .filter(
        ({ range }) =>
          within === undefined ||
          (range.end.line >= within.start.line && range.start.line <= within.end.line),
      );
  };
  connection.onDocumentFormatting(({ textDocument }) => edits(textDocument.uri));
  connection.onDocumentRangeFormatting(({ textDocument, range }) => edits(textDocument.uri, range));
};
