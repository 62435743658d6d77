import type { Location, Source } from "../../project/index.ts";
import { linksFor, passes, type Route } from "../alerts/index.ts";
import { applies } from "../config/index.ts";
import { join } from "../container/index.ts";
import { broken, type Link, ok, unsure } from "../evidence/index.ts";
import type { Stack } from "../model/index.ts";
import { startFailure } from "../start/index.ts";
import type { LoadedRule } from "./loaded-rule.ts";
import { isOutdated } from "./outdated.ts";

/** The chain from one rule to the people whom one deployment alerts. */
export interface Chain {
  readonly stack: Stack;
  readonly rule: LoadedRule;
  /** Falco runs, the file is in its container, and it loads the file. */
  readonly deployed: readonly Link[];
  /** The rule runs, and gets events. */
  readonly enabled: readonly Link[];
  /** Its priority is high enough for Falco. */
  readonly priority: Link;
  readonly routes: readonly TracedRoute[];
}

export interface TracedRoute {
  readonly route: Route;
  readonly links: readonly Link[];
}

/**
 * Follows a rule through one deployment.
 *
 * @param rule as the deployment loads it; or as the repository has it, when the deployment does not
 */
export function trace(stack: Stack, rule: LoadedRule): Chain {
  return {
    stack,
    rule,
    deployed: deployedLinks(stack, rule),
    enabled: [enabledLink(stack, rule), sourceLink(stack, rule)],
    priority: priorityLink(stack, rule),
    routes: stack.routes.map((route) => ({ route, links: linksFor(route, rule.priority) })),
  };
}

function deployedLinks(stack: Stack, rule: LoadedRule): Link[] {
  const gap = startGap(stack);
  if (gap !== undefined) return [gap];
  const { file } = rule;
  if (file !== undefined && stack.rulesFiles.loaded.includes(file)) {
    const from =
      file.content.kind === "upstream"
        ? `the default rules of the Falco project (${file.content.artifact})`
        : file.content.kind === "source"
          ? file.content.source.name
          : "the image";
    return [
      ok("mounted", `${file.path} is ${from}.`, file.mountedAt),
      ok("listed", `Falco loads ${file.path}.`, file.listedAt),
    ];
  }
  return notLoaded(stack, rule.defined);
}

/** Why Falco does not start, or is not known to, so that it loads no rule at all. */
function startGap(stack: Stack): Link | undefined {
  const { config, falcoVersion } = stack;
  if (falcoVersion.state === "known" && isOutdated(stack)) {
    const why = `What Falco ${falcoVersion.value} loads is not known: it is older than every version that is checked.`;
    return unsure("listed", why, "Deploy a version that is supported.", falcoVersion.evidence);
  }
  const failure = startFailure(stack);
  if (failure !== undefined) return broken("running", failure.sentence, failure.location);
  return config.state === "unknown"
    ? unsure("listed", config.why, config.remedy, config.evidence)
    : undefined;
}

function notLoaded(stack: Stack, defined: Source | undefined): Link[] {
  const mounted = defined === undefined ? undefined : mountOf(stack, defined);
  if (mounted !== undefined) {
    return [
      ok("mounted", `The file is mounted at ${mounted.path}.`, mounted.location),
      broken(
        "listed",
        `No item of rules_files leads to ${mounted.path}, so Falco does not load it.`,
        listLocation(stack),
      ),
    ];
  }
  const [gap] = stack.rulesFiles.more;
  if (gap !== undefined) return [unsure("mounted", gap.why, gap.remedy, gap.evidence)];
  const holder =
    defined === undefined ? "No rules file that Falco loads has the rule" : `${defined.name} is not mounted`;
  return [broken("mounted", `${holder} in ${stack.name}.`, stack.location)];
}

function listLocation(stack: Stack): Location {
  const [first] = stack.rulesFiles.loaded;
  return first?.listedAt ?? stack.config.evidence;
}

/** Where a source is in the container. */
export function mountOf(
  stack: Stack,
  source: Source,
): { readonly path: string; readonly location: Location } | undefined {
  for (const mount of stack.files.mounts) {
    if (mount.volume.kind !== "files") continue;
    for (const [name, content] of mount.volume.files) {
      if (content.kind !== "source" || content.source !== source) continue;
      const { subPath } = mount;
      if (subPath === name) return { path: mount.path, location: mount.location };
      if (subPath === "" || name.startsWith(`${subPath}/`))
        return {
          path: join(mount.path, subPath === "" ? name : name.slice(subPath.length + 1)),
          location: mount.location,
        };
    }
  }
  return undefined;
}

function enabledLink(stack: Stack, rule: LoadedRule): Link {
  const last = stack.selection.findLast((step) => applies(step, rule));
  if (last !== undefined) {
    return last.enable
      ? ok("enabled", "The selection of rules enables it.", last.location)
      : broken("enabled", "The selection of rules disables it.", last.location);
  }
  const location = rule.enabledAt ?? rule.location ?? rule.file?.listedAt;
  return rule.enabled
    ? ok("enabled", "The rule is enabled.", location)
    : broken(
        "enabled",
        `The rule is disabled${rule.enabledAt === undefined ? " where it is defined" : ""}.`,
        location,
      );
}

function sourceLink(stack: Stack, rule: LoadedRule): Link {
  const state = stack.sources.of(rule.source);
  if (state.state === "unknown") return unsure("source", state.why, state.remedy, state.evidence);
  return state.value
    ? ok("source", state.sentence, state.evidence)
    : broken("source", state.sentence, state.evidence);
}

function priorityLink(stack: Stack, rule: LoadedRule): Link {
  const { minimum, location } = stack.priority;
  if (rule.priority === undefined || passes(rule.priority, minimum))
    return ok("priority", `Falco sends ${minimum} and above.`, location);
  return broken("priority", `Falco sends ${minimum} and above, and this rule is ${rule.priority}.`, location);
}

export function firstGap(links: readonly Link[]): Link | undefined {
  return links.find(({ status }) => status !== "ok");
}

/** Undefined when an alert reaches somebody, else the link that keeps it: of the route that gets furthest. */
export function routeGap({ priority, routes, stack }: Chain): Link | undefined {
  if (priority.status !== "ok") return priority;
  if (routes.some(({ links }) => firstGap(links) === undefined)) return undefined;
  // A channel that ends on the node explains nothing while another one is meant to reach somebody.
  const remote = routes.filter(({ route }) => route.channel === "http" || route.channel === "program");
  const gaps = remote.map(({ links }) => links.findIndex(({ status }) => status !== "ok"));
  const furthest = gaps.indexOf(Math.max(...gaps));
  return remote[furthest]?.links[gaps[furthest]!] ?? noRemote(stack, routes);
}

function noRemote({ config }: Stack, routes: readonly TracedRoute[]): Link {
  const http = config.state === "known" ? config.value.settings.outputs.http : undefined;
  const location = http?.enabled ?? http ?? config.evidence;
  const local = routes[0]?.route;
  if (local === undefined) return broken("channel", "Falco has no output switched on.", location);
  const gap = firstGap(routes[0]?.links ?? []);
  const sentence = `Falco writes alerts to ${local.receiver} alone, and whether anybody reads it is not in the repository.`;
  return unsure("channel", sentence, gap?.remedy ?? "", location);
}
