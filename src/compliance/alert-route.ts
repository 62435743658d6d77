import { type Chain, firstGap, type Link } from "../stack/index.ts";
import type { Blocker, Coverage } from "./coverage.ts";
import type { RuleWay } from "./rule-coverage.ts";

/**
 * One step of the way of alerts. `assumed`: it holds if what the repository does not show is as it usually is;
 * `unknown`: the repository does not show whether it holds.
 */
export interface RouteStep {
  readonly status: "ok" | "assumed" | "broken" | "unknown";
  /** What is assumed, missing or not known, as a sentence; null where the step holds. */
  readonly reason: string | null;
  /** Path from the workspace root, and line from 1, where there is a location. */
  readonly file?: string;
  readonly line?: number;
}

/** The last part of the way: from Falco to one receiver. */
export interface RouteEnd {
  /** Who or what gets the alert, such as `Slack`. */
  readonly receiver: string;
  /** What carries the alert there; null where Falco itself does. */
  readonly through: "falcosidekick" | null;
  /** From Falco to what carries the alert, or to the receiver where nothing is between. */
  readonly sent: RouteStep;
  /** From what carries the alert to the receiver. */
  readonly received: RouteStep;
}

/** The way that the alerts of some rules take through one deployment. */
export interface AlertRoute {
  /** Names of the rules. */
  readonly rules: readonly string[];
  /** The deployment, by the name that reports give it. */
  readonly deployment: string;
  /** The deployment loads the rules and runs them on events. */
  readonly loaded: RouteStep;
  /** Falco sends alerts of their priority. */
  readonly raised: RouteStep;
  readonly ends: readonly RouteEnd[];
}

/**
 * The ways of rules through every deployment; rules that take the same way share it.
 *
 * @param waysOf the way of a rule through each deployment, by the rule's name
 */
export function alertRoutes(
  names: Iterable<string>,
  waysOf: (name: string) => readonly RuleWay[],
): AlertRoute[] {
  const routes = new Map<string, { route: Omit<AlertRoute, "rules">; rules: string[] }>();
  for (const name of names) {
    for (const way of waysOf(name)) {
      const route = routeOf(way);
      const key = JSON.stringify(route);
      const known = routes.get(key);
      if (known === undefined) routes.set(key, { route, rules: [name] });
      else known.rules.push(name);
    }
  }
  return Array.from(routes.values(), ({ route, rules }) => ({ rules, ...route }));
}

/** The names that controls have in their rules. */
export function namedRules({ frameworks }: Coverage): ReadonlySet<string> {
  const controls = frameworks.flatMap((framework) => framework.controls);
  return new Set(controls.flatMap(({ rules }) => rules.map(({ name }) => name)));
}

/** The way of a rule through one deployment. */
export function routeOf(way: RuleWay): Omit<AlertRoute, "rules"> {
  const { chain } = way;
  return {
    deployment: chain.stack.name,
    loaded: loadedStep(way),
    raised: stepOf([chain.priority]),
    ends: chain.routes.map(({ route, links }): RouteEnd => {
      const isForwarded = route.output !== undefined;
      const own = links.findIndex(({ id }) => id === "output" || id === "minimum");
      const border = own === -1 ? links.length : own;
      return {
        receiver: route.receiver,
        through: isForwarded ? "falcosidekick" : null,
        sent: stepOf(links.slice(0, border)),
        received: stepOf(links.slice(border)),
      };
    }),
  };
}

/** In the order of the ladder, as that names the first thing that blocks a rule. */
function loadedStep({ chain, refused, starved }: RuleWay): RouteStep {
  const { enabled, deployed }: Chain = chain;
  if (refused !== null) return blockedStep(refused);
  const step = stepOf(enabled);
  if (step.status === "broken" || step.status === "unknown") return step;
  if (starved !== null) return blockedStep(starved);
  return stepOf([...enabled, ...deployed]);
}

function blockedStep({ reason, file, line }: Blocker): RouteStep {
  return {
    status: "broken",
    reason,
    ...(file !== undefined && { file, ...(line !== undefined && { line }) }),
  };
}

function stepOf(links: readonly Link[]): RouteStep {
  const gap = firstGap(links);
  const decisive = gap ?? links.find(({ assumed }) => assumed);
  if (decisive === undefined) return { status: "ok", reason: null };
  const { status, sentence: reason, evidence } = decisive;
  const step = { status: status === "ok" ? ("assumed" as const) : status, reason };
  if (evidence === undefined) return step;
  const { file, start } = evidence.text.locate(evidence.span);
  return { ...step, file, line: start.line };
}
