import {
  broken,
  type Chain,
  firstGap,
  type Link,
  type LoadedRule,
  type Ruleset,
  routeGap,
  type Stack,
  syscallSource,
  trace,
} from "../stack/index.ts";
import { auditLink } from "./audit-link.ts";
import type { Blocker, Rung } from "./coverage.ts";

/** What keeps a rule from each of the rungs that a deployment decides; null where nothing does. */
export interface Reach {
  readonly enabled: Blocker | null;
  readonly deployed: Blocker | null;
  readonly routed: Blocker | null;
  /** What the way to somebody takes for granted, as a sentence; absent where it needs no assumption. */
  readonly assumed?: string;
}

/** How far a rule gets in one deployment. */
export function reachIn(chain: Chain): Reach {
  return {
    enabled: blocker("enabled", firstGap(chain.enabled)),
    deployed: blocker("deployed", firstGap(chain.deployed)),
    routed: blocker("routed", routeGap(chain)),
    ...assumptionOf(chain),
  };
}

/** The assumption of a route that reaches somebody, where no route does without one. */
function assumptionOf({ routes }: Chain): Pick<Reach, "assumed"> {
  const whole = routes.filter(({ links }) => firstGap(links) === undefined);
  const assumptions = whole.map(({ links }) => links.find((link) => link.assumed)?.sentence);
  return assumptions[0] === undefined || assumptions.includes(undefined) ? {} : { assumed: assumptions[0] };
}

/**
 * How far a rule gets in the best of the deployments; undefined for a name that no ruleset has.
 */
export function reach(rulesets: readonly Ruleset[], name: string): Reach | undefined {
  return bestOf(chainsOf(rulesets, name)) ?? withoutStack(rulesets, name);
}

/** A rule as the first ruleset that has it loads it; undefined for a name that none has. */
export function findRule(rulesets: readonly Ruleset[], name: string): LoadedRule | undefined {
  for (const ruleset of rulesets) {
    const rule = ruleset.rules.get(name);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** The chain of a rule through each deployment. */
export function chainsOf(rulesets: readonly Ruleset[], name: string): Chain[] {
  // A deployment that does not load it is asked about the rule as another ruleset has it.
  const anywhere = findRule(rulesets, name);
  if (anywhere === undefined) return [];
  return rulesets.flatMap((ruleset) => {
    const { stack } = ruleset;
    return stack === undefined ? [] : [chainIn(ruleset, stack, ruleset.rules.get(name) ?? anywhere)];
  });
}

/** The chains of each ruleset's rules through its deployment, which controls, signals and lint rules all look at. */
const chains = new WeakMap<Ruleset, Map<LoadedRule, Chain>>();

function chainIn(ruleset: Ruleset, stack: Stack, rule: LoadedRule): Chain {
  const known = chains.get(ruleset) ?? new Map<LoadedRule, Chain>();
  chains.set(ruleset, known);
  const chain = known.get(rule) ?? newChain(ruleset, stack, rule);
  known.set(rule, chain);
  return chain;
}

function newChain(ruleset: Ruleset, stack: Stack, rule: LoadedRule): Chain {
  const { name } = rule;
  const chain = trace(stack, ruleset.rules.get(name) === rule ? rule : { ...rule, file: undefined });
  const recorded = auditLink(ruleset, stack, name);
  return recorded === undefined ? chain : { ...chain, enabled: [...chain.enabled, recorded] };
}

function bestOf(chains: readonly Chain[]): Reach | undefined {
  const [first, ...others] = chains.map(reachIn);
  return first && others.reduce((best, next) => (height(next) > height(best) ? next : best), first);
}

function height({ enabled, deployed, routed }: Reach): number {
  if (enabled !== null) return 0;
  if (deployed !== null) return 1;
  return routed === null ? 3 : 2;
}

function withoutStack(rulesets: readonly Ruleset[], name: string): Reach | undefined {
  const rule = findRule(rulesets, name);
  if (rule === undefined) return undefined;
  const none = (rung: Rung): Blocker => ({
    rung,
    reason: "No Falco deployment is among the files checked.",
  });
  const enabled = rule.enabled
    ? rule.source === syscallSource
      ? null
      : none("enabled")
    : blocker("enabled", broken("enabled", "The rule is disabled.", rule.enabledAt ?? rule.location));
  return { enabled, deployed: none("deployed"), routed: none("routed") };
}

/** A link as the blocker that a report names. */
function blocker(rung: Rung, link: Link | undefined): Blocker | null {
  if (link === undefined) return null;
  const reason = link.remedy === undefined ? link.sentence : `${link.sentence} ${link.remedy}`;
  if (link.evidence === undefined) return { rung, reason };
  const { file, start } = link.evidence.text.locate(link.evidence.span);
  return { rung, reason, file, line: start.line, column: start.column };
}
