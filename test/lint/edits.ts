import type { Edit } from "../../src/lint/index.ts";
import { Text } from "../../src/project/index.ts";

/** Files by name with edits applied; of two edits that overlap only the later in the file is. */
export function edited(
  files: Readonly<Record<string, string>>,
  edits: readonly Edit[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => [
      file,
      editedText(
        content,
        edits.filter((edit) => edit.file === file),
      ),
    ]),
  );
}

function editedText(content: string, edits: readonly Edit[]): string {
  const { lineStarts } = new Text("", content);
  const offset = ({ line, column }: Edit["start"]) => lineStarts[line - 1]! + column - 1;
  const located = edits.map(({ start, end, text }) => ({ start: offset(start), end: offset(end), text }));
  let free = content.length + 1;
  for (const { start, end, text } of located.sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (end > free) continue;
    content = content.slice(0, start) + text + content.slice(end);
    free = start;
  }
  return content;
}
