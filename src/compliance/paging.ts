import { firstGap, parsePriority, passes, type Ruleset, type Stack } from "../stack/index.ts";
import { chainsOf } from "./reach.ts";

/** Whether an output of a deployment, such as PagerDuty or Alertmanager, calls people at all. */
export function hasPagingRoute({ routes }: Stack): boolean {
  return routes.some(({ output, links }) => output?.reach === "page" && firstGap(links) === undefined);
}

/** Alertmanager sends on by routes of its own, which go by priority and are not read. */
const routers: ReadonlySet<string> = new Set(["alertmanager"]);

/**
 * Whether alerts of a rule call people: by an output that does. From ERROR on where the repository has none, and where it sends
 * them to a router that decides by itself.
 */
export function isPaging(ruleset: Ruleset, rule: string): boolean {
  const { stack, definitions } = ruleset;
  const priority = parsePriority(definitions.get(rule)?.priority);
  const isUrgent = priority !== undefined && passes(priority, "error");
  if (stack === undefined || !hasPagingRoute(stack)) return isUrgent;
  return chainsOf([ruleset], rule).some(({ routes }) =>
    routes.some(
      ({ route: { output }, links }) =>
        output?.reach === "page" && (isUrgent || !routers.has(output.name)) && firstGap(links) === undefined,
    ),
  );
}
