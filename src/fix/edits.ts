import type { Edit, Finding } from "../lint/index.ts";
import { Text } from "../project/index.ts";

/** Texts of files by their path from the workspace. */
export type Files = ReadonlyMap<string, string>;

/** A finding with a fix. */
export type Fixable = Finding & { readonly fix: NonNullable<Finding["fix"]> };

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Findings whose fixes touch different parts of the files, in the order given: of two that overlap the first.
 * Edits at the same place overlap too, as their order would decide.
 */
export function apart(findings: readonly Fixable[], files: Files): Fixable[] {
  const taken = new Map<string, Replacement[]>();
  const chosen: Fixable[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const edits = offsetsOf(finding.fix.edits, files);
    // Two findings may have one fix in common.
    const key = JSON.stringify(finding.fix.edits);
    const isFree = edits.every(
      ([file, edit]) => taken.get(file)?.every((other) => !overlap(edit, other)) ?? true,
    );
    if (!isFree || seen.has(key)) continue;
    seen.add(key);
    for (const [file, edit] of edits) taken.set(file, [...(taken.get(file) ?? []), edit]);
    chosen.push(finding);
  }
  return chosen;
}

/** The texts of the files that the fixes change. The fixes must be apart. */
export function withFixes(findings: readonly Fixable[], files: Files): Map<string, string> {
  const byFile = new Map<string, Replacement[]>();
  for (const { fix } of findings)
    for (const [file, edit] of offsetsOf(fix.edits, files))
      byFile.set(file, [...(byFile.get(file) ?? []), edit]);
  const changed = new Map<string, string>();
  for (const [file, edits] of byFile) {
    const before = files.get(file)!;
    let after = before;
    for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
      after = after.slice(0, start) + text + after.slice(end);
    if (after !== before) changed.set(file, after);
  }
  return changed;
}

function overlap(a: Replacement, b: Replacement): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function offsetsOf(edits: readonly Edit[], files: Files): [file: string, Replacement][] {
  return edits.map(({ file, start, end, text }) => {
    const { lineStarts } = new Text(file, files.get(file) ?? "");
    const offset = ({ line, column }: Edit["start"]) => (lineStarts[line - 1] ?? 0) + column - 1;
    return [file, { start: offset(start), end: offset(end), text }];
  });
}
