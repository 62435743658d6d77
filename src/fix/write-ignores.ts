import type { Finding } from "../lint/index.ts";
import { Text } from "../project/index.ts";
import type { Files } from "./edits.ts";

/** Findings that comments are to hide, and the files with those comments. */
export interface Ignored {
  readonly files: Map<string, string>;
  /** The findings whose files take no comment of this kind. */
  readonly left: readonly Finding[];
}

/**
 * Writes a comment above the line of each finding that hides it, one for all findings of a line. Where the line is part
 * of a block of text, such as `condition: >`, it is placed above the block, as it would be text in it.
 *
 * @param reason one line
 */
export function withIgnores(findings: readonly Finding[], files: Files, reason: string): Ignored {
  const left = findings.filter(({ file }) => !files.has(file) || !/\.ya?ml$/i.test(file));
  const byFile = grouped(
    findings.filter((finding) => !left.includes(finding)),
    ({ file }) => file,
  );
  const changed = new Map<string, string>();
  for (const [file, own] of byFile) {
    const text = new Text(file, files.get(file)!);
    const lineBreak = text.content.includes("\r\n") ? "\r\n" : "\n";
    const byLine = grouped(own, ({ line }) => lineAbove(text, line));
    let content = text.content;
    for (const [line, found] of [...byLine].sort(([a], [b]) => b - a)) {
      const start = text.lineStarts[line - 1]!;
      const indent = /^[ \t]*/.exec(text.line(line))![0];
      const rules = [...new Set(found.map(({ rule }) => rule))].sort().join(", ");
      const comment = `${indent}# falcoverage-ignore ${rules}: ${reason}${lineBreak}`;
      content = content.slice(0, start) + comment + content.slice(start);
    }
    changed.set(file, content);
  }
  return { files: changed, left };
}

function grouped<K>(findings: readonly Finding[], keyOf: (finding: Finding) => K): Map<K, Finding[]> {
  const groups = new Map<K, Finding[]>();
  for (const finding of findings)
    groups.set(keyOf(finding), [...(groups.get(keyOf(finding)) ?? []), finding]);
  return groups;
}

/** The line that a comment for a line is placed above: that of the block which the line is in, unless that is a whole file. */
function lineAbove(text: Text, line: number): number {
  const indent = indentOf(text.line(line));
  for (let above = line - 1; above > 0; above--) {
    const written = text.line(above);
    if (written.trim() === "" || indentOf(written) >= indent) continue;
    // The key of a ConfigMap is the name of a file, and has an ending.
    return /^[\s-]*[\w-]+:\s*[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(written) ? above : line;
  }
  return line;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
