import { findingsOf } from "../check.ts";
import { type Finding, lintRules, modelOf } from "../lint/index.ts";
import type { Source } from "../project/index.ts";
import type { Analysis } from "./analysis.ts";

/** The lint rules that say what Falco says. */
const verdictRules = lintRules.filter((rule) => "falcoCode" in rule);
const verdictIds: ReadonlySet<string> = new Set(verdictRules.map(({ id }) => id));

/** Whether a finding is one of Falco's verdict. */
export function isVerdict({ rule }: Finding): boolean {
  return verdictIds.has(rule);
}

/** Falco's verdict on the rules files that are loaded with one, in the words of a check. Empty where none loads it. */
export function verdictOn(
  source: Source,
  analysis: Analysis,
): { files: ReadonlySet<string>; findings: readonly Finding[] } {
  const ruleset = analysis.rulesetOf(source);
  if (ruleset === undefined) return { files: new Set(), findings: [] };
  const { inspection } = analysis;
  const files = new Set(ruleset.sources.map(({ file }) => file));
  const sources = [...files].flatMap((file) => analysis.sourcesOf(file));
  const model = modelOf({
    ...inspection.model,
    project: { sources, skipped: [] },
    rulesets: [ruleset],
    stacks: ruleset.stack === undefined ? [] : [ruleset.stack],
  });
  return { files, findings: findingsOf({ ...inspection, model }, verdictRules).findings };
}
