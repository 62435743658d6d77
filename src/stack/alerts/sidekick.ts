import { entries, type Location, type Node, text } from "../../project/index.ts";
import {
  type Container,
  type EnvironmentValue,
  imageVersion,
  isSidekickImage,
  type Manifests,
  type Workload,
} from "../cluster/index.ts";
import { dataOf, type FileSystem, fileSystemOf } from "../container/index.ts";
import { type Assumptions, type Known, known, unknown } from "../evidence/index.ts";
import table from "./falcosidekick.json" with { type: "json" };
import { isPlaceholder } from "./placeholder.ts";
import { type Priority, parsePriority } from "./priority.ts";

/**
 * How an output reaches somebody. `page` wakes a person, `message` is read by one, `forward` hands the alert to
 * another system, `store` keeps it for queries, `run` starts a program, `measure` counts it.
 */
export type Reach = "page" | "message" | "forward" | "store" | "run" | "measure";

/** An output that falcosidekick knows. */
export interface KnownOutput {
  /** Path in its configuration, in lower case: `slack`, `aws.s3`. */
  readonly output: string;
  readonly reach: Reach;
  /** Keys without which it stays off. */
  readonly needs: readonly string[];
  readonly keys: readonly string[];
}

export const knownOutputs = table.outputs as readonly KnownOutput[];
/** Keys that are no output's own, in lower case. */
const knownSettings: readonly string[] = table.settings;

/** One value of falcosidekick's configuration, from a variable or from its file. */
export interface Setting {
  /** In lower case, with dots: `slack.webhookurl`. */
  readonly key: string;
  readonly value: SettingValue;
  /** Where it is named. */
  readonly location: Location;
}

/** A text, or a reference to a text elsewhere: `unknown` for a Secret that is not in the repository. */
export type SettingValue =
  | { readonly kind: "text"; readonly text: string; readonly location: Location }
  /** A key that its Secret or ConfigMap lacks. */
  | { readonly kind: "missing"; readonly why: string; readonly location: Location }
  /** A key of a Secret that the user says is there, or that is there encoded. */
  | {
      readonly kind: "hidden";
      readonly location: Location;
      /** What is taken for granted, as a sentence, where nobody states it. */
      readonly assumption?: string;
    }
  | {
      readonly kind: "unknown";
      readonly why: string;
      readonly remedy: string;
      readonly location: Location;
    };

/** One output that somebody began to configure. */
export interface SidekickOutput {
  readonly name: string;
  readonly reach: Reach;
  /** Whether it sends; known and false with the reason when something is missing or a placeholder. */
  readonly works: Known<boolean> & {
    readonly sentence: string;
    /** Whether it holds only if a Secret exists that is not in the repository. */
    readonly assumed?: boolean;
  };
  /** The lowest priority that it sends; `debug` by default. */
  readonly minimum: Known<Priority>;
  readonly settings: readonly Setting[];
  readonly location: Location;
}

export interface Sidekick {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly version: Known<string> | undefined;
  readonly port: number;
  readonly replicas: Known<number>;
  readonly settings: readonly Setting[];
  readonly outputs: readonly SidekickOutput[];
  /** Why there may be settings that are not listed. */
  readonly more: readonly SettingValue[];
  readonly workload: Workload | undefined;
  readonly location: Location;
}

export function sidekickContainer(workload: Workload): Container | undefined {
  return workload.pod.containers.find(({ image }) => isSidekickImage(image));
}

export function readSidekick(
  manifests: Manifests,
  workload: Workload,
  container: Container,
  assume: Assumptions,
): Sidekick {
  const { settings, more, stated } = readSettings(manifests, workload, container, assume);
  const { resource } = workload;
  const replicas = resource.kind === "DaemonSet" ? undefined : workload.replicas;
  return {
    name: resource.name ?? container.name,
    namespace: resource.namespace,
    version: container.image === undefined ? undefined : imageVersion(container.image, "falcosidekick"),
    replicas: known(replicas?.value ?? 1, replicas ?? resource),
    ...sidekickOf(stated === undefined ? settings : withStated(settings, stated)),
    more,
    workload,
    location: resource,
  };
}

/** What follows from the settings alone. */
export function sidekickOf(settings: readonly Setting[]): Pick<Sidekick, "settings" | "outputs" | "port"> {
  const port = Number(textOf(settings, "listenport") ?? 2801);
  return { settings, outputs: readOutputs(settings), port };
}

