import type { LoadOptions } from "../falco/index.ts";
import { ofKind, type Project } from "../project/index.ts";
import type { LoadedRules } from "./compiled-rules.ts";
import { loadRules, rulesSources } from "./load-rules.ts";
import { type RunOptions, runSuite, type SuiteResult } from "./run-suites.ts";
import { readSuite, type TestSuite } from "./suite.ts";

export interface TestOptions extends RunOptions {
  /** How the rules are loaded. */
  readonly load?: LoadOptions;
  /** The names that rules have by those under which tests of an earlier revision know them. */
  readonly renamed?: ReadonlyMap<string, string> | undefined;
}

/** Runs all rule tests of a project. Reading the project again and calling this again is a fresh run. */
export function runTests(project: Project, options: TestOptions = {}): SuiteResult[] {
  // Test files often name the same rules files, which are loaded once, and whose problems are reported once.
  const known = new Map<string, LoadedRules>();
  return ofKind(project, "rule-tests").map((source) => {
    const suite = withNames(readSuite(source), options.renamed);
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

function withNames(suite: TestSuite, renamed: ReadonlyMap<string, string> = new Map()): TestSuite {
  const tests = suite.tests.map((test) => ({ ...test, rule: renamed.get(test.rule) ?? test.rule }));
  return { ...suite, tests };
}
