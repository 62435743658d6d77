/**
 * Text from a repository is hostile until it is escaped for the context in which it is shown. Every output format
 * takes its escaping from here.
 */

import { escapeOf, hiddenCharacter } from "../project/index.ts";

const loneSurrogate = /[\u{D800}-\u{DFFF}]/gu;
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

/**
 * One line in which every character can be seen: line breaks and tabs as spaces, other control characters as
 * their pictures, invisible ones as escapes, and nothing that a terminal or a browser would act on.
 */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/g, " ")
    .replace(controls, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "␡" : "�";
    })
    .replace(loneSurrogate, "�")
    .replace(hiddenCharacter, escapeOf);
}

/** The text with its lines, written in UTF-8, with invisible characters as escapes. */
export function visibleLines(text: string): string {
  return wellFormed(text).replace(hiddenCharacter, escapeOf);
}

/**
 * JSON in whose source, too, every character can be seen. Readers get each string as it is.
 *
 * @param indent spaces of a level; 0 for one line
 */
export function jsonText(value: unknown, indent = 2): string {
  const units = (character: string) =>
    Array.from({ length: character.length }, (_, i) =>
      escapeOf(String.fromCharCode(character.charCodeAt(i))),
    );
  return JSON.stringify(value, null, indent).replace(hiddenCharacter, (character) =>
    units(character).join(""),
  );
}

/** The text as it can be written in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, "�");
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Words that GitHub would turn into a mention, a reference, a link or an emoji. */
const linked =
  /[@#]|:\/\/|www\.|mailto:|xmpp:|\bgh-\d|:[\w+-]+:|(?:^|[^0-9a-z])[0-9a-f]{7,40}(?:[^0-9a-z]|$)/i;

// An underscore within a word is one.
const markdownSyntax = /[&<>\\`*[\]~|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/**
 * A name or a path as inline code for GitHub Markdown, safe in a paragraph, a list and a table. Not for the
 * inside of an HTML element, and not right next to other inline code.
 */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === "") return "` `";
  // A table breaks at a pipe in code too, and outside of a table its escape would be seen.
  return shown
    .split("|")
    .map((part) => (part === "" ? "" : codeSpan(part)))
    .join(entity("|"));
}

function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + runs.reduce((longest, run) => Math.max(longest, run.length), 0));
  const pad = /^[ `]|[ `]$/.test(text) && text.trim() !== "" ? " " : "";
  return fence + pad + text + pad + fence;
}

/**
 * Prose for GitHub Markdown, one line, safe in a paragraph, a list and a table: no markup, no HTML, no cell or
 * line break. Text in single backticks becomes code, and so do words that GitHub would link, such as
 * `@someone`, `#1` or an address.
 */
export function markdownText(text: string): string {
  const pieces = proseParts(visible(text).replace(/ +/g, " ")).flatMap(({ code, text }) =>
    code ? [markdownCode(text)] : text.split(/( )/).map(markdownWord),
  );
  // Two runs of backticks side by side would be read as one.
  return pieces
    .reduce((line, piece) => line + (line.endsWith("`") && piece.startsWith("`") ? ` ${piece}` : piece), "")
    .trim()
    .replace(/^(?:[-+=]|\d{1,9}[.)](?= |$))/, (marker) => entity(marker) + marker.slice(1));
}

/** A word or a space; an entity never takes part in Markdown's structure. */
function markdownWord(word: string): string {
  return linked.test(word) ? markdownCode(word) : word.replace(markdownSyntax, entity);
}

/** The parts of a text in single backticks, and those between them. */
export function proseParts(text: string): { readonly code: boolean; readonly text: string }[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, i) => ({ code: i % 2 === 1, text: part }))
    .filter(({ text }) => text !== "");
}

/** Prose for the inside of an HTML element in GitHub Markdown, where Markdown is not read but mentions are. */
export function markdownHtml(text: string): string {
  return visible(text)
    .split(" ")
    .map((word) => (linked.test(word) ? `<code>${htmlText(word)}</code>` : htmlText(word)))
    .join(" ");
}

/** A Markdown link with content that is escaped already; the content alone when the address is not of the web. */
export function markdownLink(content: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//.test(url)) return content;
  const address = url.replace(/[^\w\-.~:/?#=+,;%]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(""),
  );
  return `[${content}](${address})`;
}

const html: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** One line of text for the content or a quoted attribute of an HTML element. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => html[character]!);
}

/** Text for the content or a quoted attribute of an XML element: line breaks kept, no character that XML forbids. */
export function xmlText(text: string): string {
  return text
    .replace(hiddenCharacter, escapeOf)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"'\t\n\r]/g, (character) => html[character] ?? entity(character));
}

/** The message of a workflow command: `%` and line breaks are written as the runner documents. */
export function commandMessage(text: string): string {
  return text.replace(/[%\r\n]/g, percent);
}

/** A property of a workflow command, where `:` and `,` end the property as well. */
export function commandProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** A cell of a CSV table (RFC 4180) that no spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const shown = visible(text);
  const inert = /^\s*[=+\-@|%]/.test(shown) ? `'${shown}` : shown;
  return /[",;']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
