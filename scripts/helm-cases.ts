/**
 * Values for the charts of Falco and falcosidekick, over which our model of the charts is held against Helm. All pairs
 * of settings occur, several times among many others and once alone, where nothing hides what they do.
 */

/** How the official chart is installed. */
export interface HelmCase {
  readonly chart: string;
  /** A chart with the official one as a dependency, under its name or an alias. */
  readonly parent?: "falco" | "sensor" | "edge-sensor";
  readonly release: string;
  readonly namespace: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Settings of one thing, of which a case has one; the first is what most have. */
type Choices = readonly Record<string, unknown>[];

/** The newest release of each major version, and those around larger changes. */
export const CHARTS = ["4.0.0", "4.21.3", "5.0.3", "6.4.1", "7.2.1", "8.0.5", "9.1.0"] as const;

/** Releases of the second round, of which the first has none. */
export const OTHER_CHARTS = [
  "4.2.2",
  "4.8.1",
  "4.16.0",
  "4.22.0",
  "5.0.0",
  "6.0.0",
  "6.2.5",
  "7.0.3",
  "7.1.2",
  "8.0.0",
  "8.0.3",
  "9.0.0",
] as const;

const usual = {};

/** What touches names, ports, labels and namespaces: all pairs of these occur alone. */
const names: Readonly<Record<string, Choices>> = {
  release: [
    { release: "falco" },
    { release: "prod" },
    { release: "my-falcosidekick" },
    { release: "runtime" },
  ],
  parent: [usual, { parent: "falco" }, { parent: "sensor" }],
  namespace: [{ namespace: "falco" }, { namespace: "security" }],
  fullname: [usual, { fullnameOverride: "agent" }],
  name: [usual, { nameOverride: "detector" }, { nameOverride: "" }],
  space: [usual, { namespaceOverride: "sensors" }],
  sidekick: [{ "falcosidekick.enabled": true }, { "falcosidekick.enabled": false }],
  sidekickFullname: [
    usual,
    { "falcosidekick.fullnameOverride": "kick" },
    { "falcosidekick.fullnameOverride": "falco-falcosidekick" },
    { "falcosidekick.fullnameOverride": "prod-falco-falcosidekick" },
  ],
  sidekickName: [usual, { "falcosidekick.nameOverride": "relay" }],
  sidekickPort: [usual, { "falcosidekick.service.port": 8080 }],
  listenPort: [usual, { "falcosidekick.listenPort": "2900" }, { "falcosidekick.listenport": "8080" }],
  domain: [usual, { "falcosidekick.fullfqdn": true }],
  url: [
    usual,
    { "falco.http_output.url": "http://prod-falcosidekick:2801" },
    { "falco.http_output.url": "http://kick.security.svc:8080/" },
    { "falco.http_output.enabled": true, "falco.http_output.url": "https://alerts.example.com/falco" },
  ],
  replicas: [usual, { "falcosidekick.replicaCount": 0 }, { "falcosidekick.replicaCount": 3 }],
  output: [
    { "falcosidekick.config.slack.webhookurl": "https://hooks.example.com/services/a" },
    { "falcosidekick.config.existingSecret": "relay-settings" },
    { "falcosidekick.config.webhook": { address: "http://receiver.example.com", minimumpriority: "error" } },
    { "falcosidekick.config.nodered": { address: "http://node-red.example.com", customheaders: "a:b" } },
    {
      "falcosidekick.config.extraEnv": [
        { name: "SLACK_WEBHOOKURL", value: "https://hooks.example.com/services/b" },
      ],
    },
    usual,
  ],
  ui: [usual, { "falcosidekick.webui.enabled": true }],
  sidekickLabels: [usual, { "falcosidekick.podLabels": { team: "alerts" } }],
  labels: [usual, { podLabels: { team: "runtime" } }],
  tls: [usual, { "falcosidekick.config.tlsserver.deploy": true }],
  controller: [
    usual,
    { "controller.kind": "deployment" },
    { "controller.kind": "deployment", "controller.deployment.replicas": 2 },
  ],
};

/** What touches mounts, sources, drivers and outputs of Falco itself. */
const falco: Readonly<Record<string, Choices>> = {
  driver: [
    usual,
    { "driver.kind": "modern_ebpf" },
    { "driver.kind": "kmod" },
    { "driver.kind": "module" },
    { "driver.kind": "modern-bpf" },
    { "driver.kind": "modern_ebpf", "driver.modernEbpf.leastPrivileged": true },
    { "driver.enabled": false },
  ],
  loader: [usual, { "driver.loader.enabled": false }],
  sys: [usual, { "driver.modernEbpf.sysfsMount": false }, { "driver.sysfsMountPath": "/sys/kernel" }],
  engines: [
    usual,
    { "collectors.enabled": false },
    { "collectors.containerEngine.enabled": false },
    { "collectors.containerEngine.engines.docker.enabled": false },
    { "collectors.containerEngine.engines.cri.sockets": ["/run/crio/crio.sock"] },
    { "collectors.docker.enabled": false },
  ],
  rules: [
    { customRules: { "custom.yaml": "- list: approved_images\n  items: [registry.example.com]\n" } },
    usual,
    { customRules: { "a.yaml": "- list: one\n  items: [a]\n", "b.yaml": "- list: two\n  items: [b]\n" } },
  ],
  install: [usual, { "falcoctl.artifact.install.enabled": false }],
  follow: [usual, { "falcoctl.artifact.follow.enabled": false }],
  artifacts: [
    usual,
    { "falcoctl.config.artifact.allowedTypes": ["plugin"] },
    { "falcoctl.config.artifact.allowedTypes": ["rulesfile"] },
    { "falcoctl.config.artifact.install.refs": ["falco-rules:3.2.0", "k8saudit-rules:0.7"] },
    { "falcoctl.config.artifact.install.rulesfilesDir": "/elsewhere" },
    { "falcoctl.config.artifact.follow.refs": ["falco-incubating-rules:5"] },
  ],
  rulesFiles: [
    usual,
    { "falco.rules_files": ["/etc/falco/falco_rules.yaml", "/etc/falco/rules.d"] },
    { "falco.rules_file": ["/etc/falco/falco_rules.yaml"] },
  ],
  plugins: [
    usual,
    { "falco.load_plugins": ["k8saudit", "json"] },
    {
      "falco.load_plugins": ["k8saudit", "json"],
      "falco.plugins": [
        { name: "k8saudit", library_path: "libk8saudit.so", open_params: "http://:9765/k8s-audit" },
        { name: "json", library_path: "libjson.so" },
      ],
      services: [
        {
          name: "k8saudit-webhook",
          type: "NodePort",
          ports: [{ port: 9765, nodePort: 30007, protocol: "TCP" }],
        },
      ],
    },
    { "collectors.kubernetes.enabled": true },
  ],
  priority: [usual, { "falco.priority": "warning" }],
  json: [usual, { "falco.json_output": true }],
  standard: [usual, { "falco.stdout_output.enabled": false }],
  syslog: [usual, { "falco.syslog_output.enabled": false }],
  file: [
    usual,
    { "falco.file_output": { enabled: true, filename: "/var/log/falco.log", keep_alive: false } },
  ],
  grpc: [usual, { "falco.grpc.enabled": true, "falco.grpc_output.enabled": true }],
  server: [usual, { "falco.webserver.enabled": false }, { "falco.webserver.listen_port": 9000 }],
  account: [usual, { "serviceAccount.create": true }, { "serviceAccount.name": "reader" }],
  extra: [
    usual,
    { "extra.args": ["-o", "priority=error"] },
    { "extra.env": [{ name: "FALCO_HOSTNAME", value: "node" }] },
    { "extra.args": ["--disable-source", "syscall"] },
  ],
  mounts: [
    usual,
    {
      "mounts.volumes": [{ name: "more-rules", configMap: { name: "more-rules" } }],
      "mounts.volumeMounts": [
        { name: "more-rules", mountPath: "/etc/falco/rules.d/more.yaml", subPath: "more.yaml" },
      ],
    },
  ],
  metrics: [usual, { "metrics.enabled": true }],
  security: [usual, { containerSecurityContext: { privileged: true, readOnlyRootFilesystem: true } }],
  image: [
    usual,
    { "image.tag": "0.39.2" },
    { "image.registry": "registry.example.com", "image.repository": "falco" },
  ],
  pods: [
    usual,
    { tolerations: [] },
    { nodeSelector: { role: "worker" } },
    { podPriorityClassName: "system-node-critical" },
  ],
  resources: [usual, { resources: { limits: { memory: "2Gi" } } }, { resources: null }],
};

/** What only the second round has: what is set less often, or in another form. */
const further: Readonly<Record<string, Choices>> = {
  parent: [usual, { parent: "edge-sensor" }, { parent: "falco" }],
  release: [{ release: "falco" }, { release: "sec" }, { release: "falco-edge" }, { release: "kick" }],
  selection: [
    usual,
    { "falco.rules": [{ disable: { tag: "network" } }, { enable: { rule: "Terminal shell in container" } }] },
    { "falco.rules": [{ disable: { rule: "*" } }] },
  ],
  program: [
    usual,
    { "falco.program_output": { enabled: true, keep_alive: false, program: "logger -t falco" } },
  ],
  collector: [
    usual,
    { "falco.http_output": { enabled: true, url: "http://collector.logging:9880/falco", insecure: true } },
    { "falco.http_output.enabled": false },
  ],
  loki: [
    { "falcosidekick.enabled": true, "falcosidekick.config.loki": { hostport: "http://loki.logging:3100" } },
    {
      "falcosidekick.enabled": true,
      "falcosidekick.config.pagerduty": {
        routingkey: "a1b2c3d4e5f60718293a4b5c6d7e8f90",
        minimumpriority: "critical",
      },
    },
    {
      "falcosidekick.enabled": true,
      "falcosidekick.config.kafka": { hostport: "kafka.logging:9092", topic: "falco", minimumpriority: "" },
    },
    {
      "falcosidekick.enabled": true,
      "falcosidekick.config.aws.sns.topicarn": "arn:aws:sns:eu-west-1:123456789012:falco",
    },
    { "falcosidekick.enabled": true, "falcosidekick.config.elasticsearch": { hostport: "", index: "falco" } },
    { "falcosidekick.enabled": true, "falcosidekick.config.customfields": "cluster:edge" },
    { "falcosidekick.enabled": "true" },
  ],
  relayImage: [usual, { "falcosidekick.image.tag": "2.29.0" }],
  relayVariables: [
    usual,
    {
      "falcosidekick.config.extraEnv": [
        { name: "TEAMS_WEBHOOKURL", valueFrom: { secretKeyRef: { name: "teams", key: "url" } } },
      ],
    },
    {
      "falcosidekick.config.existingSecret": "relay",
      "falcosidekick.config.discord.webhookurl": "https://discord.example.com/a",
    },
  ],
  pagePort: [usual, { "falcosidekick.webui": { enabled: true, service: { port: 80 } } }],
  image: [
    usual,
    { "image.tag": "0.40.0-debian" },
    { "image.tag": 0.41 },
    { "image.tag": "0.43.0@sha256:0000000000000000000000000000000000000000000000000000000000000000" },
  ],
  configFiles: [usual, { "falco.config_files": ["/etc/falco/config.d"] }, { "falco.config_files": [] }],
  engine: [
    usual,
    { "falco.engine": { kind: "kmod", kmod: { buf_size_preset: 4 } } },
    { "driver.kind": "modern_ebpf", "driver.modernEbpf.bufSizePreset": 6 },
  ],
  rulesNames: [
    usual,
    { customRules: {} },
    { customRules: { "rules-custom": "- list: named\n  items: [a]\n" } },
    { customRules: { "one.yaml": "- macro: never\n  condition: (never_true)\n", "zero.yml": "" } },
  ],
  proc: [usual, { "mounts.enforceProcMount": true }],
  initial: [usual, { "extra.initContainers": [{ name: "wait", image: "registry.example.com/wait:1" }] }],
  talon: [usual, { "responseActions.enabled": true }],
  certificates: [usual, { "certs.existingSecret": "falco-certs" }],
  references: [
    usual,
    {
      "falcoctl.config.artifact.install": {
        refs: ["registry.example.com/rules/own:1.0.0"],
        resolveDeps: false,
      },
    },
    { "falcoctl.config.artifact": { install: { refs: [] }, follow: { refs: [] } } },
    { "falcoctl.artifact": { install: { enabled: false }, follow: { enabled: true } } },
  ],
  listen: [usual, { "falco.webserver": { enabled: true, listen_port: 8766, ssl_enabled: true } }],
  audit: [
    usual,
    {
      "driver.enabled": false,
      "collectors.enabled": false,
      "controller.kind": "deployment",
      "falco.load_plugins": ["cloudtrail", "json"],
      "falco.plugins": [
        { name: "cloudtrail", library_path: "libcloudtrail.so", open_params: "sqs://alerts" },
        { name: "json", library_path: "libjson.so", init_config: "" },
      ],
    },
  ],
  daemon: [
    usual,
    { "controller.daemonset.updateStrategy.type": "OnDelete" },
    { "controller.labels": { tier: "node" } },
  ],
  nulls: [
    usual,
    { "falco.rules_files": null },
    { "falco.priority": null },
    { "falco.http_output.url": null },
    { falcoctl: null },
  ],
};

/** What the charts refuse, or some of them. */
const refused: Choices = [
  { "driver.kind": "ebpf" },
  { "driver.kind": "gvisor" },
  { "driver.kind": "auto" },
  { "driver.kind": "" },
  { "driver.kind": "bpf" },
  { "driver.ebpf": { path: "/root/.falco/falco-bpf.o" } },
  { "falco.grpc": { enabled: true } },
  { "falco.grpc_output": { enabled: true } },
  { "falco.http_output": null },
  { falcosidekick: null },
];

/** The same of the second round. */
const furtherRefused: Choices = [
  { driver: null },
  { "falcosidekick.config": null },
  { "falcosidekick.enabled": true, "falcosidekick.config": null },
  { collectors: null },
  { "collectors.kubernetes": null },
  { falco: null },
  { "falcosidekick.service": null },
  { controller: null },
  { image: null },
  { "falco.webserver": null },
  { "falco.http_output": null },
  { "falcosidekick.enabled": true, "falcosidekick.webui": null },
  { "falcosidekick.enabled": true, "falcosidekick.image": null },
  { "falcosidekick.enabled": true, "falcosidekick.service": null },
  { mounts: null },
  { extra: null },
  { serviceAccount: null },
  { metrics: null },
  { services: null },
  { "falcoctl.config": null },
  { "falcoctl.artifact": null },
  { "driver.loader": null },
  { "collectors.containerEngine": null },
  { customRules: null },
  { "falco.engine": null },
];

export function helmCases(): HelmCase[] {
  const all = { ...names, ...falco };
  const sets = [
    ...CHARTS.flatMap((chart) => refused.map((settings) => ({ chart, ...settings }))),
    ...CHARTS.map((chart) => ({ chart })),
    ...alone(names).map((settings, index) => ({
      chart: CHARTS[CHARTS.length - 1 - (index % 3)]!,
      ...settings,
    })),
    ...alone(falco).map((settings, index) => ({ chart: CHARTS[index % CHARTS.length]!, ...settings })),
    ...pairs(names).map((settings, index) => ({ chart: CHARTS[index % CHARTS.length]!, ...settings })),
    ...among({ chart: CHARTS.map((chart) => ({ chart })), ...all }, 1),
    ...OTHER_CHARTS.flatMap((chart, index) =>
      furtherRefused
        .filter((_, at) => (at + index) % 3 === 0)
        .map((settings) => ({ chart, release: "falco", ...settings })),
    ),
    ...alone(further).map((settings, index) => ({
      chart: OTHER_CHARTS[index % OTHER_CHARTS.length]!,
      ...settings,
    })),
    ...among({ chart: OTHER_CHARTS.map((chart) => ({ chart })), ...all, ...further }, 2024),
  ];
  const cases = new Map(sets.map((settings) => toCase(settings)).map((made) => [JSON.stringify(made), made]));
  return [...cases.values()];
}

/** Each choice that is not the usual one, by itself. */
function alone(things: Readonly<Record<string, Choices>>): Record<string, unknown>[] {
  const first = firstOf(things);
  return Object.values(things).flatMap((choices) =>
    choices.slice(1).map((choice) => without(first, choices, choice)),
  );
}

/** Each two choices of different things, by themselves; of their large number every second, in turn with the charts. */
function pairs(things: Readonly<Record<string, Choices>>): Record<string, unknown>[] {
  const first = firstOf(things);
  const list = Object.values(things);
  const made = list.flatMap((one, index) =>
    list
      .slice(index + 1)
      .flatMap((other) =>
        one.slice(1).flatMap((a) => other.slice(1).map((b) => without(without(first, one, a), other, b))),
      ),
  );
  return made.filter((_, index) => index % 2 === 0);
}

function firstOf(things: Readonly<Record<string, Choices>>): Record<string, unknown> {
  return Object.assign({}, ...Object.values(things).map(([first]) => first));
}

function without(
  settings: Record<string, unknown>,
  choices: Choices,
  choice: Record<string, unknown>,
): Record<string, unknown> {
  const rest = Object.entries(settings).filter(([key]) => !Object.keys(choices[0]!).includes(key));
  return { ...Object.fromEntries(rest), ...choice };
}

/** Sets in which each two choices occur together, found greedily; the numbers follow from the seed. */
function among(things: Readonly<Record<string, Choices>>, seed: number): Record<string, unknown>[] {
  const lists = Object.values(things);
  const open = new Set<string>();
  for (const [i, one] of lists.entries()) {
    for (const [j, other] of lists.entries()) {
      if (i >= j) continue;
      for (const a of one.keys()) for (const b of other.keys()) open.add(`${i}.${a} ${j}.${b}`);
    }
  }
  const random = generator(seed);
  const sets: Record<string, unknown>[] = [];
  while (open.size > 0) {
    const candidates = Array.from({ length: 30 }, () =>
      lists.map((choices) => Math.floor(random() * choices.length)),
    );
    const best = candidates.map((picks) => ({ picks, covers: covered(picks, open) }));
    best.sort((a, b) => b.covers.length - a.covers.length);
    const { picks, covers } = best[0]!;
    for (const pair of covers) open.delete(pair);
    if (covers.length > 0) sets.push(Object.assign({}, ...picks.map((pick, index) => lists[index]![pick])));
  }
  return sets;
}

function covered(picks: readonly number[], open: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let i = 0; i < picks.length; i++) {
    for (let j = i + 1; j < picks.length; j++) {
      const pair = `${i}.${picks[i]} ${j}.${picks[j]}`;
      if (open.has(pair)) found.push(pair);
    }
  }
  return found;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 0x100_0000;
  };
}

/** Keys with dots become values in values; the others say how the chart is installed. */
function toCase({ chart, parent, release, namespace, ...settings }: Record<string, unknown>): HelmCase {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(settings)) {
    const steps = key.split(".");
    let target = values;
    for (const step of steps.slice(0, -1)) {
      target[step] ??= {};
      target = target[step] as Record<string, unknown>;
    }
    target[steps.at(-1)!] = value;
  }
  return {
    chart: String(chart),
    ...(parent === undefined ? {} : { parent: parent as "falco" | "sensor" }),
    release: String(release ?? "falco"),
    namespace: String(namespace ?? "falco"),
    values,
  };
}
