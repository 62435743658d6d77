/**
 * A regular expression has one anchor, or begins with what its field never begins with.
 *
 * ## Why
 *
 * In most tools a regular expression searches. Falco's `regex` has to match the whole value, so `^/etc/`
 * matches the value `/etc/` and no file below it. Such a check is nearly never true.
 *
 * ## Instead
 *
 * Use `startswith` or `endswith`, or write an expression for the whole value: `'/etc/.*'`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). `regex` was added in Falco 0.39. Expressions without
 * any anchor are left alone, as they may well be meant for the whole value.
 */

import type { Value } from "../../../../falco/index.ts";
import { type CheckProblem, checkRule } from "../../../check-rule.ts";
import type { WrittenCheck } from "../../../conditions.ts";

/** Fields whose values begin with `/`. */
const absolute: ReadonlySet<string> = new Set([
  "proc.exepath",
  "proc.pexepath",
  "proc.cwd",
  "fs.path.name",
  "fs.path.source",
  "fs.path.target",
]);

export default checkRule(
  {
    id: "falco/regex-whole-value",
    severity: "warning",
    confidence: "medium",
    summary: "A regular expression is written to search, and has to match the whole value",
    fixable: true,
  },
  (written) => {
    const { check, values } = written;
    if (check.kind !== "comparison" || check.operator !== "regex") return undefined;
    return values.flatMap((value) => problemOf(value, written));
  },
);

function problemOf(value: Value, written: WrittenCheck): readonly CheckProblem[] {
  const { text } = value;
  const starts = text.startsWith("^");
  const ends = text.endsWith("$") && !isEscaped(text, text.length - 1);
  if (starts && !ends && !isOpenAtEnd(text)) {
    return [
      {
        span: value.span,
        message: `\`regex ${text}\` does not match a value with more after it: the whole value has to match.`,
        help: "Add `.*` at the end, or `$` if this is all.",
        ...widened(value, written, ["", ".*"]),
      },
    ];
  }
  const name = written.field?.name ?? "";
  if ((ends && !starts && isLiteralStart(text)) || (absolute.has(name) && /^(?:[\w-]|\\\.)/.test(text))) {
    return [
      {
        span: value.span,
        message: `\`regex ${text}\` does not match a value with more before it: the whole value has to match.`,
        help: "Add `.*` at the beginning, or `^` if the value starts there.",
        ...widened(value, written, [".*", ""]),
      },
    ];
  }
  return [];
}

function widened(
  value: Value,
  written: WrittenCheck,
  [before, after]: readonly [string, string],
): Pick<CheckProblem, "fix"> {
  const at = written.in.location(value.span);
  const text = written.in.written(value.span);
  if (at === undefined || text === undefined || !written.holds(value)) return {};
  // Between quotes of YAML those of the condition are escaped.
  if (value.quoted && !/^["']/.test(text)) return {};
  const quote = value.quoted ? text.slice(0, 1) : "";
  const body = value.quoted ? text.slice(1, -1) : text;
  const replacement = `${quote}${before}${body}${after}${quote}`;
  return {
    fix: { description: `Write \`${replacement}\``, safe: false, edits: [{ at, text: replacement }] },
  };
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** Whether more may follow: by a repetition, or by alternatives that only a parser could tell. */
function isOpenAtEnd(text: string): boolean {
  return /[*+})|]$/.test(text) && !isEscaped(text, text.length - 1) ? true : text.includes("|");
}

/** Whether it begins with one certain character. */
function isLiteralStart(text: string): boolean {
  return /^(?:[\w/-]|\\[^\w])(?![*+?{])/.test(text) && !text.includes("|");
}
