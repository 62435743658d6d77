import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type Finding, type LintRule, lint, lintRules } from "../../src/lint/index.ts";
import { modelFrom } from "./model.ts";

export const fixturesFolder = path.join(import.meta.dirname, "rules");

/** Fixtures of a rule are named `bad...` or `good...`: a file, or a folder that is a workspace of its own. */
export function fixturesOf(id: string, prefix: "bad" | "good"): string[] {
  const folder = path.join(fixturesFolder, id);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.startsWith(prefix) && !name.endsWith(".txt"));
}

/** The files of a fixture by their path from the workspace that it is. */
export function fixtureFiles(id: string, fixture: string): Record<string, string> {
  const root = path.join(fixturesFolder, id, fixture);
  if (!statSync(root).isDirectory()) return { [fixture]: readFileSync(root, "utf8") };
  const names = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(root, name)).isFile())
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(root, name), "utf8")]));
}

/** What a rule finds in files, and others with it where they are named. */
export async function findingsIn(
  files: Readonly<Record<string, string>>,
  rule: LintRule,
  others: readonly LintRule[] = [],
): Promise<readonly Finding[]> {
  const model = await modelFrom(files, { schemas: rule.id.startsWith("kubernetes/") });
  // Whether a comment hides something shows only when all rules have run.
  const rules = "checkIgnores" in rule ? lintRules : [rule, ...others.filter((other) => other !== rule)];
  return lint(model, rules).findings;
}
