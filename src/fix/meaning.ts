import { compareConditions, parse, print, type RuleDefinition } from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";

/**
 * Whether Falco sees the same in two versions of rulesets: every rule with the same events, output, priority and tags,
 * and with a condition that is proven equal. Of a ruleset that did not load before, nothing is asked.
 */
export function keepsMeaning(before: readonly Ruleset[], after: readonly Ruleset[]): boolean {
  const counterparts = new Map(after.map((ruleset) => [keyOf(ruleset), ruleset]));
  return before.every((ruleset) => {
    if (!ruleset.result.loads) return true;
    const now = counterparts.get(keyOf(ruleset));
    return now?.result.loads === true && sameRules(ruleset.result.rules, now.result.rules);
  });
}

function keyOf({ name, sources }: Ruleset): string {
  return JSON.stringify([name, sources.map((source) => source.name)]);
}

function sameRules(before: readonly RuleDefinition[], after: readonly RuleDefinition[]): boolean {
  const rules = new Map(after.map((rule) => [rule.name, rule]));
  return before.length === after.length && before.every((rule) => sameRule(rule, rules.get(rule.name)));
}

function sameRule(a: RuleDefinition, b: RuleDefinition | undefined): boolean {
  return b !== undefined && factsOf(a) === factsOf(b) && sameCondition(a, b);
}

/** What Falco makes of a rule beside its condition. */
function factsOf(rule: RuleDefinition): string {
  const { output, description, priority, source, enabled, loaded, capture, captureDuration } = rule;
  const tags = [...new Set(rule.tags.map(({ text }) => text))].sort();
  const events = rule.eventTypes === undefined ? undefined : [...rule.eventTypes].sort();
  return JSON.stringify([
    output.text.trim(),
    description,
    priority,
    source,
    enabled,
    loaded,
    capture,
    captureDuration,
    tags,
    events,
  ]);
}

function sameCondition(a: RuleDefinition, b: RuleDefinition): boolean {
  if (a.resolved !== undefined && b.resolved !== undefined)
    return print(a.resolved) === print(b.resolved) || compareConditions(a.resolved, b.resolved) === "same";
  return printed(a) === printed(b);
}

/** The condition without what macros of other files stand for. */
function printed({ expanded }: RuleDefinition): string {
  const { condition } = parse(expanded.text);
  return condition === undefined ? expanded.text : print(condition);
}
