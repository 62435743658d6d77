import type { Monitoring } from "../monitoring/index.ts";
import type { Location, Project } from "../project/index.ts";
import { firstGap, type Link, type Route, type Ruleset, type Stack, startFailure } from "../stack/index.ts";
import { capacityWarnings } from "./capacity.ts";
import { atLeast, type Blocker, type RuleCoverage, type Rung } from "./coverage.ts";
import type { Control } from "./framework.ts";
import { namespaceField } from "./namespace-field.ts";
import { findRetention, type Store } from "./retention.ts";
import { startError } from "./start-error.ts";

/** What the properties are read from. */
export interface SupportModel {
  readonly project: Project;
  readonly stacks: readonly Stack[];
  readonly rulesets: readonly Ruleset[];
  readonly monitoring: Monitoring;
  /** How far each rule of the repository gets. */
  readonly rules: readonly RuleCoverage[];
}

/** Something that holds or does not, with the location that shows it. */
interface Fact {
  readonly holds: boolean;
  readonly sentence: string;
  readonly location: Location | undefined;
  /** The rung that is not reached where it does not hold. */
  readonly rung: Rung;
}

/**
 * Covers `support` controls by the properties that they name, of which all are needed. A property that the
 * manifests show is `proven` by them; of several deployments the best counts.
 */
export function supportCoverage(model: SupportModel): (control: Control) => readonly RuleCoverage[] {
  const known = new Map<string, RuleCoverage>();
  return ({ properties }) =>
    properties.map((id) => {
      const coverage = known.get(id) ?? propertyCoverage(model, id);
      known.set(id, coverage);
      return coverage;
    });
}

function propertyCoverage(model: SupportModel, id: string): RuleCoverage {
  const ofStack = stackProperties[id];
  const ofModel = modelProperties[id];
  const ways =
    ofModel !== undefined
      ? [ofModel(model)]
      : ofStack === undefined
        ? []
        : model.stacks.map((stack) => [...running(stack, model), ...ofStack(stack, model)]);
  if (ways.length === 0) {
    const reason =
      ofStack === undefined
        ? `No property is called "${id}".`
        : "No Falco deployment is among the files checked.";
    return { name: id, rung: "mapped", blockedBy: { rung: "enabled", reason } };
  }
  return ways
    .map((facts) => covered(id, facts))
    .reduce((best, next) => (atLeast(next.rung, best.rung!) ? next : best));
}

function covered(name: string, facts: readonly Fact[]): RuleCoverage {
  const gap = facts.find(({ holds }) => !holds);
  if (gap !== undefined) {
    const { rung, sentence, location } = gap;
    return { name, rung: before[rung], blockedBy: { rung, reason: sentence, ...lineAndColumn(location) } };
  }
  const sentence = facts.map((fact) => fact.sentence).join(" ");
  return {
    name,
    rung: "proven",
    blockedBy: null,
    evidence: { sentence, ...lineAndColumn(facts[0]?.location) },
  };
}

/** The highest rung of a property for which a rung is out of reach. */
const before: Readonly<Record<Rung, Rung>> = {
  mapped: "mapped",
  valid: "mapped",
  enabled: "mapped",
  deployed: "enabled",
  routed: "deployed",
  proven: "routed",
  operating: "proven",
};

function lineAndColumn(location: Location | undefined): Pick<Blocker, "file" | "line" | "column"> {
  if (location === undefined) return {};
  const { file, start } = location.text.locate(location.span);
  return { file, line: start.line, column: start.column };
}

function fact(holds: boolean, rung: Rung, sentence: string, location: Location | undefined): Fact {
  return { holds, rung, sentence, location };
}

/** What keeps Falco from running; nothing where it runs, as far as the repository shows. */
function running(stack: Stack, { rulesets }: SupportModel): Fact[] {
  const failure = startFailure(stack);
  if (failure !== undefined) return [fact(false, "enabled", failure.sentence, failure.location)];
  const ruleset = rulesets.find((candidate) => candidate.stack === stack);
  const error = ruleset && startError(ruleset);
  if (error === undefined) return [];
  const text = ruleset?.sources[error.fileIndex]?.text;
  const location = text === undefined ? stack.location : { text, span: error.span };
  return [fact(false, "enabled", `Falco does not start: ${error.message}`, location)];
}

