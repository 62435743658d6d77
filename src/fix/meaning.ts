import {
  type Condition,
  compareConditions,
  isEndOfCall,
  parse,
  print,
  type RuleDefinition,
} from "../falco/index.ts";
import type { Ruleset } from "../stack/index.ts";

type Result = Ruleset["result"];

/** What macros of the default rules say, in each of their releases since 1.0.0. */
const published: ReadonlyMap<string, Condition> = new Map(
  Object.entries({ container: "container.id != host" }).map(([name, text]) => [name, parse(text).condition!]),
);

/**
 * Whether Falco sees the same in two versions of rulesets: every rule with the same events, output, priority and tags,
 * and with a condition that is proven equal. Of a ruleset that did not load before, nothing is asked.
 */
export function keepsMeaning(before: readonly Ruleset[], after: readonly Ruleset[]): boolean {
  const counterparts = new Map(after.map((ruleset) => [keyOf(ruleset), ruleset]));
  return before.every((ruleset) => {
    if (!ruleset.result.loads) return true;
    const now = counterparts.get(keyOf(ruleset));
    return now?.result.loads === true && sameRules(ruleset.result, now.result);
  });
}

function keyOf({ name, sources }: Ruleset): string {
  return JSON.stringify([name, sources.map((source) => source.name)]);
}

function sameRules(before: Result, after: Result): boolean {
  const rules = new Map(after.rules.map((rule) => [rule.name, rule]));
  const { enterEvents } = before.engine.features;
  return (
    before.rules.length === after.rules.length &&
    before.rules.every((rule) => {
      const now = rules.get(rule.name);
      return now !== undefined && factsOf(rule) === factsOf(now) && sameCondition(rule, now, enterEvents);
    })
  );
}

/** How Falco reads a rule apart from its condition. */
function factsOf(rule: RuleDefinition): string {
  const { output, description, priority, source, enabled, loaded, capture, captureDuration } = rule;
  const tags = [...new Set(rule.tags.map(({ text }) => text))].sort();
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
  ]);
}

function sameCondition(a: RuleDefinition, b: RuleDefinition, enterEvents: boolean): boolean {
  const [before, after] = [conditionOf(a, enterEvents), conditionOf(b, enterEvents)];
  if (before === undefined || after === undefined) return a.expanded.text === b.expanded.text;
  // The events follow from the condition; what is not known of it is not proven.
  if (print(before) === print(after)) return true;
  return eventsOf(a) === eventsOf(b) && compareConditions(before, after) === "same";
}

function eventsOf({ eventTypes }: RuleDefinition): string {
  return eventTypes === undefined ? "all" : [...eventTypes].sort().join(" ");
}

function conditionOf({ resolved, expanded }: RuleDefinition, enterEvents: boolean): Condition | undefined {
  const condition = resolved ?? parse(expanded.text).condition;
  const known = condition && normalized(condition);
  return known === undefined || enterEvents ? known : withoutDirection(known);
}

/** Without checks for the end of a call, which hold for every event of a Falco that sees no other. */
function withoutDirection(node: Condition): Condition {
  switch (node.kind) {
    case "and": {
      const children = node.children.filter((child) => !isEndOfCall(child)).map(withoutDirection);
      if (children.length === 0) return node;
      return children.length === 1 ? children[0]! : { ...node, children };
    }
    case "or":
      return { ...node, children: node.children.map(withoutDirection) };
    case "not":
      return { ...node, child: withoutDirection(node.child) };
    case "macro":
      return node.condition === undefined ? node : { ...node, condition: withoutDirection(node.condition) };
    default:
      return node;
  }
}

/** With known macros in place of their names, and each value of a list once: a second one changes nothing but for `oneof`. */
function normalized(node: Condition): Condition {
  switch (node.kind) {
    case "and":
    case "or":
      return { ...node, children: node.children.map(normalized) };
    case "not":
      return { ...node, child: normalized(node.child) };
    case "macro":
      if (node.condition !== undefined) return { ...node, condition: normalized(node.condition) };
      return published.get(node.name) ?? node;
    case "exists":
      return node;
    default: {
      const { right } = node;
      if (right.kind !== "list" || node.modifier === "oneof") return node;
      const values = new Map(right.values.toReversed().map((value) => [value.text, value]));
      return { ...node, right: { ...right, values: [...values.values()].toReversed() } };
    }
  }
}
