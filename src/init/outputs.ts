/** A setting of falcosidekick: a value, or the key of the Secret that holds it. */
type Setting = { readonly name: string } & ({ readonly value: string } | { readonly secret: string });

interface Output {
  /** As people call it, with what it is for. */
  readonly title: string;
  readonly settings: readonly Setting[];
  /** The port inside the cluster, where it is not HTTPS outside. */
  readonly port?: number;
  /** The name of the pods with that port, beside falcosidekick; those of the namespace `monitoring` where there is none. */
  readonly pods?: string;
  /** The file of the reference policies that deploys it. */
  readonly file?: string;
}

const minimum = (name: string, value: string): Setting => ({ name: `${name}_MINIMUMPRIORITY`, value });

/** The outputs that a start can have, with the variables by which falcosidekick knows them. */
const outputs = {
  slack: {
    title: "Slack: everything that is reported",
    settings: [
      { name: "SLACK_WEBHOOKURL", secret: "SLACK_WEBHOOK_URL" },
      minimum("SLACK", "notice"),
      { name: "SLACK_OUTPUTFORMAT", value: "text" },
      { name: "SLACK_MESSAGEFORMAT", value: "*{{ .Priority }}* {{ .Rule }} on {{ .Hostname }}" },
    ],
  },
  teams: {
    title: "Microsoft Teams: everything that is reported",
    settings: [{ name: "TEAMS_WEBHOOKURL", secret: "TEAMS_WEBHOOK_URL" }, minimum("TEAMS", "notice")],
  },
  pagerduty: {
    title: "PagerDuty: what must wake somebody",
    settings: [
      { name: "PAGERDUTY_ROUTINGKEY", secret: "PAGERDUTY_ROUTING_KEY" },
      minimum("PAGERDUTY", "critical"),
    ],
  },
  opsgenie: {
    title: "Opsgenie: what must wake somebody",
    settings: [{ name: "OPSGENIE_APIKEY", secret: "OPSGENIE_API_KEY" }, minimum("OPSGENIE", "critical")],
  },
  loki: {
    title: "Loki: a store that keeps the alerts as evidence",
    settings: [
      { name: "LOKI_HOSTPORT", value: "http://loki.monitoring.svc.cluster.local:3100" },
      { name: "LOKI_FORMAT", value: "json" },
      minimum("LOKI", "notice"),
    ],
    port: 3100,
  },
  elasticsearch: {
    title: "Elasticsearch: a store that keeps the alerts as evidence",
    settings: [
      { name: "ELASTICSEARCH_HOSTPORT", value: "http://elasticsearch.monitoring.svc.cluster.local:9200" },
      { name: "ELASTICSEARCH_INDEX", value: "falco" },
      minimum("ELASTICSEARCH", "notice"),
    ],
    port: 9200,
  },
  alertmanager: {
    title: "Alertmanager: routes by framework and priority",
    settings: [
      {
        name: "ALERTMANAGER_HOSTPORT",
        value: "http://alertmanager-operated.monitoring.svc.cluster.local:9093",
      },
      minimum("ALERTMANAGER", "notice"),
    ],
    port: 9093,
  },
  talon: {
    title: "Falco Talon: acts by itself, marks pods in which something is certain to be wrong",
    settings: [
      { name: "TALON_ADDRESS", value: "http://falco-talon.falco-system.svc.cluster.local:2803" },
      minimum("TALON", "critical"),
    ],
    port: 2803,
    pods: "falco-talon",
    file: "falco/response/falco-talon.yaml",
  },
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof outputs;

export const outputNames = Object.keys(outputs) as OutputName[];

/** Those that nobody has to ask for: they tell people and keep alerts, and change nothing in the cluster. */
export const usualOutputs: readonly OutputName[] = ["slack", "pagerduty", "loki"];

export function outputTitle(name: OutputName): string {
  return outputs[name].title;
}

function settingsOf(names: readonly OutputName[]): Setting[] {
  return names.flatMap((name): readonly Setting[] => outputs[name].settings);
}

/** The keys that somebody puts into the Secret. */
export function secretKeys(names: readonly OutputName[]): string[] {
  return settingsOf(names).flatMap((setting) => ("secret" in setting ? [setting.secret] : []));
}

/** The addresses inside the cluster that are written as they are usually called. */
export function addresses(names: readonly OutputName[]): string[] {
  return settingsOf(names).flatMap((setting) =>
    "value" in setting && setting.name.endsWith("_HOSTPORT") ? [setting.value] : [],
  );
}

/** Items of a container's `env:`, each line with that indentation. */
export function envItems(names: readonly OutputName[], indent: number): string {
  const lines = settingsOf(names).flatMap((setting) => [
    `- name: ${setting.name}`,
    ...("secret" in setting
      ? [
          "  valueFrom:",
          "    secretKeyRef:",
          "      name: falcosidekick-secrets",
          `      key: ${setting.secret}`,
        ]
      : [`  value: ${/[*{:]/.test(setting.value) ? `'${setting.value}'` : setting.value}`]),
  ]);
  return lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}

/** The files that deploy the outputs themselves. */
export function outputFiles(names: readonly OutputName[]): string[] {
  return names.flatMap((name) => {
    const { file }: Output = outputs[name];
    return file ?? [];
  });
}

/** Items of a NetworkPolicy's `egress:` to the outputs inside the cluster. */
export function egressItems(names: readonly OutputName[]): string {
  const inside = names.map((name): Output => outputs[name]).filter(({ port }) => port !== undefined);
  const monitoring = inside.filter(({ pods }) => pods === undefined);
  return [
    ...(monitoring.length === 0
      ? []
      : [egressItem("namespaceSelector", "kubernetes.io/metadata.name: monitoring", monitoring)]),
    ...inside.flatMap((output) =>
      output.pods === undefined
        ? []
        : [egressItem("podSelector", `app.kubernetes.io/name: ${output.pods}`, [output])],
    ),
  ].join("");
}

function egressItem(selector: string, label: string, to: readonly Output[]): string {
  return `    - to:
        - ${selector}:
            matchLabels:
              ${label}
      ports:
${to.map(({ port }) => `        - port: ${port}\n          protocol: TCP\n`).join("")}`;
}

/** The command that makes the Secret of the outputs. */
export function secretCommand(names: readonly OutputName[]): string {
  const keys = secretKeys(names).map((key) => `  --from-literal=${key}='...'`);
  return ["kubectl create secret generic falcosidekick-secrets -n falco-system", ...keys].join(" \\\n");
}
