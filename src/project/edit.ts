import type { EmbeddedStyle, Location, Text } from "./source-text.ts";
import type { Node, ScalarNode, YamlDocument } from "./tree.ts";

/** Writes `replacement` where a location is. */
export interface TextEdit extends Location {
  readonly replacement: string;
}

/**
 * An edit of an embedded text as an edit of the file that holds it: indented, quoted and escaped as the scalars and
 * blocks around it ask for, with the line ends of the file. What they cannot hold without another form is no edit.
 *
 * @param documents the YAML that `text` is, if it is any: an edit inside of a scalar is written as its style asks
 */
export function toFileEdit(edit: TextEdit, documents: readonly YamlDocument[]): TextEdit | undefined {
  let current = inScalar(edit, documents);
  while (current?.text.outer !== undefined) current = outwards(current, current.text.outer);
  if (current === undefined) return undefined;
  const { text, span, replacement } = current;
  const isWindows = text.content.includes("\r\n");
  return { text, span, replacement: isWindows ? replacement.replace(/\r?\n/g, "\r\n") : replacement };
}

/** The edit with its text in the form of the scalar that it is in. */
function inScalar(edit: TextEdit, documents: readonly YamlDocument[]): TextEdit | undefined {
  const found = documents.map(({ root }) => scalarAt(root, edit)).find((scalar) => scalar !== undefined);
  if (found === undefined) return edit;
  const { scalar, inFlow } = found;
  const { start, end } = edit.span;
  const isWhole = start === scalar.span.start && end === scalar.span.end;
  const quote = edit.text.content[scalar.span.start];
  if (isWhole) {
    // A word instead of a quoted one stays between quotes.
    const isWord = /^[A-Za-z_][\w./-]*$/.test(edit.replacement) && !reserved.test(edit.replacement);
    const isQuoted = scalar.style === "single-quoted" || scalar.style === "double-quoted";
    return isQuoted && isWord ? { ...edit, replacement: `${quote}${edit.replacement}${quote}` } : edit;
  }
  const replacement = inside(edit.replacement, scalar.style, inFlow);
  return replacement === undefined ? undefined : { ...edit, replacement };
}

/** Plain words that YAML reads as something else than a text. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A part of a scalar's source. An escape in it may be one already, so what has one has no certain form. */
function inside(text: string, style: EmbeddedStyle, inFlow: boolean): string | undefined {
  if (style === "double-quoted") return text.includes("\\") ? undefined : text.replaceAll('"', '\\"');
  if (style === "single-quoted") return text.includes("''") ? undefined : text.replaceAll("'", "''");
  return style === "plain" && !isPlain(text, inFlow) ? undefined : text;
}

/** Whether a plain scalar can hold a text in its midst. */
function isPlain(text: string, inFlow: boolean): boolean {
  return !/:(?:\s|$)|(?:^|\s)#/.test(text) && !(inFlow && /[[\]{},]/.test(text));
}

interface FoundScalar {
  readonly scalar: ScalarNode;
  /** Whether it is between brackets or braces. */
  readonly inFlow: boolean;
}

