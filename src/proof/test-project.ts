import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import type { LoadOptions } from "../falco/index.ts";
import { type DiscoverOptions, discover, ofKind, type Project, readProject } from "../project/index.ts";
import type { LoadedRules } from "./compiled-rules.ts";
import { loadRules, rulesSources } from "./load-rules.ts";
import { type RunOptions, runSuite, type SuiteResult } from "./run-suites.ts";
import { readSuite } from "./suite.ts";

export interface TestOptions extends RunOptions {
  /** How the rules are loaded. */
  readonly load?: LoadOptions;
}

/**
 * Reads the test files below the paths, and the rules files that they name, wherever in the workspace those are.
 *
 * @throws UsageError as `discover` does
 */
export function readTestProject(options: DiscoverOptions): Project {
  const project = readProject(discover(options));
  const root = realpathSync(options.root);
  const known = new Set(project.sources.map(({ file }) => file));
  const named = ofKind(project, "rule-tests")
    .flatMap((source) => readSuite(source).rulesFiles.map(({ file }) => file))
    .filter((file) => !known.has(file) && isWithin(root, file));
  if (named.length === 0) return project;
  const further = readProject(discover({ ...options, paths: [...new Set(named)] }));
  return {
    sources: [...project.sources, ...further.sources],
    skipped: [...project.skipped, ...further.skipped],
  };
}

/** A link may lead out of the workspace, where nothing is read. */
function isWithin(root: string, file: string): boolean {
  const absolute = path.resolve(root, file);
  if (!existsSync(absolute)) return false;
  return !path.relative(root, realpathSync(absolute)).startsWith("..");
}

/** Runs all rule tests of a project. Reading the project again and calling this again is a fresh run. */
export function runTests(project: Project, options: TestOptions = {}): SuiteResult[] {
  // Test files often name the same rules files, which are loaded once, and whose problems are reported once.
  const known = new Map<string, LoadedRules>();
  return ofKind(project, "rule-tests").map((source) => {
    const suite = readSuite(source);
    const { sources, problems } = rulesSources(suite, project);
    const key = JSON.stringify(sources.map(({ name }) => name));
    const rules = known.get(key);
    if (rules !== undefined)
      return runSuite({ ...suite, problems: [...suite.problems, ...problems] }, rules, options);
    const { loaded, problems: further } = loadRules(sources, options.load);
    known.set(key, loaded);
    return runSuite({ ...suite, problems: [...suite.problems, ...problems, ...further] }, loaded, options);
  });
}
