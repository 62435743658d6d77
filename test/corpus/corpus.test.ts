import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { lintRules } from "../../src/lint/index.ts";
import { excerpts } from "./excerpts.ts";

/** What holds of any deployment that is as short as an excerpt. */
const general = new Set([
  "stack/priority-class",
  "stack/metrics",
  "stack/privileged",
  "stack/drop-alerts",
  "stack/resources",
  "falco/missed-variant",
  "sidekick/unpaged-critical",
  "sidekick/single-replica",
]);

it.each(excerpts.map((excerpt) => [excerpt.cause, excerpt] as const))(
  "judges right: %s",
  async (_, excerpt) => {
    const root = mkdtempSync(path.join(tmpdir(), "corpus-"));
    try {
      for (const [file, content] of Object.entries(excerpt.files)) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), content);
      }
      const { report } = await check([], { root });
      const found = report.findings
        .filter(({ rule }) => !general.has(rule))
        .map(({ severity, rule, file, line }) => `${severity} ${rule} ${file}:${line}`);
      expect(found).toEqual(excerpt.findings);
      expect(report.summary.suppressed.outOfScope).toBe(excerpt.leftOut ?? 0);
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);

it("the judged list holds facts about rules that exist", () => {
  const lines = readFileSync(path.join(import.meta.dirname, "judged.jsonl"), "utf8")
    .trim()
    .split("\n");
  const ids = new Set(lintRules.map(({ id }) => id));
  for (const line of lines) {
    const { verdict, rule, commit, reason } = JSON.parse(line) as Record<string, string>;
    expect(["true", "noise", "false"], line).toContain(verdict);
    expect(commit, line).toMatch(/^[0-9a-f]{40}$/);
    expect(ids.has(rule!), line).toBe(true);
    expect(reason, line).not.toBe("");
  }
});
