/**
 * Two rules of a deployment page people on one and the same event.
 *
 * ## Why
 *
 * Whoever is on duty gets two pages for one act, acknowledges both, and learns that half of the pages say nothing new.
 *
 * ## Instead
 *
 * Keep the rule that says more. Switch the other off (`rules:` in falco.yaml), lower its priority, or leave the event
 * that both see out of its condition.
 *
 * ## Notes
 *
 * Looks at deployments with `rule_matching: all`, in which each rule that matches raises an alert, and at rules with a
 * priority of ERROR or above. The rules are run on the reference events of all signals. Two rules that page on different events
 * of one attack report two stages of it, which is fine. For rules of the Falco project whose text is not in the repository it is
 * recorded on which acts they fire, so they are compared on acts of a single event.
 */

import { loadMeasurement } from "../../../../compliance/index.ts";
import type { RuleDefinition } from "../../../../falco/index.ts";
import { Measurement, type Scenario, upstreamDetections } from "../../../../proof/index.ts";
import { distinctLoads, parsePriority, passes, type Ruleset } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";
import { isSwitchedOn, nameLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/paged-twice",
  severity: "notice",
  confidence: "medium",
  summary: "Two rules page people on the same reference event",
  fixable: false,
  *check({ rulesets, reference }) {
    const loads = distinctLoads(rulesets.filter(alertsOfAllRules)).filter(hasOwnPaging);
    if (loads.length === 0) return;
    const acts = [...reference.corpora.values()].flatMap(({ signal, attacks, everyday }) =>
      [...attacks, ...everyday].flatMap(({ name, scenarios }) =>
        eventsOf(`"${name}" (${signal})`, scenarios),
      ),
    );
    const measurement = new Measurement();
    const reported = new Set<string>();
    for (const ruleset of loads) {
      for (const [pair, { first, second, events }] of pairsIn(ruleset, acts, measurement)) {
        // What is published has no place in the repository.
        const [named, other] = second.external ? [first, second] : [second, first];
        const at = nameLocation(ruleset, named);
        if (at === undefined || reported.has(pair)) continue;
        reported.add(pair);
        const more = events.length === 1 ? "" : `, and on events of ${events.length - 1} more`;
        yield {
          at,
          message: `"${named.name}" and "${other.name}" page on the same event of ${events[0]}${more}.`,
          help: "One act pages people twice. Switch one of the rules off in the deployment, lower its priority, or leave the event out of its condition.",
        };
      }
    }
  },
};

/** An event of an act, as a scenario of its own. */
interface SingleEvent {
  /** The act, for people. */
  readonly act: string;
  readonly scenario: Scenario;
  /** The id of the act's scenario where nothing else happens in it. */
  readonly whole: string | undefined;
}

function eventsOf(act: string, scenarios: readonly Scenario[]): SingleEvent[] {
  return scenarios.flatMap((scenario) => {
    const count = scenario.runs[0]?.length ?? 0;
    return Array.from({ length: count }, (_, index) => ({
      act,
      scenario: {
        ...scenario,
        id: `${scenario.id}#${index}`,
        runs: scenario.runs.map((events) => events.slice(index, index + 1)),
      },
      whole: count === 1 ? scenario.id : undefined,
    }));
  });
}

interface Pair {
  readonly first: RuleDefinition;
  readonly second: RuleDefinition;
  /** The acts in which both fire on one event. */
  readonly events: string[];
}

/** The rules that page on the same events, in the order of loading, by their names. */
function pairsIn(
  ruleset: Ruleset,
  events: readonly SingleEvent[],
  measurement: Measurement,
): ReadonlyMap<string, Pair> {
  const paging = ruleset.result.rules.filter((definition) => pages(ruleset, definition));
  const byName = new Map(paging.map((definition) => [definition.name, definition]));
  const loaded = loadMeasurement(ruleset.result, measurement, paging);
  const recorded = upstreamDetections();
  const published = paging.filter(({ external }) => external).map(({ name }) => name);
  const pairs = new Map<string, Pair>();
  for (const { act, scenario, whole } of events) {
    const upstream = published.filter((name) => whole !== undefined && recorded.get(name)?.has(whole));
    const fired = [...loaded.rulesOn(scenario), ...upstream].flatMap((name) => byName.get(name) ?? []);
    for (const [index, first] of fired.entries()) {
      for (const second of fired.slice(index + 1)) {
        const key = `${first.name}\n${second.name}`;
        const pair = pairs.get(key) ?? { first, second, events: [] };
        if (!pair.events.includes(act)) pair.events.push(act);
        pairs.set(key, pair);
      }
    }
  }
  return pairs;
}

/** Two published rules are not reported, as neither has a location in the repository. */
function hasOwnPaging(ruleset: Ruleset): boolean {
  return ruleset.result.rules.some((definition) => !definition.external && pages(ruleset, definition));
}

function pages(ruleset: Ruleset, definition: RuleDefinition): boolean {
  const priority = parsePriority(definition.priority);
  const runs = (definition.external || definition.loaded) && isSwitchedOn(ruleset, definition);
  return runs && priority !== undefined && passes(priority, "error");
}

/** Whether falco.yaml says that an event raises an alert for each rule that matches. */
function alertsOfAllRules({ stack }: Ruleset): boolean {
  if (stack === undefined || stack.config.state === "unknown") return false;
  return stack.config.value.settings.ruleMatching?.value.toLowerCase() === "all";
}

export default rule;