function settingOf(settings: readonly Setting[], key: string): Setting | undefined {
  return settings.findLast((setting) => setting.key === key);
}

/** The text of a setting; undefined where it has none, or one that is not in the repository. */
export function textOf(settings: readonly Setting[], key: string): string | undefined {
  const value = settingOf(settings, key)?.value;
  return value?.kind === "text" ? value.text : undefined;
}

interface ReadSettings {
  readonly settings: readonly Setting[];
  readonly more: readonly SettingValue[];
  /** The `envFrom` of an object that the user states to exist. */
  readonly stated: Location | undefined;
}

/** Settings of the file come first, as a variable wins. */
function readSettings(
  manifests: Manifests,
  workload: Workload,
  container: Container,
  assume: Assumptions,
): ReadSettings {
  const path = configPath(container);
  const files = fileSystemOf(manifests, workload, container, assume);
  const file = path === undefined ? { settings: [], more: [] } : settingsOfFile(files, path);
  const settings = [...file.settings];
  const more = [...file.more];
  let stated: Location | undefined;
  for (const { name, value, location } of container.env) {
    if (name !== undefined) {
      const resolved = resolve(manifests, workload, value, assume);
      if (resolved !== undefined) settings.push({ key: variableKey(name), value: resolved, location });
    } else if (value.kind === "reference") {
      const all = resolveAll(manifests, workload, value, assume);
      settings.push(...all.settings);
      // All keys of an object that the user states to exist: the statement does not say which.
      if (all.more === undefined) continue;
      if (assume.has(value.to, value.name, workload.resource.namespace)) stated = value.location;
      else more.push(all.more);
    }
  }
  return { settings, more, stated };
}

/** The settings of a configuration file, or why they are not known. */
function settingsOfFile(
  files: FileSystem,
  path: { readonly text: string; readonly location: Location },
): Pick<ReadSettings, "settings" | "more"> {
  const found = files.find(path.text);
  if (found.kind === "file" && found.file.content.kind === "source")
    return { settings: settingsIn(found.file.content.source.documents[0]?.root), more: [] };
  if (found.kind === "image") return { settings: [], more: [] };
  const why =
    found.kind === "unknown" ? found.unknown.why : `The content of ${path.text} is not in the repository.`;
  const remedy = "Mount it from a ConfigMap that is in the repository.";
  return { settings: [], more: [{ kind: "unknown", why, remedy, location: path.location }] };
}

/** A Secret that may hold every needed setting counts for each output that has other settings. */
function withStated(settings: readonly Setting[], location: Location): Setting[] {
  const begun = knownOutputs.filter(({ output }) => settings.some(({ key }) => key.startsWith(`${output}.`)));
  const needed = begun.flatMap(({ output, needs }) => needs.map((need) => `${output}.${need}`));
  const hidden = needed.filter((key) => !settings.some((setting) => setting.key === key));
  return [
    ...settings,
    ...hidden.map((key): Setting => ({ key, value: { kind: "hidden", location }, location })),
  ];
}

function configPath(container: Container): { text: string; location: Location } | undefined {
  const { words } = container;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.text === "-c" || word.text === "--config-file") return words[i + 1];
    const joined = /^(?:--config-file=|-c=?)(.+)$/.exec(word.text)?.[1];
    if (joined !== undefined) return { text: joined, location: word.location };
  }
  return undefined;
}

/** Settings of a YAML configuration; names count in any case. */
export function settingsIn(root: Node | undefined, prefix = ""): Setting[] {
  return entries(root).flatMap(({ key, keyLocation, value }) => {
    const path = `${prefix}${key.toLowerCase()}`;
    const below = settingsIn(value, `${path}.`);
    const string =
      value.kind === "seq" ? value.items.map((item) => text(item) ?? "").join(",") : (text(value) ?? "");
    return [
      { key: path, value: { kind: "text" as const, text: string, location: value }, location: keyLocation },
      ...below,
    ];
  });
}

/** Every key in lower case, with dots. */
export const knownKeys: readonly string[] = [
  ...knownSettings,
  ...knownOutputs.flatMap(({ output, keys }) => keys.map((key) => `${output}.${key}`)),
];

const keyByVariable: ReadonlyMap<string, string> = new Map(
  knownKeys.map((key) => [key.replaceAll(".", "_").toUpperCase(), key]),
);

export const variableNames: readonly string[] = [...keyByVariable.keys()];