function scalarAt(node: Node | undefined, { text, span }: Location, inFlow = false): FoundScalar | undefined {
  // The value of an alias or a merge key is elsewhere in the text.
  if (node === undefined || node.text !== text) return undefined;
  if (node.kind === "scalar")
    return node.span.start <= span.start && span.end <= node.span.end && node.span.end > node.span.start
      ? { scalar: node, inFlow }
      : undefined;
  const isFlow = inFlow || "[{".includes(text.content[node.span.start] ?? " ");
  const children = node.kind === "seq" ? node.items : node.entries.flatMap(({ value }) => [value]);
  for (const child of children) {
    const found = scalarAt(child, { text, span }, isFlow);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One step: the same edit in the text around. */
function outwards(edit: TextEdit, outer: Text): TextEdit | undefined {
  const { style } = edit.text;
  if (style === "literal") return outOfLines(edit, outer);
  const { text, span, replacement } = edit;
  if (style === "folded" && span.end === text.content.length && text.content.endsWith("\n")) return undefined;
  const encoded = encode(replacement, style);
  if (encoded === undefined) return undefined;
  return {
    text: outer,
    span: { start: startOf(text, outer, span.start), end: startOf(text, outer, span.end) },
    replacement: encoded,
  };
}

function encode(text: string, style: Exclude<EmbeddedStyle, "literal">): string | undefined {
  switch (style) {
    case "double-quoted":
      return JSON.stringify(text).slice(1, -1);
    case "single-quoted":
      return text.includes("\n") ? undefined : text.replaceAll("'", "''");
    case "folded":
      return text.includes("\n") ? undefined : text;
    case "plain":
      return text.includes("\n") || !isPlain(text, true) ? undefined : text;
  }
}

/** Where a character of a scalar starts; behind the last character for the end. */
function startOf(text: Text, outer: Text, offset: number): number {
  if (offset < text.content.length || offset === 0) return text.outward(offset);
  const last = text.outward(offset - 1);
  const source = outer.content;
  if (text.style === "double-quoted" && source[last] === "\\")
    return last + ({ x: 4, u: 6, U: 10 }[source[last + 1] ?? ""] ?? 2);
  return last + (text.style === "single-quoted" && source[last] === "'" ? 2 : 1);
}

/** Lines that have a prefix in the outer text: whole lines are inserted and removed with it. */
function outOfLines(edit: TextEdit, outer: Text): TextEdit | undefined {
  const { text } = edit;
  const { content } = text;
  if (content === "") return undefined;
  let { start, end } = edit.span;
  let { replacement } = edit;
  const prefix = prefixOf(text, outer);
  // After a key or a bracket, further lines have no certain indentation.
  if (replacement.includes("\n") && !/^[ >\t]*$/.test(prefix)) return undefined;
  if (end > start && content[end - 1] === "\n" && replacement.endsWith("\n")) {
    end--;
    replacement = replacement.slice(0, -1);
  }
  const startsLine = start === 0 || content[start - 1] === "\n";
  const endsText = end === content.length;
  const isLineGone = endsText && content.endsWith("\n") && end > start;
  if (isLineGone && (!startsLine || replacement !== "")) return undefined;
  if (endsText && start === end && content.endsWith("\n") && !replacement.endsWith("\n")) return undefined;
  const from = isLineGone ? lineStart(outer, text.outward(start)) : outwardEnd(text, start);
  const to = endsText || start === end ? Math.max(from, outwardEnd(text, end)) : text.outward(end);
  const lines = replacement.split("\n");
  const indented = lines
    .map((line, index) =>
      index === 0 || (line === "" && !(index === lines.length - 1 && !endsText)) ? line : prefix + line,
    )
    .join("\n");
  // On a blank line, and behind the last one, there is no prefix yet.
  const present = outer.content.slice(lineStart(outer, from), from);
  const missing =
    startsLine && !isLineGone && replacement !== "" && !replacement.startsWith("\n")
      ? prefix.slice(present.length)
      : "";
  return { text: outer, span: { start: from, end: to }, replacement: missing + indented };
}

function outwardEnd(text: Text, offset: number): number {
  return offset === text.content.length
    ? text.outward(offset - 1) + breakLength(text, offset)
    : text.outward(offset);
}

/** Length of the last character in the text around, where a line break may be two. */
function breakLength(text: Text, end: number): number {
  const outer = text.outer!.content;
  return outer.startsWith("\r\n", text.outward(end - 1)) ? 2 : 1;
}

function lineStart({ content }: Text, offset: number): number {
  return content.lastIndexOf("\n", offset - 1) + 1;
}

/** The prefix of the lines: that of the first line that is not blank. */
function prefixOf(text: Text, outer: Text): string {
  const lines: readonly number[] = text.lineStarts;
  const first = lines.find((start): start is number => {
    const char = text.content[start];
    return char !== undefined && char !== "\n";
  });
  if (first === undefined) return "";
  const at = text.outward(first);
  return outer.content.slice(lineStart(outer, at), at);
}
