/** A setting of falcosidekick: a value, or the key of the Secret that holds it. */
type Setting = { readonly name: string } & ({ readonly value: string } | { readonly secret: string });

interface Output {
  /** As people call it, with what it is for. */
  readonly title: string;
  readonly settings: readonly Setting[];
  /** The port inside the cluster, in the namespace `monitoring`, where it is not HTTPS outside. */
  readonly port?: number;
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
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof outputs;

export const outputNames = Object.keys(outputs) as OutputName[];

/** Those of the reference policies. */
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

/** Items of a NetworkPolicy's `egress:` to the outputs inside the cluster. */
export function egressItems(names: readonly OutputName[]): string {
  const ports = names.flatMap((name) => {
    const output: Output = outputs[name];
    return output.port ?? [];
  });
  if (ports.length === 0) return "";
  return `    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
      ports:
${ports.map((port) => `        - port: ${port}\n          protocol: TCP\n`).join("")}`;
}

/** The command that makes the Secret of the outputs. */
export function secretCommand(names: readonly OutputName[]): string {
  const keys = secretKeys(names).map((key) => `  --from-literal=${key}='...'`);
  return ["kubectl create secret generic falcosidekick-secrets -n falco-system", ...keys].join(" \\\n");
}
