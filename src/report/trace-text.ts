import picocolors from "picocolors";
import { type Blocker, type RuleWay, routeOf } from "../compliance/index.ts";
import type { Location } from "../project/index.ts";
import {
  type Chain,
  firstGap,
  type Link,
  type LoadedRule,
  routeGap,
  type TracedRoute,
} from "../stack/index.ts";
import { visible } from "./escape.ts";
import { routeDrawing } from "./route-text.ts";
import { routeTree } from "./route-tree.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * The way of a rule's alerts through each deployment as text: a drawing, what holds, with its place, and why it ends.
 *
 * @param rule as the first ruleset that has it loads it
 */
export function traceText(
  rule: LoadedRule,
  ways: readonly RuleWay[],
  { color, width }: { readonly color: boolean; readonly width: number },
): string {
  const colors = picocolors.createColors(color);
  const facts = [rule.priority ?? "no priority", rule.source, ...rule.tags.slice(0, 6)].map(visible);
  const head = [
    colors.bold(visible(rule.name)),
    colors.dim(facts.join(", ")),
    rule.location === undefined
      ? "Defined in rules that the Falco project publishes."
      : `Defined at ${locationText(rule.location)}.`,
  ];
  const bodies = ways.map((way) => wayText(way, width, colors));
  if (bodies.length === 0)
    bodies.push("No Falco deployment is among the files checked, so the chain ends here.");
  return `${[head.join("\n"), ...bodies].join("\n\n")}\n`;
}

function wayText(way: RuleWay, width: number, colors: Colors): string {
  const { stack, deployed, enabled, priority, routes } = way.chain;
  const own = [...deployed, ...enabled, priority];
  const refused = [way.refused, way.starved].filter((blocker) => blocker !== null);
  const lines = [
    colors.bold(visible(stack.name)),
    ...drawing(way, width - 2, colors).map((line) => `  ${line}`),
    ...refused.map((blocker) => blockerLine(blocker, colors)),
    ...linkLines(own, "  ", colors),
  ];
  const stopped = refused[0] === undefined ? firstGap(own)?.status : "broken";
  // What an alert would do that never comes to be is of no use.
  if (stopped === undefined) lines.push(...routesLines(routes, colors));
  lines.push(`  ${closing(way.chain, stopped, colors)}`);
  return lines.join("\n");
}

function drawing(way: RuleWay, width: number, colors: Colors): string[] {
  const { location } = way.chain.rule;
  const name = location === undefined ? "published rules" : basename(locationText(location));
  const route = routeOf(way);
  return routeDrawing(routeTree({ name, note: "" }, route, [route.deployment]), width, colors);
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function blockerLine({ reason, file, line }: Blocker, colors: Colors): string {
  const place = file === undefined ? "" : `  ${colors.dim(visible(`${file}:${line ?? 1}`))}`;
  return `  ${colors.red("✘")} ${visible(reason)}${place}`;
}

/** What several routes have in common, such as the way to falcosidekick, is printed once. */
function routesLines(routes: readonly TracedRoute[], colors: Colors): string[] {
  const shown = new Set<Link>();
  const lines: string[] = [];
  for (const { route, links } of routes) {
    const fresh = links.filter((link) => !shown.has(link));
    const shared = fresh.filter((link) => routes.filter((other) => other.links.includes(link)).length > 1);
    for (const link of shared) shown.add(link);
    lines.push(...linkLines(shared, "  ", colors));
    if (firstGap(shared) !== undefined) continue;
    const own = fresh.filter((link) => !shared.includes(link));
    if (own.length > 0 && firstGap(links.filter((link) => shown.has(link))) === undefined)
      lines.push(`  ${colors.dim("to")} ${visible(route.receiver)}`, ...linkLines(own, "    ", colors));
  }
  return lines;
}

/** The links up to the first that does not hold. */
function linkLines(links: readonly Link[], indent: string, colors: Colors): string[] {
  const end = links.findIndex(({ status }) => status !== "ok");
  const shown = end === -1 ? links : links.slice(0, end + 1);
  return shown.flatMap((link) => {
    const sign = { ok: colors.green("✔"), broken: colors.red("✘"), unknown: colors.yellow("?") }[link.status];
    const location = link.evidence === undefined ? "" : `  ${colors.dim(locationText(link.evidence))}`;
    const mark = link.assumed ? colors.yellow(" (assumed)") : "";
    const line = `${indent}${sign} ${visible(link.sentence)}${mark}${location}`;
    return link.remedy === undefined ? [line] : [line, `${indent}  ${visible(link.remedy)}`];
  });
}

function closing(chain: Chain, stopped: Link["status"] | undefined, colors: Colors): string {
  if (stopped !== undefined) {
    return stopped === "broken"
      ? colors.red("No alert: the chain ends there.")
      : colors.yellow("Whether there is an alert is not known.");
  }
  const reached = chain.routes.filter(({ links }) => firstGap(links) === undefined);
  if (reached.length > 0) {
    const receivers = reached
      .map(
        ({ route, links }) =>
          visible(route.receiver) + (links.some((link) => link.assumed) ? " (assumed)" : ""),
      )
      .join(", ");
    return colors.green(`The alert reaches ${receivers}.`);
  }
  const gap = routeGap(chain);
  const word =
    gap?.status === "unknown" ? "Whether the alert reaches anybody is not known" : "The alert reaches nobody";
  return (gap?.status === "unknown" ? colors.yellow : colors.red)(`${word}.`);
}

function locationText({ text, span }: Location): string {
  const { file, start } = text.locate(span);
  return `${visible(file)}:${start.line}`;
}
