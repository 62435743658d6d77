import { print, type RuleDefinition } from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";

/**
 * The new names of rules by their old ones: rules that are gone, each with one that is new and proven to match, report
 * and rank the same. Where several are, the first in load order.
 */
export function renamedRules(
  before: readonly Ruleset[],
  after: readonly Ruleset[],
): ReadonlyMap<string, string> {
  const [old, now] = [rulesByName(before), rulesByName(after)];
  const come = new Map<string, string[]>();
  for (const [name, rules] of now) {
    if (old.has(name)) continue;
    const key = factsOf(rules);
    if (key !== undefined) come.set(key, [...(come.get(key) ?? []), name]);
  }
  const renamed = new Map<string, string>();
  for (const [name, rules] of old) {
    const key = now.has(name) ? undefined : factsOf(rules);
    const successor = key === undefined ? undefined : come.get(key)?.shift();
    if (successor !== undefined) renamed.set(name, successor);
  }
  return renamed;
}

function rulesByName(rulesets: readonly Ruleset[]): Map<string, RuleDefinition[]> {
  const byName = new Map<string, RuleDefinition[]>();
  for (const rule of rulesets.flatMap(({ result }) => result.rules))
    byName.set(rule.name, [...(byName.get(rule.name) ?? []), rule]);
  return byName;
}

/** What a rule does, in all rulesets that load it; undefined where one of them does not compile it. */
function factsOf(rules: readonly RuleDefinition[]): string | undefined {
  if (rules.some(({ resolved }) => resolved === undefined)) return undefined;
  const facts = rules.map((rule) =>
    JSON.stringify([
      rule.source,
      rule.priority,
      rule.enabled,
      rule.loaded,
      print(rule.resolved!),
      [...rule.outputFields].sort(),
      rule.tags.map(({ text }) => text).sort(),
    ]),
  );
  return JSON.stringify([...new Set(facts)].sort());
}
