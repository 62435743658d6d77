import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { registryFile, registrySource, ruleFiles } from "../../scripts/generate-registry.ts";
import { rulePage } from "../../scripts/rule-pages.ts";
import { check } from "../../src/check.ts";
import { type Finding, type LintRule, lintRules } from "../../src/lint/index.ts";
import type { RenderContext } from "../../src/report/index.ts";
import { findingsText } from "../../src/report/text.ts";
import type { Checked } from "../../src/result.ts";
import { maskSecrets } from "../../src/stack/index.ts";
import { findingsIn, fixtureFiles, fixturesFolder, fixturesOf } from "./fixtures.ts";

const root = path.join(import.meta.dirname, "../..");

/** One rule of each category goes through a whole check; all others run alone on a model of their fixtures. */
const throughCheck = new Set(
  lintRules.map(({ id }) => id).filter((id, i, ids) => id.split("/")[0] !== ids[i - 1]?.split("/")[0]),
);

/** The findings of a rule in a fixture, as a terminal shows them. */
async function findingsOf(rule: LintRule, fixture: string): Promise<string> {
  const files = fixtureFiles(rule.id, fixture);
  if (throughCheck.has(rule.id) || "falcoverage.yaml" in files) {
    const { report, context } = await checkFixture(rule, fixture);
    return shown(rule, report.findings, context.source);
  }
  return shown(rule, await findingsIn(files, rule), (file) => maskSecrets(files[file]!));
}

function shown({ id }: LintRule, findings: readonly Finding[], source: RenderContext["source"]): string {
  const own = findings.filter(({ rule }) => rule === id);
  return findingsText(own, { source, color: false, width: 100 });
}

function checkFixture({ id, general }: LintRule, fixture: string): Promise<Checked> {
  const folder = path.join(fixturesFolder, id);
  const isFolder = path.extname(fixture) === "";
  return check(isFolder ? [] : [fixture], {
    root: isFolder ? path.join(folder, fixture) : folder,
    // A rule on any manifest is shown by manifests of any kind.
    scope: general ? "all" : undefined,
  });
}

it("the registry names every rule file", () => {
  expect(readFileSync(registryFile, "utf8")).toBe(registrySource());
});

it("every rule is named as its file", () => {
  expect(lintRules.map(({ id }) => id)).toEqual(ruleFiles().map(({ id }) => id));
});

describe.each(lintRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("has a page that is fresh: `npm run docs` writes it", () => {
    expect(readFileSync(path.join(root, `docs/rules/${id}.md`), "utf8")).toBe(rulePage(rule));
  });

  it("finds what is bad", async () => {
    const bad = fixturesOf(id, "bad");
    expect(bad).not.toEqual([]);
    for (const fixture of bad) {
      const found = await findingsOf(rule, fixture);
      expect(found, fixture).not.toBe("");
      await expect(found).toMatchFileSnapshot(
        path.join(fixturesFolder, id, `${fixture.replace(/\.\w+$/, "")}.txt`),
      );
      if (!rule.fixable) expect(found).not.toMatch(/^ +fix:/m);
    }
  });

  it("is silent on what is good", async () => {
    const good = fixturesOf(id, "good");
    expect(good).not.toEqual([]);
    for (const fixture of good) expect(await findingsOf(rule, fixture), fixture).toBe("");
  });
});
