import {
  type AlertRoute,
  type Blocker,
  type RouteEnd,
  type RouteStep,
  type RuleCoverage,
  type Rung,
  rungs,
} from "../compliance/index.ts";

/** A place on the way of alerts, how they get there, and where they go from it: what the pictures are drawn from. */
export interface RouteNode {
  readonly name: string;
  /** What the name is one of, such as deployments; empty where the name says all. */
  readonly note: string;
  /** From the place before to this one; null for the first place. */
  readonly step: RouteStep | null;
  /** Empty where the way ends or stops. */
  readonly next: readonly RouteNode[];
}

/** Rules that stop at the same place, or that reach somebody through the same deployments. */
export interface RouteLane extends Way {
  readonly rules: readonly RuleCoverage[];
  /** The deployments through which they get furthest, alike. */
  readonly deployments: readonly string[];
  /** How many other deployments bring them to somebody, by other ways. */
  readonly elsewhere: number;
  readonly ends: readonly LaneEnd[];
  /** The rung that is not reached, where nobody is. */
  readonly stopsBelow: Rung | null;
  /** What keeps the rules from the control though Falco runs them; null where nothing does. */
  readonly useless: RouteStep | null;
}

interface LaneEnd extends RouteEnd {
  /** How many of the rules get there. */
  readonly rules?: number;
}

type Way = Omit<AlertRoute, "rules" | "deployment">;

/**
 * The ways of a control's rules, those that get furthest first; rules and deployments that are alike share one.
 *
 * @param rules as they stand for the control: what keeps one from its control stops its way too
 */
export function lanesOf(rules: readonly RuleCoverage[], routes: readonly AlertRoute[]): RouteLane[] {
  const lanes = new Map<string, RouteLane[]>();
  for (const rule of rules) {
    const own = routes.filter((route) => route.rules.includes(rule.name));
    const lane = laneOf(rule, own);
    const { deployments, stopsBelow, useless } = lane;
    const key = JSON.stringify(
      reachesSomebody(lane) ? deployments : [deployments, shapeOf(lane), stopsBelow, useless],
    );
    lanes.set(key, [...(lanes.get(key) ?? []), lane]);
  }
  return Array.from(lanes.values(), joined).sort(
    (a, b) => laneHeight(b) - laneHeight(a) || b.rules.length - a.rules.length,
  );
}

/** The lanes of single rules as one, with the number of rules that get to each of its ends. */
function joined(lanes: readonly RouteLane[]): RouteLane {
  const rules = lanes.flatMap((lane) => lane.rules);
  const ends = new Map<string, LaneEnd>();
  for (const end of lanes.flatMap((lane) => lane.ends)) {
    const key = JSON.stringify([end.through, end.receiver]);
    const known = ends.get(key);
    const reached = (known?.rules ?? 0) + (isWhole(end) ? 1 : 0);
    ends.set(key, { ...(known !== undefined && isWhole(known) ? known : end), rules: reached });
  }
  return { ...lanes[0]!, rules, ends: [...ends.values()] };
}

function laneOf(rule: RuleCoverage, own: readonly AlertRoute[]): RouteLane {
  const { rung, blockedBy } = rule;
  const stopsBelow = blockedBy?.rung ?? null;
  const nowhere = { rules: [rule], deployments: [], elsewhere: 0, ...emptyWay, stopsBelow, useless: null };
  const sorted = own.toSorted((a, b) => heightOf(b) - heightOf(a));
  const [first] = sorted;
  if (first === undefined || rung === null) {
    const reason = rung === null ? "No rule of this name is among the files checked." : blockedBy?.reason;
    return { ...nowhere, loaded: { ...placeOf(blockedBy), status: "broken", reason: reason ?? null } };
  }
  const { loaded, raised, ends } = first;
  if (stopsBelow === "valid" && holds(loaded)) return { ...nowhere, useless: uselessStep };
  const shape = shapeOf(first);
  const alike = sorted.filter((route) => shapeOf(route) === shape);
  const deployments = alike.map(({ deployment }) => deployment);
  const elsewhere = own.filter((route) => reaches(route) && !alike.includes(route)).length;
  return { rules: [rule], deployments, elsewhere, loaded, raised, ends, stopsBelow, useless: null };
}

const uselessStep: RouteStep = {
  status: "broken",
  reason: "Loaded, and fires on no reference attack of what the control asks for.",
};

