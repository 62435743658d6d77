import path from "node:path";
import { generateSuite, loadRules } from "../proof/index.ts";
import type { DocumentContext } from "./requests.ts";

/** A file with a test to start from for a rule, next to the file of the rule. */
export function ruleTest(
  { analysis, file, sources }: DocumentContext,
  rule: string,
): { file: string; text: string } {
  const own = sources.find(({ kind }) => kind === "falco-rules");
  const ruleset = own && analysis.rulesetOf(own);
  // The files in load order; a test file names each once, however many texts it holds.
  const loaded = ruleset?.sources ?? [];
  const folder = path.posix.dirname(file);
  const named = [...new Set(loaded.map((source) => path.posix.relative(folder, source.file)))];
  const { loaded: rules } = loadRules(
    loaded,
    ruleset === undefined ? {} : { falcoVersion: ruleset.result.version.falco },
  );
  const word = rule
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    file: path.posix.join(folder, `${word === "" ? "rule" : word}-test.yaml`),
    text: generateSuite(rules, named, [rule]),
  };
}
