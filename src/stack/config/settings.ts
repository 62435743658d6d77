import {
  at,
  booleanAt,
  entries,
  items,
  type Located,
  type LocatedList,
  type Location,
  located,
  type Node,
  text,
  textAt,
  textsAt,
} from "../../project/index.ts";

export type ChannelName = "stdout" | "syslog" | "file" | "program" | "http" | "grpc";

/** The settings of falco.yaml that decide on deployment and coverage; what is not written is undefined. */
export interface FalcoSettings {
  /** `rules_files`, or its name before 0.38, `rules_file`. */
  readonly rulesFiles: readonly Located<string>[];
  /** `rules`: the items that enable and disable rules. */
  readonly selection: readonly SelectionItem[];
  readonly plugins: Located<readonly PluginItem[]> | undefined;
  readonly loadPlugins: LocatedList<string> | undefined;
  readonly engine: Engine | undefined;
  readonly priority: Located<string> | undefined;
  readonly ruleMatching: Located<string> | undefined;
  readonly jsonOutput: Located<boolean> | undefined;
  readonly jsonIncludeOutputFields: Located<boolean> | undefined;
  readonly timeFormatIso8601: Located<boolean> | undefined;
  readonly outputs: Readonly<Record<ChannelName, OutputSettings | undefined>>;
  readonly appendOutput: readonly AppendOutput[];
  readonly baseSyscalls: BaseSyscalls;
  readonly syscallEventDrops: SyscallEventDrops | undefined;
  readonly metricsEnabled: Located<boolean> | undefined;
  readonly webserver: WebServer;
}

export interface SelectionItem extends Location {
  readonly enable: boolean;
  /** A rule's name, or a pattern with `*`. */
  readonly rule: string | undefined;
  readonly tag: string | undefined;
}

/** An item of `plugins`. */
export interface PluginItem extends Location {
  readonly name: string;
  readonly libraryPath: string;
  readonly openParams: string | undefined;
  /** Of the container plugin: its settings by runtime. */
  readonly engines: ReadonlyMap<string, ContainerEngine>;
}

export interface ContainerEngine {
  readonly enabled: boolean;
  readonly sockets: readonly string[];
}

export interface Engine extends Location {
  readonly kind: Located<string> | undefined;
}

/** One output channel, such as `http_output`. */
export interface OutputSettings extends Location {
  readonly enabled: Located<boolean> | undefined;
  /** `url` of http_output, `program` of program_output, `filename` of file_output. */
  readonly target: Located<string> | undefined;
}

/** An item of `append_output`: what is added to the outputs of the rules that it matches. */
export interface AppendOutput extends Location {
  /** Conditions that a rule has to meet all; undefined for every rule. */
  readonly source: string | undefined;
  readonly rule: string | undefined;
  readonly tags: readonly string[];
  readonly suggested: boolean;
  readonly extraOutput: string | undefined;
  /** Names of fields, or the formats that fields of an own name get. */
  readonly extraFields: readonly string[];
}

/** `base_syscalls` */
export interface BaseSyscalls {
  readonly all: boolean;
  /** Names, those that are left out with `!`. */
  readonly customSet: readonly string[];
}

export interface SyscallEventDrops extends Location {
  readonly actions: LocatedList<string> | undefined;
}

export interface WebServer {
  readonly enabled: Located<boolean> | undefined;
  readonly listenPort: Located<string> | undefined;
  readonly healthEndpoint: Located<string> | undefined;
  readonly prometheusMetrics: Located<boolean> | undefined;
}