const emptyWay: Way = {
  loaded: { status: "ok", reason: null },
  raised: { status: "ok", reason: null },
  ends: [],
};

function placeOf(blocker: Blocker | null): Pick<RouteStep, "file" | "line"> {
  if (blocker?.file === undefined) return {};
  return { file: blocker.file, ...(blocker.line !== undefined && { line: blocker.line }) };
}

/** A way without the lines that show it, which differ between deployments that are alike. */
function shapeOf({ loaded, raised, ends }: Way): string {
  const shape = ({ status, reason }: RouteStep) => [status, reason];
  return JSON.stringify([
    shape(loaded),
    shape(raised),
    ends.map(({ receiver, through, sent, received }) => [receiver, through, shape(sent), shape(received)]),
  ]);
}

export function holds({ status }: RouteStep): boolean {
  return status === "ok" || status === "assumed";
}

function isWhole({ sent, received }: RouteEnd): boolean {
  return holds(sent) && holds(received);
}

function laneHeight(lane: RouteLane): number {
  return lane.useless === null ? heightOf(lane) : -1;
}

/** Whether alerts reach somebody. */
export function reachesSomebody(lane: RouteLane): boolean {
  return lane.useless === null && reaches(lane);
}

function reaches({ loaded, raised, ends }: Way): boolean {
  return holds(loaded) && holds(raised) && ends.some(isWhole);
}

/** How far a way gets; of two that get as far, the one that takes nothing for granted is higher. */
function heightOf({ loaded, raised, ends }: Way): number {
  if (!holds(loaded)) return 0;
  if (!holds(raised)) return rungs.indexOf("deployed");
  const whole = ends.filter(isWhole);
  const isCertain = whole.some(({ sent, received }) => sent.status === "ok" && received.status === "ok");
  if (whole.length === 0) return rungs.indexOf("deployed") + 1;
  return rungs.indexOf("routed") + (isCertain ? 2 : 1);
}

/**
 * The places that alerts go through, from where rules are defined.
 *
 * @param from what stands at the beginning: the rules, and where they are defined
 */
export function routeTree(
  from: Pick<RouteNode, "name" | "note">,
  way: Way & Partial<Pick<RouteLane, "rules" | "useless">>,
  deployments: readonly string[],
): RouteNode {
  const { loaded, raised, useless = null } = way;
  if (useless !== null) return { ...from, step: null, next: [stopped("what the control asks for", useless)] };
  const [one, ...others] = deployments;
  const note = one === undefined ? "" : others.length === 0 ? one : `${one} and ${others.length} more`;
  const next = holds(loaded)
    ? holds(raised)
      ? receivers(way.ends, way.rules?.length)
      : [stopped("outputs", raised)]
    : [];
  return { ...from, step: null, next: [{ name: "Falco", note, step: loaded, next }] };
}

function stopped(name: string, step: RouteStep): RouteNode {
  return { name, note: "", step, next: [] };
}

/** Where alerts leave Falco for. What is written on the node alone is left out while something reaches somebody. */
function receivers(ends: readonly LaneEnd[], rules: number | undefined): RouteNode[] {
  if (ends.length === 0)
    return [stopped("nobody", { status: "broken", reason: "Falco has no output switched on." })];
  const node = ({ receiver, rules: own }: LaneEnd, step: RouteStep): RouteNode => {
    const isPart = own !== undefined && own > 0 && own !== rules;
    return { ...stopped(receiver, step), note: isPart ? `${own} of ${rules} rules` : "" };
  };
  const isReached = ends.some(isWhole);
  const shown = ends.filter((end) => !isReached || isWhole(end) || end.through !== null);
  const forwarded = shown.filter(({ through }) => through !== null);
  const direct = shown
    .filter(({ through }) => through === null)
    .map((end) => node(end, holds(end.sent) ? weaker(end.sent, end.received) : end.sent));
  const [first] = forwarded;
  if (first === undefined) return direct;
  const behind = holds(first.sent) ? forwarded.map((end) => node(end, end.received)) : [];
  return [{ ...stopped("falcosidekick", first.sent), next: behind }, ...direct];
}

/** Of two steps the one that is less certain. */
function weaker(a: RouteStep, b: RouteStep): RouteStep {
  return b.status === "ok" ? a : b;
}
