import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Edit, Finding } from "../../src/lint/finding.ts";
import { lintRules } from "../../src/lint/rules/index.ts";
import { Text } from "../../src/project/text.ts";

const fixtures = path.join(import.meta.dirname, "rules");

/** A copy of a fixture as a workspace of its own. */
function copied(id: string, fixture: string): string {
  const root = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  const from = path.join(fixtures, id, fixture);
  cpSync(from, path.extname(fixture) ? path.join(root, fixture) : root, { recursive: true });
  return root;
}

async function findingsIn(root: string): Promise<readonly Finding[]> {
  return (await check([], { root, baseline: null })).report.findings;
}

/** Makes the edits of the fixes, but for those that overlap an earlier one. */
function applyFixes(root: string, findings: readonly Finding[]): void {
  const all = findings.flatMap(({ fix }) => fix?.edits ?? []);
  for (const file of new Set(all.map(({ file }) => file))) {
    const edits = all.filter((edit) => edit.file === file);
    let content = readFileSync(path.join(root, file), "utf8");
    const { lineStarts } = new Text("", content);
    const offset = ({ line, column }: Edit["start"]) => lineStarts[line - 1]! + column - 1;
    let free = content.length + 1;
    const located = edits.map(({ start, end, text }) => ({ start: offset(start), end: offset(end), text }));
    for (const { start, end, text } of located.sort((a, b) => b.start - a.start || b.end - a.end)) {
      if (end > free) continue;
      content = content.slice(0, start) + text + content.slice(end);
      free = start;
    }
    writeFileSync(path.join(root, file), content);
  }
}

const fixable = lintRules.filter(({ fixable }) => fixable);
const cases = fixable.flatMap(({ id }) =>
  readdirSync(path.join(fixtures, id))
    .filter((name) => name.startsWith("bad") && !name.endsWith(".txt"))
    .map((fixture) => [id, fixture] as const),
);

test.each(cases)("the safe fixes of %s mend %s", async (id, fixture) => {
  const root = copied(id, fixture);
  try {
    const before = await findingsIn(root);
    const mended = before.filter(({ rule, fix }) => rule === id && fix?.safe === true);
    applyFixes(root, mended);
    const after = await findingsIn(root);
    const left = after.filter(({ rule, fix }) => rule === id && fix?.safe === true);
    expect(left.map(({ message }) => message)).toEqual([]);
    const refusals = (findings: readonly Finding[]) =>
      findings.filter(({ falcoCode, rule }) => falcoCode?.startsWith("LOAD_ERR") || rule.startsWith("yaml/"));
    expect(refusals(after).length).toBeLessThanOrEqual(refusals(before).length);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
