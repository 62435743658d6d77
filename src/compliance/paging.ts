import { firstGap, parsePriority, passes, type Ruleset, type Stack } from "../stack/index.ts";
import { chainsOf } from "./reach.ts";

/** Whether an output of a deployment, such as PagerDuty or Alertmanager, calls people at all. */
export function hasPagingRoute({ routes }: Stack): boolean {
  return routes.some(({ output, links }) => output?.reach === "page" && firstGap(links) === undefined);
}

/** Whether alerts of a rule call people: by an output that does; where the repository has none, from ERROR on. */
export function isPaging(ruleset: Ruleset, rule: string): boolean {
  const { stack, result } = ruleset;
  if (stack !== undefined && hasPagingRoute(stack))
    return chainsOf([ruleset], rule).some(({ routes }) =>
      routes.some(({ route, links }) => route.output?.reach === "page" && firstGap(links) === undefined),
    );
  const priority = parsePriority(result.rules.find(({ name }) => name === rule)?.priority);
  return priority !== undefined && passes(priority, "error");
}
