import type { ControlCoverage, ReportedRule, RouteStep } from "../compliance/index.ts";
import { count } from "./controls.ts";
import { location, type Tone } from "./html-parts.ts";
import { html as h, type Markup, prose, trusted } from "./markup.ts";
import type { RenderContext, Report } from "./report.ts";
import { holds, lanesOf, type RouteLane, type RouteNode, reachesSomebody, routeTree } from "./route-tree.ts";

/** So many ways of a control are drawn; of the others it is said how many rules take them. */
const maxLanes = 4;

const steps: Readonly<
  Record<RouteStep["status"], { readonly tone: Tone; readonly label: string; readonly drawing: string }>
> = {
  ok: {
    tone: "good",
    label: "leads to",
    drawing: '<path d="M1 6h24"/><path class="tip" d="M24 2l7 4-7 4z"/>',
  },
  assumed: {
    tone: "mid",
    label: "is assumed to lead to",
    drawing: '<path stroke-dasharray="4 3" d="M1 6h23"/><path d="M24 2l7 4-7 4z"/>',
  },
  broken: {
    tone: "bad",
    label: "does not lead to",
    drawing: '<path d="M1 6h8M23 6h8M12 2l8 8M20 2l-8 8"/>',
  },
  unknown: {
    tone: "mid",
    label: "may lead to",
    drawing:
      '<path stroke-dasharray="2 3" d="M1 6h9M22 6h9"/><path d="M13 4q0-3 3-3t3 3q0 1.5-3 3v1"/><path d="M16 10v1.2"/>',
  },
};

/** The arrows, once for the page. */
export function routeSymbols(): Markup {
  const symbols = Object.entries(steps).map(
    ([status, { drawing }]) =>
      h`<symbol id="step-${status}" viewBox="0 0 32 12"><g fill="none" stroke="currentColor" stroke-width="1.6">${trusted(drawing)}</g></symbol>`,
  );
  return h`<svg width="0" height="0" aria-hidden="true" hidden>${symbols}</svg>`;
}

/** The ways of a control's rules, drawn from where they are defined to who is alerted, and where each stops. */
export function routePicture(
  control: ControlCoverage,
  { routes = [] }: Report,
  described: ReadonlyMap<string, ReportedRule>,
  context: RenderContext,
): Markup {
  const lanes = lanesOf(control.rules, routes);
  const shown = lanes.slice(0, maxLanes);
  const left = lanes.slice(maxLanes).reduce((sum, { rules }) => sum + rules.length, 0);
  const rest = left === 0 ? null : h`<p class="soft">${count(left, "more rule")} that get less far.</p>`;
  return h`<figure class="ways"><figcaption>From the rules to those who are alerted</figcaption>
${shown.map((lane) => laneMarkup(lane, described, context))}${rest}</figure>`;
}

function laneMarkup(
  lane: RouteLane,
  described: ReadonlyMap<string, ReportedRule>,
  context: RenderContext,
): Markup {
  const [first, ...others] = lane.rules;
  const name = others.length === 0 ? first!.name : count(lane.rules.length, "rule");
  const root = routeTree({ name, note: filesOf(lane, described) }, lane, lane.deployments);
  const isReached = reachesSomebody(lane);
  const gaps = gapsOf(root).map((step) => {
    const at = step.file === undefined ? null : h` ${location(step.file, step.line, context)}`;
    return h`<li class="${toneOf(step, isReached)}">${prose(step.reason ?? "")}${at}</li>`;
  });
  const elsewhere =
    lane.elsewhere === 0
      ? null
      : h`<p class="stop">${lane.elsewhere === 1 ? "1 more deployment brings" : `${lane.elsewhere} more deployments bring`} them to somebody by other ways.</p>`;
  const stop =
    isReached || lane.stopsBelow === null
      ? null
      : h`<p class="stop">Stops below <b>${lane.stopsBelow}</b>.</p>`;
  return h`<div class="way">${placeMarkup(root, isReached)}${gaps.length === 0 ? null : h`<ul class="plain gap">${gaps}</ul>`}${stop}${elsewhere}</div>\n`;
}

/** A receiver that takes no alert of a rule is a fault only where no other one takes it. */
function toneOf({ status }: RouteStep, isReached: boolean): Tone {
  return isReached && status !== "ok" && status !== "assumed" ? "off" : steps[status].tone;
}

function filesOf({ rules }: RouteLane, described: ReadonlyMap<string, ReportedRule>): string {
  const files = rules.map(({ name, rung }) => {
    const rule = described.get(name);
    if (rule?.file != null) return rules.length === 1 ? `${rule.file}:${rule.line ?? 1}` : rule.file;
    return rung === null ? "not defined" : "published rules";
  });
  const [first = "", ...others] = new Set(files);
  return others.length === 0 ? first : `${first} and ${count(others.length, "more file")}`;
}

/** What is assumed, missing or not known on the way, each once. */
function gapsOf(root: RouteNode): RouteStep[] {
  const gaps = new Map<string, RouteStep>();
  const visit = ({ step, next }: RouteNode): void => {
    if (step !== null && step.reason !== null && !gaps.has(step.reason)) gaps.set(step.reason, step);
    next.forEach(visit);
  };
  visit(root);
  return [...gaps.values()];
}

function placeMarkup({ name, note, step, next }: RouteNode, isReached: boolean): Markup {
  const arrow =
    step === null
      ? null
      : h`<svg class="arrow ${toneOf(step, isReached)}" role="img" aria-label="${steps[step.status].label}"><use href="#step-${step.status}"/></svg>`;
  const out = step === null || holds(step) ? null : trusted(" out");
  const box = h`<span class="place${out}"><b>${name}</b>${note === "" ? null : h` <small>${note}</small>`}</span>`;
  const behind =
    next.length === 0 ? null : h`<ul>${next.map((node) => h`<li>${placeMarkup(node, isReached)}</li>`)}</ul>`;
  return h`<div class="node">${arrow}${box}${behind}</div>`;
}
