import type { LoadOptions } from "../falco/index.ts";
import { ofKind, type Project } from "../project/index.ts";
import type { LoadedRules } from "./compiled-rules.ts";
import { loadRules, rulesSources } from "./load-rules.ts";
import { type RunOptions, runSuite, type SuiteResult } from "./run-suites.ts";
import { readSuite } from "./suite.ts";

export interface TestOptions extends RunOptions {
  /** How the rules are loaded. */
  readonly load?: LoadOptions;
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
