import type { Location, Project, Text } from "../project/index.ts";
import type { Finding } from "./finding.ts";

/** A comment `# falcoverage-ignore RULE, RULE: reason`. The location is that of its words. */
export interface Ignore extends Location {
  /** Ids of lint rules, or `<category>/*`, each with its location. */
  readonly rules: readonly (Location & { readonly id: string })[];
  /** Undefined where there is none; the comment then hides nothing. */
  readonly reason: string | undefined;
  readonly lines: Lines;
}

/** The lines whose findings are hidden; one object for all comments above the same line. */
interface Lines {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/** An ignore with those of its rules that had something to hide. */
export interface EvaluatedIgnore extends Ignore {
  readonly used: ReadonlySet<string>;
}

const comments = {
  yaml: /#[ \t]*falcoverage-ignore(?![\w-])(.*)/,
  markdown: /<!--[ \t]*falcoverage-ignore(?![\w-])([^\n]*?)(?:-->[^\n]*)?$/,
};
const word = "falcoverage-ignore";

/**
 * The ignores of all files. One that is alone on its line is for the next line that is none; where that
 * starts a block of text, as `condition: >` does, for the block too. Any other is for its own line.
 */
export function readIgnores(project: Project): Ignore[] {
  return project.sources
    .filter(({ embedding, text }) => embedding === undefined && text.content.includes(word))
    .flatMap(({ kind, text }) => ignoresIn(text, comments[kind === "markdown" ? "markdown" : "yaml"]));
}

function ignoresIn(text: Text, comment: RegExp): Ignore[] {
  const ignores: Ignore[] = [];
  let below: Lines | undefined;
  for (let number = 1; number <= text.lineStarts.length; number++) {
    const line = text.line(number);
    const match = line.includes(word) ? comment.exec(line) : null;
    if (match === null) continue;
    const start = text.lineStarts[number - 1]! + match.index;
    const isAlone = line.slice(0, match.index).trim() === "";
    if (isAlone && (below === undefined || below.first <= number)) below = linesBelow(text, number);
    ignores.push({
      text,
      span: { start, end: start + match[0].trimEnd().length },
      ...readBody(text, start + match[0].indexOf(word) + word.length, match[1]!),
      lines: isAlone ? below! : { file: text.file, first: number, last: number },
    });
  }
  return ignores;
}

function readBody(text: Text, start: number, body: string): Pick<Ignore, "rules" | "reason"> {
  const colon = body.indexOf(":");
  const list = colon === -1 ? body : body.slice(0, colon);
  const reason = colon === -1 ? "" : body.slice(colon + 1).trim();
  return {
    rules: [...list.matchAll(/[^\s,]+/g)].map((match) => {
      const from = start + match.index;
      return { id: match[0], text, span: { start: from, end: from + match[0].length } };
    }),
    reason: reason === "" ? undefined : reason,
  };
}

function linesBelow(text: Text, number: number): Lines {
  const count = text.lineStarts.length;
  let first = number + 1;
  // Several of them may be above one line.
  while (first < count && /^\s*(?:#|<!--)/.test(text.line(first))) first++;
  const line = text.line(first);
  let last = first;
  if (/[|>][+-]?\d?[+-]?\s*(?:#[^\n]*)?$/.test(line)) {
    const indent = indentOf(line);
    while (last < count && (text.line(last + 1).trim() === "" || indentOf(text.line(last + 1)) > indent))
      last++;
  }
  return { file: text.file, first, last };
}

/** Where the key of a line starts: behind the dash of a list's item. */
function indentOf(line: string): number {
  return line.length - line.replace(/^(?:\s|-\s)+/, "").length;
}

type Located = Pick<Finding, "rule" | "file" | "line">;

/** Parts findings into those that are kept and those that a comment hides, and says which comments did. */
export function applyIgnores<F extends Located>(
  findings: readonly F[],
  ignores: readonly Ignore[],
): { readonly kept: F[]; readonly ignored: F[]; readonly evaluated: readonly EvaluatedIgnore[] } {
  const evaluated = ignores.map((ignore) => ({ ...ignore, used: new Set<string>() }));
  const byLine = new Map<string, Set<ByRule>>();
  for (const [lines, byRule] of groupByLines(evaluated)) {
    for (let line = lines.first; line <= lines.last; line++) {
      const key = `${line} ${lines.file}`;
      byLine.set(key, (byLine.get(key) ?? new Set()).add(byRule));
    }
  }
  const kept: F[] = [];
  const ignored: F[] = [];
  for (const finding of findings) {
    const names = [finding.rule, `${finding.rule.split("/")[0]}/*`];
    let isHidden = false;
    for (const byRule of byLine.get(`${finding.line} ${finding.file}`) ?? []) {
      for (const name of names) {
        for (const { used } of byRule.get(name) ?? []) {
          used.add(name);
          isHidden = true;
        }
      }
    }
    (isHidden ? ignored : kept).push(finding);
  }
  return { kept, ignored, evaluated };
}

type MutableIgnore = Ignore & { readonly used: Set<string> };
type ByRule = Map<string, MutableIgnore[]>;

/** By lines that several ignores may share, and by rule, those that hide something at all. */
function groupByLines(evaluated: readonly MutableIgnore[]): Map<Lines, ByRule> {
  const groups = new Map<Lines, ByRule>();
  for (const ignore of evaluated) {
    if (ignore.reason === undefined) continue;
    const group: ByRule = groups.get(ignore.lines) ?? new Map();
    groups.set(ignore.lines, group);
    for (const { id } of ignore.rules) {
      const same = group.get(id);
      if (same === undefined) group.set(id, [ignore]);
      else same.push(ignore);
    }
  }
  return groups;
}
