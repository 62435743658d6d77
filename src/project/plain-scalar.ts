import type { ScalarNode } from "./tree.ts";

/** Something that plain YAML does not have: the whole text is read by the `yaml` package then. */
export class NotPlain extends Error {}

/** Made once, as a stack trace costs more than reading a small file. */
const notPlain = new NotPlain("this is not plain YAML");

export function bail(): never {
  throw notPlain;
}

export const lineFeed = 0x0a;
export const space = 0x20;
export const hash = 0x23;
export const comma = 0x2c;
export const dash = 0x2d;
export const colon = 0x3a;

/** A blank, a line break or the end of the text. */
export function isBlank(code: number): boolean {
  return code === space || code === lineFeed || Number.isNaN(code);
}

/** Offset of the line break that ends the line, or of the end of the text. */
export function lineEnd(content: string, from: number): number {
  const end = content.indexOf("\n", from);
  return end === -1 ? content.length : end;
}

/** Offset of the first character from here that is no space. */
export function skipSpaces(content: string, from: number): number {
  let at = from;
  while (content.charCodeAt(at) === space) at++;
  return at;
}

/** The least offset at or behind `from` without a space in front of it, not before `start`. */
export function trimmedEnd(content: string, start: number, from: number): number {
  let end = from;
  while (end > start && content.charCodeAt(end - 1) === space) end--;
  return end;
}

const indicators: ReadonlySet<string> = new Set(",[]{}#&*!|>'\"%@`");

/** Refuses what a plain scalar cannot begin with. */
export function checkFirst(content: string, at: number): void {
  const first = content[at];
  if (first === undefined || first === " " || first === "\n" || indicators.has(first)) bail();
  if (first !== "-" && first !== "?" && first !== ":") return;
  const next = content.charCodeAt(at + 1);
  if (isBlank(next) || first !== "-" || indicators.has(content[at + 1]!)) bail();
}

/** What a plain scalar can mean other than its text begins with one of these. */
const special = /^[-+.0-9~nNtTfF]/;

/** A number that YAML 1.1 takes for octal, and so do Kubernetes, Helm and Falco. */
const octal = /^[-+]?0[0-7]+$/;

/** The octal number of a plain scalar; undefined for any other. */
export function octalValue(text: string): number | undefined {
  return octal.test(text) ? Number.parseInt(text, 8) : undefined;
}

/** The value of a plain scalar by the core schema of YAML 1.2, with the octal numbers of YAML 1.1. */
export function plainValue(text: string): ScalarNode["value"] {
  if (!special.test(text)) return text;
  if (/^[-+]?[0-9]+$/.test(text)) return octalValue(text) ?? Number.parseInt(text, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/.test(text)) return Number.parseFloat(text);
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false;
  if (/^(?:~|[Nn]ull|NULL)$/.test(text)) return null;
  // Rare numbers: in other bases, with exponents, infinite.
  if (/^0[xo]|^[-+]?\.(?:inf|nan)$|^[-+]?[0-9.]+e[-+]?[0-9]+$/i.test(text)) bail();
  return text;
}

/** A scalar between quotes, on one line: its value and the offset behind the closing quote. */
export function readQuoted(content: string, start: number): { readonly value: string; readonly end: number } {
  return content[start] === "'" ? readSingleQuoted(content, start) : readDoubleQuoted(content, start);
}

function readSingleQuoted(content: string, start: number) {
  let close = content.indexOf("'", start + 1);
  while (close !== -1 && content[close + 1] === "'") close = content.indexOf("'", close + 2);
  const inner = oneLine(content, start + 1, close);
  return { value: inner.includes("''") ? inner.replaceAll("''", "'") : inner, end: close + 1 };
}

function readDoubleQuoted(content: string, start: number) {
  let close = start + 1;
  let hasEscapes = false;
  while (close < content.length && content[close] !== '"') {
    if (content[close] === "\\") {
      hasEscapes = true;
      close++;
    }
    close++;
  }
  if (close >= content.length) bail();
  const inner = oneLine(content, start + 1, close);
  return { value: hasEscapes ? unescaped(inner) : inner, end: close + 1 };
}

function oneLine(content: string, start: number, end: number): string {
  if (end === -1) bail();
  const inner = content.slice(start, end);
  return inner.includes("\n") ? bail() : inner;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["0", "\0"],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
]);

function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gs, (_, x, u, letter) => {
    const code = x ?? u;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return escapes.get(letter) ?? bail();
  });
}

/** Lines of a flow scalar, each without blanks around it: a line break is a blank, blank lines are line breaks. */
export function foldLines(lines: readonly string[]): string {
  let folded = lines[0]!;
  let blank = 0;
  for (const line of lines.slice(1)) {
    if (line === "") blank++;
    else {
      folded += (blank === 0 ? " " : "\n".repeat(blank)) + line;
      blank = 0;
    }
  }
  return folded;
}

/** A block scalar: its value, its style, and the offset of the line behind it. */
export interface BlockScalar {
  readonly value: string;
  readonly style: "literal" | "folded";
  readonly end: number;
}

/**
 * @param start offset of the `|` or `>`
 * @param parent column of the collection that holds it
 */
export function readBlockScalar(content: string, start: number, parent: number): BlockScalar {
  const header = /[|>]([-]?) *(?:\n|$)/y;
  header.lastIndex = start;
  const found = header.exec(content) ?? bail();
  const { lines, end } = blockLines(content, header.lastIndex, parent);
  const style = content[start] === "|" ? "literal" : "folded";
  const text = style === "literal" ? lines.join("\n") : foldBlock(lines);
  return { value: found[1] === "-" ? text : `${text}\n`, style, end };
}

/** The lines of a block scalar without their indentation, and without the blank ones at its end. */
function blockLines(content: string, from: number, parent: number) {
  const lines: string[] = [];
  const first = content.slice(from).search(/[^ \n]/);
  if (first === -1) bail();
  const indent = from + first - (content.lastIndexOf("\n", from + first) + 1);
  if (indent <= parent) bail();
  let end = from;
  let blank = 0;
  for (let at = from; at < content.length; ) {
    const text = skipSpaces(content, at);
    const stop = lineEnd(content, at);
    if (text < stop && text - at < indent) break;
    if (text === stop) blank += blankLine(content, text, text - at > indent);
    else {
      for (; blank > 0; blank--) lines.push("");
      lines.push(content.slice(at + indent, stop));
      end = Math.min(stop + 1, content.length);
    }
    at = stop + 1;
  }
  return { lines, end };
}

/** One blank line. Blanks beyond the indentation belong to the text, and at its end it depends. */
function blankLine(content: string, end: number, isBeyond: boolean): 1 {
  return isBeyond || end === content.length ? bail() : 1;
}

/** Lines that are not indented further join with a blank; further indented ones keep their line breaks. */
function foldBlock(lines: readonly string[]): string {
  let value = "";
  let separator = "";
  let wasIndented = false;
  for (const line of lines) {
    if (line === "") {
      if (separator === "\n") value += "\n";
      else separator = "\n";
    } else if (line.charCodeAt(0) === space) {
      if (separator === " ") separator = "\n";
      else if (!wasIndented && separator === "\n") separator = "\n\n";
      value += separator + line;
      separator = "\n";
      wasIndented = true;
    } else {
      value += separator + line;
      separator = " ";
      wasIndented = false;
    }
  }
  return value;
}
