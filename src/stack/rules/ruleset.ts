import type { LoadResult, RuleDefinition } from "../../falco/index.ts";
import { type Load, type LoadedRule, loadedRules } from "./loaded-rule.ts";

/** What one Falco loads, and the resulting rules. */
export interface Ruleset extends Load {
  /** For people: the deployment, or the ConfigMap or folder where no deployment loads the files. */
  readonly name: string;
  /**
   * The rules by name: those of the repository, and those of published files that the deployment loads. A
   * ruleset without a deployment has those of the repository alone.
   */
  readonly rules: ReadonlyMap<string, LoadedRule>;
  /** All rules of the load by name, as the loader defines them. */
  readonly definitions: ReadonlyMap<string, RuleDefinition>;
  /** Rules about plugins that are not known. The verdict says nothing of them. */
  readonly unchecked: readonly Unchecked[];
}

/** A ruleset with its rules read from the load. */
export function makeRuleset(load: Omit<Ruleset, "rules" | "definitions">): Ruleset {
  const definitions = new Map(load.result.rules.map((rule) => [rule.name, rule]));
  return { ...load, rules: loadedRules(load), definitions };
}

/** Rules for one event source, or with fields that have one first word, that no plugin which is known brings. */
export interface Unchecked {
  readonly kind: "source" | "fields";
  readonly name: string;
  readonly rules: readonly RuleDefinition[];
}

/** One ruleset for each load: deployments that load the same files in the same way share its result. */
export function distinctLoads(rulesets: readonly Ruleset[]): Ruleset[] {
  const seen = new Set<LoadResult>();
  return rulesets.filter(({ result }) => !seen.has(result) && seen.add(result));
}

/** Names of all Falco rules that the rulesets have, including those of files that are not in the repository. */
export function ruleNames(rulesets: readonly Ruleset[]): Set<string> {
  return new Set(rulesets.flatMap(({ result }) => result.rules.map(({ name }) => name)));
}

/** Names of the Falco rules of the repository, each once. */
export function ownRuleNames(rulesets: readonly Ruleset[]): string[] {
  const own = rulesets.flatMap(({ result }) => result.rules.filter(({ external }) => !external));
  return [...new Set(own.map(({ name }) => name))];
}
