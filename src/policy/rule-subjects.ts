import { type Coverage, chainsOf, type Rung, ruleCoverage, rungs } from "../compliance/index.ts";
import { type Condition, fieldsIn, print, type RuleDefinition } from "../falco/index.ts";
import { type Model, nameLocation } from "../lint/index.ts";
import type { Proof } from "../proof/index.ts";
import { firstGap, type LoadedRule, type Ruleset } from "../stack/index.ts";
import type { SubjectView } from "./fields.ts";
import type { Subject } from "./subjects.ts";

/** What is known of rules beside their files. */
export interface RuleFacts {
  readonly model: Model;
  readonly coverage: Coverage;
  /** What the rule tests say, by the rule's name. */
  readonly proofs: ReadonlyMap<string, Proof>;
}

/** Each rule as each deployment loads it, and as it stands where none does. */
export function ruleSubjects(facts: RuleFacts): Subject<"rule">[] {
  const { rulesets } = facts.model;
  const known = knowledgeOf(facts);
  const deployed = new Set(rulesets.flatMap(({ stack, rules }) => (stack ? [...rules.keys()] : [])));
  return rulesets.flatMap((ruleset) => {
    const standing = ruleCoverage([ruleset], facts.proofs);
    const definitions = new Map(ruleset.result.rules.map((definition) => [definition.name, definition]));
    return [...ruleset.rules.values()]
      .filter(({ name }) => ruleset.stack !== undefined || !deployed.has(name))
      .map((rule) => {
        const definition = definitions.get(rule.name);
        const rung = standing(rule.name).coverage.rung;
        return {
          name: rule.name,
          title: `The rule "${rule.name}"`,
          view: viewOf(rule, definition, { ruleset, rung, known }),
          at:
            (definition && nameLocation(ruleset, definition)) ??
            rule.file?.listedAt ??
            ruleset.stack?.location,
        };
      });
  });
}

/** What is known of rules by their name alone. */
interface Knowledge {
  readonly proofs: ReadonlyMap<string, Proof>;
  readonly runbooks: ReadonlyMap<string, readonly string[]>;
  readonly controls: ReadonlyMap<string, SubjectView<"rule">["controls"]>;
  readonly attacks: ReadonlyMap<string, number>;
  readonly everyday: ReadonlyMap<string, number>;
  readonly signals: ReadonlyMap<string, readonly string[]>;
}

function knowledgeOf({ model, coverage, proofs }: RuleFacts): Knowledge {
  const runbooks = new Map<string, string[]>();
  for (const { source, front } of model.runbooks)
    for (const { name } of front?.rules ?? []) add(runbooks, name, source.file);
  return { proofs, runbooks, controls: controlsByRule(coverage), ...detectionsByRule(coverage) };
}

function controlsByRule({ frameworks }: Coverage): Knowledge["controls"] {
  const controls = new Map<string, SubjectView<"rule">["controls"][number][]>();
  for (const { id: framework, controls: all } of frameworks) {
    for (const { id, rung, covered, rules, runtime } of all) {
      // Of a control that the monitoring covers, the names are properties and not rules.
      if (runtime === "support") continue;
      for (const { name } of rules) add(controls, name, { framework, id, rung: rung ?? "", covered });
    }
  }
  return controls;
}

function detectionsByRule({ signals = [] }: Coverage): Pick<Knowledge, "attacks" | "everyday" | "signals"> {
  const [attacks, everyday] = [new Map<string, number>(), new Map<string, number>()];
  const byRule = new Map<string, string[]>();
  for (const signal of signals) {
    const detecting = signal.attacks.flatMap(({ rules }) => rules);
    for (const name of detecting) attacks.set(name, (attacks.get(name) ?? 0) + 1);
    for (const name of new Set(detecting)) add(byRule, name, signal.id);
    const firing = signal.everyday.flatMap(({ rules }) => rules.map(({ name }) => name));
    for (const name of firing) everyday.set(name, (everyday.get(name) ?? 0) + 1);
  }
  return { attacks, everyday, signals: byRule };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function viewOf(
  rule: LoadedRule,
  definition: RuleDefinition | undefined,
  { ruleset, rung, known }: { ruleset: Ruleset; rung: Rung | null; known: Knowledge },
): SubjectView<"rule"> {
  const { name } = rule;
  const reached = reachedBy(ruleset, name);
  return {
    name,
    description: definition?.description ?? "",
    source: rule.source,
    priority: rule.priority?.toUpperCase() ?? "",
    enabled: rule.enabled,
    tags: rule.tags,
    condition: definition?.resolved === undefined ? "" : print(definition.resolved),
    output: definition?.output.text ?? "",
    events: [...(definition?.eventTypes ?? [])],
    fields: definition?.resolved === undefined ? [] : fieldsOf(definition.resolved),
    outputFields: definition?.outputFields ?? [],
    exceptions: definition?.exceptions.map((exception) => exception.name) ?? [],
    controls: known.controls.get(name) ?? [],
    rung: rung ?? "",
    rungs: rungsTo(rung),
    deployment: ruleset.stack?.name ?? "",
    ...reached,
    tested: known.proofs.get(name)?.passed ?? false,
    runbooks: known.runbooks.get(name) ?? [],
    signals: known.signals.get(name) ?? [],
    attacks: known.attacks.get(name) ?? 0,
    everyday: known.everyday.get(name) ?? 0,
    published: rule.location === undefined,
    file: rule.location?.text.file ?? "",
  };
}

/** All rungs up to one. */
export function rungsTo(rung: Rung | null): readonly string[] {
  return rung === null ? [] : rungs.slice(0, rungs.indexOf(rung) + 1);
}

/** The outputs that alerts of a rule get to in one deployment. */
function reachedBy(ruleset: Ruleset, rule: string): Pick<SubjectView<"rule">, "reaches" | "pages"> {
  const routes = chainsOf([ruleset], rule)
    .filter(({ deployed, enabled, priority }) => firstGap([...deployed, ...enabled, priority]) === undefined)
    .flatMap((chain) => chain.routes.filter(({ links }) => firstGap(links) === undefined))
    .map(({ route }) => route);
  return {
    reaches: [...new Set(routes.map(({ output, channel }) => output?.name ?? channel))],
    pages: routes.some(({ output }) => output?.reach === "page"),
  };
}

/** The fields of a resolved condition, each part of which is looked at once however often macros share it. */
function fieldsOf(condition: Condition): string[] {
  const seen = new Set<Condition>();
  const names = new Set<string>();
  const open: Condition[] = [condition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === "and" || next.kind === "or") open.push(...next.children);
    else if (next.kind === "not") open.push(next.child);
    else if (next.kind !== "macro") for (const { name } of fieldsIn(next)) names.add(name);
    else if (next.condition !== undefined) open.push(next.condition);
  }
  return [...names];
}
