import picocolors from "picocolors";
import { hang } from "./columns.ts";

/** A Markdown page for a terminal: headings stand out, fences go, code is set apart, paragraphs fill the lines. */
export function pageText(
  page: string,
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const { bold, cyan } = picocolors.createColors(color);
  const inline = (text: string) =>
    text.replace(/`([^`]+)`/g, (_, code: string) => (color ? cyan(code) : code));
  return blocksOf(page)
    .flatMap(({ kind, text }) => {
      if (kind === "heading") return [bold(text)];
      if (kind === "code") return hang(`  ${text}`, width).map(cyan);
      return hang(inline(text), width, kind === "item" ? 2 : 0);
    })
    .join("\n");
}

interface Block {
  readonly kind: "heading" | "code" | "item" | "paragraph" | "line";
  /** Without line breaks. */
  readonly text: string;
}

/** The headings, lines of code, list items and paragraphs of a page, in its order. */
function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let fence = "";
  for (const line of page.split("\n")) {
    const [mark] = /^```+/.exec(line) ?? [];
    if (mark !== undefined && (fence === "" || mark === fence)) fence = fence === "" ? mark : "";
    else if (fence !== "") blocks.push({ kind: "code", text: line });
    else add(blocks, line);
  }
  return blocks;
}

/** Adds a line outside of code: it goes on with the paragraph or item before, unless it begins something. */
function add(blocks: Block[], line: string): void {
  const last = blocks.at(-1);
  if (/^#+ /.test(line)) blocks.push({ kind: "heading", text: line.replace(/^#+ /, "") });
  else if (line.trim() === "" || line.startsWith("|")) blocks.push({ kind: "line", text: line });
  else if (/^\s*(?:[-*>]|\d+\.) /.test(line)) blocks.push({ kind: "item", text: line });
  else if (last?.kind === "item" || last?.kind === "paragraph")
    blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
  else blocks.push({ kind: "paragraph", text: line });
}