const stackProperties: Readonly<Record<string, (stack: Stack, model: SupportModel) => Fact[]>> = {
  "sensor-on-every-node": (stack) => [onEveryNode(stack)],
  "events-forwarded": (stack) => [forwarded(stack)],
  "events-stored": (stack) => [
    reaching(
      stack,
      ["store"],
      "No output of the deployment is a store of events, such as Loki or Elasticsearch.",
    ),
  ],
  "machine-readable": (stack) => [json(stack), forwarded(stack)],
  "record-fields": (stack) => [json(stack), fields(stack), forwarded(stack)],
  "events-by-namespace": (stack, { rulesets }) => [fields(stack), namespaces(stack, rulesets)],
  "time-in-utc": (stack) => [utc(stack)],
  "people-alerted": (stack) => [people(stack)],
  "people-paged": (stack) => [
    reaching(
      stack,
      ["page"],
      "No output of the deployment calls those on duty, as PagerDuty or Alertmanager do.",
    ),
  ],
  "drops-alerted": (stack) => [drops(stack), people(stack)],
  "retention-stated": (stack, model) => [kept(stack, model, "days", 1)],
  "retention-one-year": (stack, model) => [kept(stack, model, "days", 365)],
  "retention-six-years": (stack, model) => [kept(stack, model, "days", 6 * 365)],
  "retention-three-months-at-hand": (stack, model) => [kept(stack, model, "atHand", 90)],
  "responds-automatically": (stack) => [
    reaching(
      stack,
      ["run"],
      "No output of the deployment starts a program, as Falco Talon or a function does.",
    ),
  ],
};

const modelProperties: Readonly<Record<string, (model: SupportModel) => Fact[]>> = {
  "rules-active": ({ rules }) => {
    const active = rules.find(({ rung }) => atLeast(rung, "routed"));
    if (active !== undefined)
      return [fact(true, "routed", `"${active.name}" is loaded and routed.`, undefined)];
    return [fact(false, "routed", "No rule is loaded, enabled and routed.", undefined)];
  },
  "rules-tested": ({ rules }) => {
    const routed = rules.filter(({ rung }) => atLeast(rung, "routed"));
    const open = routed.filter(({ rung }) => rung !== "proven");
    if (routed.length === 0)
      return [fact(false, "routed", "No rule is loaded, enabled and routed.", undefined)];
    const sentence =
      open.length === 0
        ? `All ${routed.length} rules that are routed are proven by tests.`
        : `${open.length} of ${routed.length} rules that are routed are not proven by tests: "${open[0]!.name}" for one.`;
    return [fact(open.length === 0, "proven", sentence, undefined)];
  },
  "capacity-alerted": ({ monitoring }) => [capacity(monitoring)],
};

function onEveryNode(stack: Stack): Fact {
  const { pod, location } = stack;
  const resource = pod?.workload.resource;
  if (resource === undefined)
    return fact(false, "deployed", "Whether Falco runs on every node is not in the repository.", location);
  const isDaemonSet = resource.kind === "DaemonSet";
  const sentence = isDaemonSet ? "Falco is a DaemonSet." : `Falco is a ${resource.kind}, not a DaemonSet.`;
  return fact(isDaemonSet, "deployed", sentence, resource);
}

function json({ json }: Stack): Fact {
  return fact(json.on, "enabled", json.on ? "Alerts are JSON." : "json_output is off.", json.location);
}

function fields({ config }: Stack): Fact {
  const setting = config.state === "known" ? config.value.settings.jsonIncludeOutputFields : undefined;
  const on = setting?.value !== false;
  const sentence = on ? "Alerts carry their fields." : "json_include_output_fields_property is off.";
  return fact(on, "enabled", sentence, setting ?? config.evidence);
}

function namespaces(stack: Stack, rulesets: readonly Ruleset[]): Fact {
  const ruleset = rulesets.find((candidate) => candidate.stack === stack);
  if (ruleset === undefined)
    return fact(false, "enabled", "What Falco loads is not in the repository.", stack.location);
  const field = namespaceField(stack, ruleset);
  const sentence = field.named
    ? "Every alert on system calls names the namespace."
    : field.rule === undefined
      ? "No rule on system calls is loaded and enabled."
      : `"${field.rule}" does not say in which namespace (%k8s.ns.name), and falco.yaml appends it to none of its alerts.`;
  return fact(field.named, "enabled", sentence, field.location ?? stack.config.evidence);
}

/** The time in JSON is always UTC; that of a line of text is only so when asked for. */
function utc({ config, json }: Stack): Fact {
  const setting = config.state === "known" ? config.value.settings.timeFormatIso8601 : undefined;
  if (json.on) return fact(true, "enabled", "Alerts are JSON, whose time is in UTC.", json.location);
  const on = setting?.value === true;
  return fact(
    on,
    "enabled",
    on ? "Times are written in UTC." : "json_output and time_format_iso_8601 are off, so times are local.",
    setting ?? json.location,
  );
}