/** The typed view of a falco.yaml, of a part of one, or of several that are merged. */
export function readSettings(root: Node): FalcoSettings {
  // Falco does not start with both. Which files are meant shows where somebody wrote the old name beside a chart's new one.
  const rulesFiles = at(root, "rules_file") ?? at(root, "rules_files");
  const drops = at(root, "syscall_event_drops");
  const engine = at(root, "engine");
  const server = at(root, "webserver");
  const plugins = at(root, "plugins");
  return {
    rulesFiles:
      rulesFiles?.kind === "scalar" ? [textAt(rulesFiles) ?? []].flat() : (textsAt(rulesFiles)?.value ?? []),
    selection: items(at(root, "rules")).flatMap((item) => selectionItem(item) ?? []),
    plugins: plugins && located(items(plugins).flatMap(pluginItem), plugins),
    loadPlugins: textsAt(root, "load_plugins"),
    engine: engine && { text: engine.text, span: engine.span, kind: textAt(engine, "kind") },
    priority: textAt(root, "priority"),
    ruleMatching: textAt(root, "rule_matching"),
    jsonOutput: booleanAt(root, "json_output"),
    jsonIncludeOutputFields: booleanAt(root, "json_include_output_fields_property"),
    timeFormatIso8601: booleanAt(root, "time_format_iso_8601"),
    outputs: {
      stdout: outputSettings(at(root, "stdout_output")),
      syslog: outputSettings(at(root, "syslog_output")),
      file: outputSettings(at(root, "file_output"), "filename"),
      program: outputSettings(at(root, "program_output"), "program"),
      http: outputSettings(at(root, "http_output"), "url"),
      grpc: outputSettings(at(root, "grpc_output")),
    },
    appendOutput: items(at(root, "append_output")).map(appendOutput),
    baseSyscalls: {
      all: text(at(root, "base_syscalls", "all")) === "true",
      customSet: (textsAt(root, "base_syscalls", "custom_set")?.value ?? []).map(({ value }) => value),
    },
    syscallEventDrops: drops && { text: drops.text, span: drops.span, actions: textsAt(drops, "actions") },
    metricsEnabled: booleanAt(root, "metrics", "enabled"),
    webserver: {
      enabled: booleanAt(server, "enabled"),
      listenPort: textAt(server, "listen_port"),
      healthEndpoint: textAt(server, "k8s_healthz_endpoint"),
      prometheusMetrics: booleanAt(server, "prometheus_metrics_enabled"),
    },
  };
}

/** Falco reads one of the two keys of an item. */
function selectionItem(item: Node): SelectionItem | undefined {
  const enable = at(item, "enable");
  const target = enable ?? at(item, "disable");
  return (
    target && {
      text: target.text,
      span: target.span,
      enable: enable !== undefined,
      rule: text(at(target, "rule")),
      tag: text(at(target, "tag")),
    }
  );
}

function pluginItem(item: Node): PluginItem[] {
  const name = text(at(item, "name"));
  if (name === undefined) return [];
  const engines = at(item, "init_config", "engines");
  return [
    {
      text: item.text,
      span: item.span,
      name,
      libraryPath: text(at(item, "library_path")) ?? "",
      openParams: text(at(item, "open_params")),
      engines: containerEngines(engines),
    },
  ];
}

function outputSettings(node: Node | undefined, target?: string): OutputSettings | undefined {
  if (node === undefined) return undefined;
  const { text: within, span } = node;
  return {
    text: within,
    span,
    enabled: booleanAt(node, "enabled"),
    target: target === undefined ? undefined : textAt(node, target),
  };
}

function containerEngines(engines: Node | undefined): Map<string, ContainerEngine> {
  return new Map(
    entries(engines).map(({ key, value }) => [
      key,
      {
        enabled: text(at(value, "enabled")) !== "false",
        sockets: (textsAt(value, "sockets")?.value ?? []).map((socket) => socket.value),
      },
    ]),
  );
}

function appendOutput(item: Node): AppendOutput {
  return {
    text: item.text,
    span: item.span,
    source: text(at(item, "match", "source")),
    rule: text(at(item, "match", "rule")),
    tags: items(at(item, "match", "tags")).map((tag) => text(tag) ?? ""),
    suggested: text(at(item, "suggested_output")) === "true",
    extraOutput: text(at(item, "extra_output")),
    extraFields: items(at(item, "extra_fields")).flatMap((field) =>
      field.kind === "map" ? field.entries.map(({ value }) => text(value) ?? "") : (text(field) ?? []),
    ),
  };
}
