import type { Obstacle, Rung } from "../compliance/coverage.ts";
import type { Source } from "../project/project.ts";
import type { Link } from "./link.ts";
import type { LoadedRule } from "./loaded-rule.ts";
import { syscallSource } from "./plugins.ts";
import type { Stack } from "./stack.ts";
import { type Chain, firstGap, routeGap, trace } from "./trace.ts";

/** What keeps a rule from each of the rungs that a deployment decides; null where nothing does. */
export interface Reach {
  readonly enabled: Obstacle | null;
  readonly deployed: Obstacle | null;
  readonly routed: Obstacle | null;
}

/** How far a rule gets in one deployment. */
export function reachIn(chain: Chain): Reach {
  return {
    enabled: obstacle("enabled", firstGap(chain.enabled)),
    deployed: obstacle("deployed", firstGap(chain.deployed)),
    routed: obstacle("routed", routeGap(chain)),
  };
}

/** How far a rule gets in the best of the deployments. `loaded` gives the rule as one deployment loads it. */
export function reach(
  stacks: readonly Stack[],
  rule: LoadedRule,
  defined: Source | undefined,
  loaded: (stack: Stack) => LoadedRule | undefined,
): Reach {
  const all = stacks.map((stack) => reachIn(trace(stack, loaded(stack) ?? rule, defined)));
  return all.reduce(
    (best, next) => (height(next) > height(best) ? next : best),
    all[0] ?? withoutStack(rule),
  );
}

function height({ enabled, deployed, routed }: Reach): number {
  if (enabled !== null) return 0;
  if (deployed !== null) return 1;
  return routed === null ? 3 : 2;
}

function withoutStack(rule: LoadedRule): Reach {
  const none = (rung: Rung): Obstacle => ({
    rung,
    reason: "No Falco deployment is among the files checked.",
  });
  const runs = rule.enabled
    ? rule.source === syscallSource
      ? null
      : none("enabled")
    : obstacle("enabled", {
        id: "enabled",
        status: "broken",
        sentence: "The rule is disabled.",
        evidence: rule.enabledAt ?? rule.place,
      });
  return { enabled: runs, deployed: none("deployed"), routed: none("routed") };
}

/** A link as the obstacle that a report names. */
export function obstacle(rung: Rung, link: Link | undefined): Obstacle | null {
  if (link === undefined) return null;
  const reason = link.settleBy === undefined ? link.sentence : `${link.sentence} ${link.settleBy}`;
  if (link.evidence === undefined) return { rung, reason };
  const { file, start } = link.evidence.text.locate(link.evidence.span);
  return { rung, reason, file, line: start.line, column: start.column };
}