const keySet = new Set(knownKeys);
/** Keys below which people choose the names. */
const freeKeys = knownKeys.filter((key) =>
  /(?:customfields|templatedfields|customheaders|extralabels|extraannotations|customseveritymap|extensions|customattributes|extraenvvars|extraattributes)$/.test(
    key,
  ),
);

/** Whether a key is one of falcosidekick's, a group of them, or an entry of one that takes any names. */
export function isKnownKey(key: string): boolean {
  if (keySet.has(key)) return true;
  return (
    knownKeys.some((candidate) => candidate.startsWith(`${key}.`)) ||
    freeKeys.some((free) => key.startsWith(`${free}.`))
  );
}

/** The key that a variable sets; the variable itself where there is none. */
export function variableKey(variable: string): string {
  return keyByVariable.get(variable) ?? variable;
}

function resolve(
  manifests: Manifests,
  workload: Workload,
  value: EnvironmentValue,
  assume: Assumptions,
): SettingValue | undefined {
  if (value.kind === "literal") return written(value, assume);
  if (value.kind === "downward" || value.key === undefined)
    return { kind: "hidden", location: value.location };
  const { namespace } = workload.resource;
  const resource = manifests.find(value.to, value.name, { namespace, near: workload.resource });
  if (resource === undefined) {
    if (assume.has(value.to, value.name, namespace)) return { kind: "hidden", location: value.location };
    const taken = assumedValue(value, assume);
    if (taken !== undefined) return taken;
    return {
      kind: "unknown",
      why: `The ${value.to} "${value.name}" is not among the files checked.`,
      remedy: `If it is made by other means, state it under "assume: ${value.to === "Secret" ? "secrets" : "configMaps"}" in the configuration.`,
      location: value.location,
    };
  }
  const content = dataOf(manifests, resource).get(value.key);
  if (content === undefined) {
    const open = manifests.openAt(resource);
    if (open !== undefined) return unreadKeys(value, open);
    if (value.optional) return undefined;
    const why = `The ${value.to} "${value.name}" has no key "${value.key}", so the pod does not start.`;
    return { kind: "missing", why, location: value.location };
  }
  if (content.kind !== "source") return { kind: "hidden", location: value.location };
  const { text: within } = content.source;
  const span = { start: 0, end: within.content.length };
  return written({ text: within.content, location: { text: within, span } }, assume);
}

function resolveAll(
  manifests: Manifests,
  workload: Workload,
  value: Extract<EnvironmentValue, { kind: "reference" }>,
  assume: Assumptions,
): { settings: Setting[]; more?: SettingValue } {
  const { namespace } = workload.resource;
  const resource = manifests.find(value.to, value.name, { namespace, near: workload.resource });
  if (resource === undefined) {
    const why = `The ${value.to} "${value.name}" is not among the files checked.`;
    const remedy = `Add it to the files that are checked, or name its keys one by one under "env" and state it under "assume" in the configuration.`;
    return { settings: [], more: { kind: "unknown", why, remedy, location: value.location } };
  }
  const settings = [...dataOf(manifests, resource).keys()].flatMap((key): Setting[] => {
    const resolved = resolve(manifests, workload, { ...value, key }, assume);
    if (resolved === undefined) return [];
    const location = resolved.kind === "text" ? resolved.location : value.location;
    return [{ key: variableKey(`${value.prefix}${key}`), value: resolved, location }];
  });
  const open = manifests.openAt(resource);
  return open === undefined ? { settings } : { settings, more: unreadKeys(value, open) };
}

/**
 * What is taken for granted of a key of a Secret that is not in the repository: without it the pod does not start, and
 * to keep it out of the repository is right.
 */
function assumedValue(
  { to, name, key, optional, location }: Extract<EnvironmentValue, { kind: "reference" }>,
  { assumesSecrets }: Assumptions,
): Extract<SettingValue, { kind: "hidden" }> | undefined {
  if (to !== "Secret" || optional || !assumesSecrets) return undefined;
  const assumption = `The Secret "${name}" is not in the repository, and is assumed to hold the key "${key}".`;
  return { kind: "hidden", location, assumption };
}

