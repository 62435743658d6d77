import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import type { LoadOptions } from "../falco/load.ts";
import { type DiscoverOptions, discover } from "../project/discover.ts";
import { ofKind, type Project, readProject } from "../project/project.ts";
import { rulesOfSuite, type SuiteRules } from "./load-rules.ts";
import { type RunOptions, runSuite, type SuiteResult } from "./run.ts";
import { readSuite, type TestSuite } from "./suite.ts";

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
  const paths = options.paths.length === 0 ? ["."] : options.paths;
  return readProject(discover({ ...options, paths: [...paths, ...new Set(named)] }));
}

/** A link may lead out of the workspace, where nothing is read. */
function isWithin(root: string, file: string): boolean {
  const absolute = path.resolve(root, file);
  if (!existsSync(absolute)) return false;
  return !path.relative(root, realpathSync(absolute)).startsWith("..");
}

/** Runs all rule tests of a project. Reading the project again and calling this again is a fresh run. */
export function runTests(project: Project, options: TestOptions = {}): SuiteResult[] {
  const loader = new SharedLoader(project, options.load);
  return ofKind(project, "rule-tests").map((source) => {
    const suite = readSuite(source);
    const { loaded, problems } = loader.rulesOf(suite);
    return runSuite({ ...suite, problems: [...suite.problems, ...problems] }, loaded, options);
  });
}

/** Test files often name the same rules files, which are then loaded once. */
class SharedLoader {
  readonly #project: Project;
  readonly #options: LoadOptions | undefined;
  readonly #loaded = new Map<string, SuiteRules>();

  constructor(project: Project, options: LoadOptions | undefined) {
    this.#project = project;
    this.#options = options;
  }

  rulesOf(suite: TestSuite): SuiteRules {
    const key = JSON.stringify(suite.rulesFiles.map(({ file }) => file));
    const known = this.#loaded.get(key);
    // Problems have places in the file that names the rules.
    if (known !== undefined && known.problems.length === 0) return known;
    const rules = rulesOfSuite(suite, this.#project, this.#options);
    this.#loaded.set(key, rules);
    return rules;
  }
}