function drops({ config }: Stack): Fact {
  if (config.state === "unknown")
    return fact(false, "enabled", `${config.why} ${config.remedy}`, config.evidence);
  const drops = config.value.settings.syscallEventDrops;
  const actions = drops?.actions;
  const alerts = actions?.value.some(({ value }) => value === "alert") === true;
  const sentence = alerts
    ? "Falco raises an alert when it loses events."
    : "syscall_event_drops.actions has no alert, so lost events alert nobody.";
  return fact(alerts, "enabled", sentence, actions ?? drops ?? config.value.location);
}

/** Whether events leave the node, to whatever receiver. */
function forwarded(stack: Stack): Fact {
  return complete(stack, stack.routes, "Falco has no output switched on.");
}

function people(stack: Stack): Fact {
  return reaching(
    stack,
    ["page", "message"],
    "No output of the deployment reaches people, as Slack, mail or PagerDuty do.",
  );
}

function reaching(stack: Stack, reaches: readonly string[], none: string): Fact {
  const routes = stack.routes.filter(({ output }) => output !== undefined && reaches.includes(output.reach));
  // Where nothing reaches an output, the obstacle is the better message.
  const dead = stack.routes.filter(
    ({ output, links }) => output === undefined && firstGap(links) !== undefined,
  );
  return complete(stack, routes.length > 0 ? routes : dead.filter(({ channel }) => channel === "http"), none);
}

function complete(stack: Stack, routes: readonly Route[], none: string): Fact {
  const [first] = routes;
  const whole = routes.find(({ links }) => firstGap(links) === undefined);
  if (whole !== undefined) {
    const link = whole.links.at(-1);
    return fact(
      true,
      "routed",
      link?.sentence ?? `Alerts reach ${whole.receiver}.`,
      whole.output?.location ?? link?.evidence,
    );
  }
  const gap = first === undefined ? undefined : firstGap(first.links);
  return gap === undefined
    ? fact(false, "routed", none, stack.sidekick?.location ?? stack.config.evidence)
    : fact(false, "routed", gapSentence(gap), gap.evidence);
}

function gapSentence({ sentence, remedy }: Link): string {
  return remedy === undefined || remedy === "" ? sentence : `${sentence} ${remedy}`;
}

function capacity(monitoring: Monitoring): Fact {
  const [warning] = capacityWarnings(monitoring);
  if (warning !== undefined)
    return fact(
      true,
      "enabled",
      `The alert "${warning.alert}" warns before the store is full.`,
      warning.location,
    );
  const sentence =
    "No alerting rule among the files watches the space of the store of events, as one on kubelet_volume_stats_available_bytes does.";
  return fact(false, "enabled", sentence, undefined);
}

/** What falcosidekick calls the stores whose retention can be read. OpenSearch takes what Elasticsearch does. */
const storeOfOutput: Readonly<Record<string, Store>> = { elasticsearch: "Elasticsearch", loki: "Loki" };

/** Retention counts only for a store that the alerts reach. */
function kept(stack: Stack, { project }: SupportModel, period: "days" | "atHand", days: number): Fact {
  const reached = stack.routes.filter(
    ({ output, links }) => output?.reach === "store" && firstGap(links) === undefined,
  );
  if (reached.length === 0) {
    const sentence = "Alerts reach no store of events, such as Loki or Elasticsearch, that could keep them.";
    return fact(false, "enabled", sentence, stack.sidekick?.location ?? stack.config.evidence);
  }
  const stores = reached.map(({ output }) => output!.name);
  const found = findRetention(project);
  const [longest] = found
    .filter(({ store }) => stores.some((name) => storeOfOutput[name.toLowerCase()] === store))
    .toSorted((a, b) => b[period] - a[period]);
  if (longest === undefined) {
    const others = found.length === 0 ? "" : ` That of ${found[0]!.store} says nothing of it.`;
    const sentence = `Alerts reach ${stores.join(" and ")}, whose retention is not among the files checked.${others}`;
    return fact(false, "enabled", sentence, found[0]?.location ?? reached[0]!.output!.location);
  }
  const whole =
    period === "days"
      ? `${longest.store} keeps events for ${longest.days} days`
      : `${longest.store} has the events of ${longest.atHand} days at hand`;
  if (longest[period] >= days) return fact(true, "enabled", `${whole}.`, longest.location);
  return fact(false, "enabled", `${whole}, and ${days} are required.`, longest.location);
}
