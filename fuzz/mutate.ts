import type { Random } from "./random.ts";

/** A mutated text is no longer than this, so that time is spent on many cases. */
const longest = 200_000;

/** Words on which the languages of the files turn, and what has been trouble elsewhere. */
const words = [
  "- rule: ",
  "- macro: ",
  "- list: ",
  "condition: ",
  "exceptions:",
  "override: {condition: append}",
  "append: true",
  "enabled: false",
  "and not ",
  " or ",
  " in (",
  "((((((((",
  "))))",
  " exists",
  " pmatch (/etc, /usr)",
  ' regex "(a+)+$"',
  ' glob "*?[[]*"',
  "%evt.arg.x",
  "%proc.aname[",
  "proc.pname[99999999999]",
  "tolower(basename(val(proc.name)))",
  "join(",
  "<<: *a",
  "&a ",
  "*a",
  "!!binary |",
  "!!int x",
  "? [a, b]\n: c",
  "|2-\n",
  ">+\n\n\n",
  '"\\x',
  '"\\ud800"',
  "'",
  '"',
  "{",
  "[",
  "}",
  "]",
  "---\n",
  "...\n",
  "%YAML 1.2\n---\n",
  "\t",
  "\r",
  "\r\n",
  "\u0000",
  "\u0085",
  "\u2028",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\ud800",
  "\udc00",
  "\u{1f980}",
  "é",
  "__proto__",
  "constructor",
  "toString",
  "{{ .Values.x }}",
  "{{- range $i, $e := .Values }}",
  "$" + "{X}",
  "../../../etc/passwd",
  "/dev/zero",
  "0x",
  "1e999",
  "-0",
  "9007199254740993",
  "18446744073709551616",
  "-9223372036854775809",
  "NaN",
  ".inf",
  "null",
  "~",
  "2026-02-30T25:61:61Z",
  "<script>alert(1)</script>",
  "::error::x",
  "]]>",
  "# falcoverage-ignore",
];

type Mutation = (text: string, random: Random, donor: string) => string;

/** A place in a text, more often where a token begins or ends. */
function place(text: string, random: Random): number {
  const at = random.below(text.length + 1);
  if (random.below(3) === 0) return at;
  const next = text.slice(at, at + 80).search(/\b/);
  return next === -1 ? at : at + next;
}

function span(text: string, random: Random, most: number): readonly [number, number] {
  const start = place(text, random);
  return [start, Math.min(text.length, start + 1 + random.below(most))];
}

function lineAt(text: string, random: Random): readonly [number, number] {
  const at = random.below(text.length + 1);
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return [start, end === -1 ? text.length : end + 1];
}

const replace = (text: string, [start, end]: readonly [number, number], by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const mutations: readonly Mutation[] = [
  (text, random) => replace(text, span(text, random, 40), ""),
  (text, random) => replace(text, lineAt(text, random), ""),
  (text, random) => {
    const at = place(text, random);
    return replace(text, [at, at], random.pick(words));
  },
  (text, random) => replace(text, span(text, random, 12), random.pick(words)),
  (text, random, donor) => replace(text, lineAt(text, random), donor.slice(...lineAt(donor, random))),
  (text, random, donor) => {
    const at = place(text, random);
    return replace(text, [at, at], donor.slice(...span(donor, random, 200)));
  },
  (text, random) => {
    const [start, end] = lineAt(text, random);
    return replace(text, [start, start], text.slice(start, end).repeat(1 + random.below(3)));
  },
  (text, random) => {
    const [start, end] = lineAt(text, random);
    const line = text.slice(start, end);
    return replace(text, [start, end], random.below(2) === 0 ? ` ${line}` : line.replace(/^ {1,2}/, ""));
  },
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => {
    const at = place(text, random);
    return replace(
      text,
      [at, at],
      random.pick(["(", "[", "{", "not ", "- ", "  ", "a", "*"]).repeat(random.below(400)),
    );
  },
  (text, random) =>
    text.replace(/\d+/g, (digits) =>
      random.below(6) === 0 ? random.pick(["0", "-1", "99999999999999999999", "1.5"]) : digits,
    ),
  (text, random) => {
    const at = random.below(text.length + 1);
    return replace(text, [at, at + 1], String.fromCharCode(random.below(0x3000)));
  },
  (text, random) => {
    const [first, second] = [lineAt(text, random), lineAt(text, random)];
    const [one, two] = first[0] <= second[0] ? [first, second] : [second, first];
    if (one[1] > two[0]) return text;
    return (
      text.slice(0, one[0]) +
      text.slice(...two) +
      text.slice(one[1], two[0]) +
      text.slice(...one) +
      text.slice(two[1])
    );
  },
];

/** A text with up to four small changes, some of them with pieces of another text. */
export function mutate(text: string, random: Random, donor: string): string {
  let mutated = text;
  for (let count = 1 + random.below(4); count > 0; count--)
    mutated = random.pick(mutations)(mutated, random, donor).slice(0, longest);
  return mutated;
}
