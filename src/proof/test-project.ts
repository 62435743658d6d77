import { realpathSync } from "node:fs";
import path from "node:path";
import {
  type DiscoverOptions,
  discover,
  ofKind,
  type Project,
  readProject,
  targetOf,
} from "../project/index.ts";
import { readSuite } from "./suite.ts";

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
  const target = targetOf(path.resolve(root, file));
  return target !== undefined && !path.relative(root, target.real).startsWith("..");
}
