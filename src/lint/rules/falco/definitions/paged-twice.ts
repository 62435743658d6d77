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
 * Looks at deployments with `rule_matching: all`, in which each rule that matches raises an alert, and at rules whose alerts
 * reach an output that calls people, such as PagerDuty, by its minimum priority; where the repository has no such output, at rules
 * with a priority of ERROR or above. The rules are run on the reference events of all signals. Two rules that page on different
 * events of one attack report two stages of it, which is fine. For rules of the Falco project whose text is not in the repository it
 * is recorded on which acts they fire, so they are compared on acts of a single event.
 */

import { type Detections, isPaging } from "../../../../compliance/index.ts";
import type { RuleDefinition } from "../../../../falco/index.ts";
import type { Ruleset } from "../../../../stack/index.ts";
import type { LintRule } from "../../../rule.ts";
import { isSwitchedOn, nameLocation } from "../../../ruleset-locations.ts";

const rule: LintRule = {
  id: "falco/paged-twice",
  severity: "notice",
  confidence: "medium",
  summary: "Two rules page people on the same reference event",
  fixable: false,
  *check({ rulesets, detections }) {
    const reported = new Set<string>();
    for (const ruleset of rulesets.filter(alertsOfAllRules)) {
      for (const [pair, { first, second, acts }] of pairsIn(ruleset, detections)) {
        // What is published has no place in the repository.
        const [named, other] = second.external ? [first, second] : [second, first];
        const at = nameLocation(ruleset, named);
        if (at === undefined || reported.has(pair)) continue;
        reported.add(pair);
        const [act, ...others] = acts;
        const more = others.length === 0 ? "" : `, and on events of ${others.length} more`;
        yield {
          at,
          message: `"${named.name}" and "${other.name}" page on the same event of ${act}${more}.`,
          help: "One act pages people twice. Switch one of the rules off in the deployment, lower its priority, or leave the event out of its condition.",
        };
      }
    }
  },
};

interface Pair {
  readonly first: RuleDefinition;
  readonly second: RuleDefinition;
  /** The acts in which both fire on one event, for people. */
  readonly acts: ReadonlySet<string>;
}

/** The rules that page on the same events, in the order of loading, by their names. */
function pairsIn(ruleset: Ruleset, detections: Detections): ReadonlyMap<string, Pair> {
  const paging = new Map(
    ruleset.result.rules
      .filter((definition) => pages(ruleset, definition))
      .map((definition) => [definition.name, definition]),
  );
  const pairs = new Map<string, Pair & { readonly acts: Set<string> }>();
  // Of two rules that are published nothing is said, as neither has a place in the repository.
  if ([...paging.values()].every(({ external }) => external)) return pairs;
  for (const corpus of detections.corpora.values()) {
    for (const { act, rules } of detections.together(ruleset, new Set(paging.keys()), corpus)) {
      const fired = [...paging.values()].filter(({ name }) => rules.includes(name));
      for (const [index, first] of fired.entries()) {
        for (const second of fired.slice(index + 1)) {
          const key = `${first.name}\n${second.name}`;
          const pair = pairs.get(key) ?? { first, second, acts: new Set() };
          pairs.set(key, pair);
          pair.acts.add(`"${act}" (${corpus.signal})`);
        }
      }
    }
  }
  return pairs;
}

function pages(ruleset: Ruleset, definition: RuleDefinition): boolean {
  const runs = (definition.external || definition.loaded) && isSwitchedOn(ruleset, definition);
  return runs && isPaging(ruleset, definition.name);
}

/** Whether falco.yaml says that an event raises an alert for each rule that matches. */
function alertsOfAllRules({ stack }: Ruleset): boolean {
  if (stack === undefined || stack.config.state === "unknown") return false;
  return stack.config.value.settings.ruleMatching?.value.toLowerCase() === "all";
}

export default rule;
