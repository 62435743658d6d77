import { markdownCode, markdownLink } from "./escape.ts";
import type { RenderContext } from "./report.ts";

const longest = 400;

/** A cell is for reading; a name of a megabyte would take the room of all others. */
export function clip(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** A file and line as code, with a link where the files can be read. */
export function location(file: string, line: number | undefined, context: RenderContext): string {
  const shown = line === undefined ? file : `${file}:${line}`;
  return markdownLink(markdownCode(clip(shown)), context.link?.(file, line));
}
