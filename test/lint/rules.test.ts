import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { registryFile, registrySource, ruleFiles } from "../../scripts/generate-registry.ts";
import { rulePages } from "../../scripts/rule-pages.ts";
import { check } from "../../src/check.ts";
import { lintRules } from "../../src/lint/rules/index.ts";
import { text } from "../../src/report/text.ts";

const fixtures = path.join(import.meta.dirname, "rules");
const root = path.join(import.meta.dirname, "../..");
const pages = rulePages();

/** Fixtures are named `bad...` or `good...`: a file, or a folder that is a workspace of its own. */
function fixturesOf(id: string, prefix: string): string[] {
  const folder = path.join(fixtures, id);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.startsWith(prefix) && !name.endsWith(".txt"));
}

/** Checks one fixture as a workspace, and keeps what the rule says of it. */
async function findingsOf(id: string, fixture: string): Promise<string> {
  const folder = path.join(fixtures, id);
  const isFolder = !path.extname(fixture);
  const root = isFolder ? path.join(folder, fixture) : folder;
  const { report, context } = await check(isFolder ? [] : [fixture], {
    root,
    falcoVersion: undefined,
    quiet: true,
  });
  const findings = report.findings.filter((finding) => finding.rule === id);
  if (findings.length === 0) return "";
  return text({ ...report, findings, coverage: { ...report.coverage, frameworks: [] } }, context)
    .split("\n\n")
    .slice(0, -1)
    .join("\n\n")
    .concat("\n");
}

it("the registry names every rule file", () => {
  expect(readFileSync(registryFile, "utf8")).toBe(registrySource());
});

it("every rule is named as its file", () => {
  expect(lintRules.map(({ id }) => id)).toEqual(ruleFiles().map(({ id }) => id));
});

describe.each(lintRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("has a page that is fresh: `npm run docs` writes it", () => {
    const file = `docs/rules/${id}.md`;
    expect(readFileSync(path.join(root, file), "utf8")).toBe(pages.get(file));
  });

  it("finds what is bad", async () => {
    const bad = fixturesOf(id, "bad");
    expect(bad).not.toEqual([]);
    for (const fixture of bad) {
      const found = await findingsOf(id, fixture);
      expect(found, fixture).not.toBe("");
      await expect(found).toMatchFileSnapshot(
        path.join(fixtures, id, `${fixture.replace(/\.\w+$/, "")}.txt`),
      );
      if (!rule.fixable) expect(found).not.toMatch(/^ +fix:/m);
    }
  });

  it("is silent on what is good", async () => {
    const good = fixturesOf(id, "good");
    expect(good).not.toEqual([]);
    for (const fixture of good) expect(await findingsOf(id, fixture), fixture).toBe("");
  });
});