/** A value as it is written. `${NAME}` in it is what deployment tools fill in with what they keep elsewhere. */
function written(
  { text, location }: { readonly text: string; readonly location: Location },
  { assumesSecrets }: Assumptions,
): SettingValue {
  const [variable] = /\$\{[A-Za-z_]\w*\}/.exec(text) ?? [];
  if (variable === undefined) return { kind: "text", text, location };
  const why = `What fills in ${variable} is not in the repository`;
  if (assumesSecrets) return { kind: "hidden", location, assumption: `${why}, and is assumed to.` };
  const remedy =
    "Keep the value in a Secret and refer to it, or add what fills it in to the files that are checked.";
  return { kind: "unknown", why: `${why}.`, remedy, location };
}

/** Keys of a Secret or ConfigMap that is made of a file that was not read. */
function unreadKeys(
  { to, name }: Extract<EnvironmentValue, { kind: "reference" }>,
  location: Location,
): Extract<SettingValue, { kind: "unknown" }> {
  return {
    kind: "unknown",
    why: `The ${to} "${name}" has keys from a file that is not among the files checked.`,
    remedy: `If it has what is needed, state it under "assume: ${to === "Secret" ? "secrets" : "configMaps"}" in the configuration.`,
    location,
  };
}

function readOutputs(settings: readonly Setting[]): SidekickOutput[] {
  return knownOutputs.flatMap((output) => {
    const prefix = `${output.output}.`;
    const own = settings.filter(({ key }) => key.startsWith(prefix));
    // Defaults alone, such as those that a full example has, switch nothing on.
    const begun = own.filter(
      ({ key, value }) =>
        output.needs.includes(key.slice(prefix.length)) && !(value.kind === "text" && isOff(value.text)),
    );
    const first = begun[0];
    if (first === undefined) return [];
    return [
      {
        name: output.output,
        reach: output.reach,
        works: works(output, own, first.location),
        minimum: minimumOf(own, prefix, first.location),
        settings: own,
        location: first.location,
      },
    ];
  });
}

function isOff(value: string): boolean {
  return value.trim() === "" || value === "false";
}

function works(output: KnownOutput, own: readonly Setting[], location: Location): SidekickOutput["works"] {
  const name = titleOf(output.output);
  for (const need of output.needs) {
    const setting = settingOf(own, `${output.output}.${need}`);
    const value = setting?.value;
    if (setting === undefined || (value?.kind === "text" && isOff(value.text)))
      return broken(`The output ${name} stays off without "${need}".`, setting?.location ?? location);
    if (value?.kind === "missing") return broken(value.why, value.location);
    if (value?.kind === "text" && isPlaceholder(value.text))
      return broken(`"${need}" of the output ${name} is a placeholder, not a real value.`, value.location);
  }
  for (const need of output.needs) {
    const value = settingOf(own, `${output.output}.${need}`)?.value;
    if (value?.kind === "unknown")
      return { ...unknown(value.why, value.remedy, value.location), sentence: value.why };
  }
  const [assumption] = output.needs.flatMap((need) => {
    const value = settingOf(own, `${output.output}.${need}`)?.value;
    return value?.kind === "hidden" ? (value.assumption ?? []) : [];
  });
  const whole = `The output ${name} has what it needs.`;
  return assumption === undefined
    ? { ...known(true, location), sentence: whole }
    : { ...known(true, location), sentence: assumption, assumed: true };
}

function broken(sentence: string, location: Location): SidekickOutput["works"] {
  return { ...known(false, location), sentence };
}

function minimumOf(own: readonly Setting[], prefix: string, location: Location): Known<Priority> {
  const setting = settingOf(own, `${prefix}minimumpriority`);
  const value = setting?.value;
  if (setting === undefined || value === undefined) return known("debug", location);
  // A word that is not a priority lets everything pass.
  if (value.kind === "text") return known(parsePriority(value.text) ?? "debug", value.location);
  const why = "The minimum priority comes from a Secret or ConfigMap that is not among the files checked.";
  return unknown(why, "Write it as a plain value.", setting.location);
}

const titles: Readonly<Record<string, string>> = {
  slack: "Slack",
  pagerduty: "PagerDuty",
  opsgenie: "Opsgenie",
  teams: "Microsoft Teams",
  alertmanager: "Alertmanager",
  elasticsearch: "Elasticsearch",
  loki: "Loki",
  discord: "Discord",
  kafka: "Kafka",
  smtp: "SMTP",
  webhook: "webhook",
  talon: "Falco Talon",
  grafanaoncall: "Grafana OnCall",
};

/** The output's name as people write it. */
export function titleOf(output: string): string {
  return Object.hasOwn(titles, output) ? titles[output]! : output;
}
