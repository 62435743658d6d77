/**
 * A rules file, a manifest or a configuration holds a character that nobody sees.
 *
 * ## Why
 *
 * A list item with a zero-width space in it matches nothing, and looks right. A character that turns the direction of
 * reading shows a reviewer another condition than the one that Falco loads.
 *
 * ## Instead
 *
 * Delete it. Where a value needs the character, write it as an escape in double quotes, such as `"\u200b"`.
 *
 * ## Notes
 *
 * Marks that scripts such as Arabic, Hebrew or Hindi need within their words, and those within emoji, are left alone.
 * Source: Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities" (CVE-2021-42574).
 */

import { escapeOf, hiddenCharacter, type Source, type SourceKind } from "../../../project/index.ts";
import type { LintRule, Problem } from "../../rule.ts";

/** They turn the direction of what follows, so what is shown is not what is loaded. */
const overriding = /[\u202A-\u202E\u2066-\u2069]/;
/** Joiners and marks of direction, which writing in some scripts needs. */
const ofScripts = /[\u061C\u200C-\u200F]/;
const scripts =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}]/u;

const unread: ReadonlySet<SourceKind> = new Set(["other", "markdown", "script"]);

const rule: LintRule = {
  id: "yaml/invisible-character",
  severity: "warning",
  confidence: "high",
  summary: "A file contains an invisible character",
  fixable: true,
  general: true,
  *check({ project }) {
    for (const source of project.sources) {
      const isRead = !unread.has(source.kind) && source.embedding === undefined;
      if (isRead) yield* hiddenIn(source);
    }
  },
};

/** One problem a line, at the first of its characters. */
function* hiddenIn({ text }: Source): Iterable<Problem> {
  const { content } = text;
  // Most files are ASCII, which has none of them.
  if (!/[^\0-\x7f]/.test(content)) return;
  let lineEnd = -1;
  for (const { index, 0: character } of content.matchAll(hiddenCharacter)) {
    const isByteOrderMark = index === 0 && character === "\uFEFF";
    if (index < lineEnd || isByteOrderMark) continue;
    const start = content.lastIndexOf("\n", index) + 1;
    const end = content.indexOf("\n", index);
    const line = content.slice(start, end === -1 ? undefined : end);
    if (ofScripts.test(character) && scripts.test(line)) continue;
    lineEnd = start + line.length;
    yield problemOf(text, index, character, line.slice(index - start));
  }
}

function problemOf(text: Source["text"], start: number, character: string, rest: string): Problem {
  const found = Array.from(rest.matchAll(hiddenCharacter), ({ index, 0: one }) => ({ index, one }));
  const shown = [...new Set(found.map(({ one }) => `\`${escapeOf(one)}\``))].slice(0, 5);
  const isTurned = found.some(({ one }) => overriding.test(one));
  const what = found.length === 1 ? "An invisible character is" : `${found.length} invisible characters are`;
  return {
    at: { text, span: { start, end: start + character.length } },
    message: `${what} here: ${shown.join(", ")}.`,
    help: isTurned
      ? "It turns the direction of reading, so that what is loaded is not what is shown. Delete it."
      : "What is compared with this text differs from what is seen. Delete it, or write it as an escape in double quotes.",
    fix: {
      description: "Delete what cannot be seen",
      safe: false,
      edits: found.map(({ index, one }) => ({
        at: { text, span: { start: start + index, end: start + index + one.length } },
        text: "",
      })),
    },
  };
}

export default rule;
