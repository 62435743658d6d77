import { expect, test } from "vitest";
import type { RuleCoverage } from "../../src/compliance/coverage.ts";
import type { Control } from "../../src/compliance/framework.ts";
import { supportCoverage } from "../../src/compliance/support.ts";
import { readResources } from "../../src/kubernetes/resource.ts";
import { readMonitoring } from "../../src/monitoring/queries.ts";
import { readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";
import { readApplied } from "../../src/stack/deploy/applied.ts";
import { rulesetsOf } from "../../src/stack/rules/rulesets.ts";
import { readStacks } from "../../src/stack/stacks.ts";

interface Workspace {
  readonly kind?: string;
  readonly falco?: string;
  /** Variables of falcosidekick; without them there is none. */
  readonly sidekick?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly rules?: readonly RuleCoverage[];
}

const forwarding = `json_output: true
http_output: {enabled: true, url: "http://falcosidekick:2801/"}
syscall_event_drops: {actions: [log, alert]}
`;

function manifests({ kind = "DaemonSet", falco = "", sidekick }: Workspace): string {
  const [main = "", ownRules = ""] = falco.split(/^own\.yaml: \|$/m);
  const config = main.trim().replace(/^/gm, "    ");
  const own = ownRules === "" ? "" : `  own.yaml: |\n${ownRules.replace(/^(?=.)/gm, "  ")}`;
  const env = Object.entries(sidekick ?? {}).map(
    ([name, value]) => `            - {name: ${name}, value: "${value}"}\n`,
  );
  return `apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
${config}
${own}
---
apiVersion: apps/v1
kind: ${kind}
metadata: {name: falco, namespace: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
          volumeMounts: [{name: proc, mountPath: /host/proc}, {name: config, mountPath: /etc/falco}]
      volumes: [{name: proc, hostPath: {path: /proc}}, {name: config, configMap: {name: falco}}]
${
  sidekick === undefined
    ? ""
    : `---
apiVersion: v1
kind: Service
metadata: {name: falcosidekick, namespace: falco}
spec: {selector: {app: sidekick}, ports: [{port: 2801}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick, namespace: falco}
spec:
  selector: {matchLabels: {app: sidekick}}
  template:
    metadata: {labels: {app: sidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.32.0
          ports: [{containerPort: 2801}]
          env:
${env.join("")}`
}`;
}

async function property(id: string, workspace: Workspace): Promise<RuleCoverage> {
  const files = {
    ...(workspace.falco === undefined ? {} : { "falco.yaml": manifests(workspace) }),
    ...workspace.files,
  };
  const texts = Object.entries(files).map(([file, content]) => new Text(file, content));
  const project = readProject({ texts, skipped: [] });
  const resources = readResources(project);
  const stacks = readStacks(project, readApplied(project, resources));
  const control = { properties: [id] } as unknown as Control;
  const model = {
    project,
    stacks,
    rulesets: rulesetsOf(project, stacks, {}),
    monitoring: await readMonitoring(project, resources, []),
    rules: workspace.rules ?? [],
  };
  return supportCoverage(model)(control)[0]!;
}

const rule = (output: string) => `- rule: Shell started
  desc: A shell starts.
  condition: evt.type = execve and proc.name = bash
  output: ${output}
  priority: WARNING
  tags: [shell]
`;
/** falco.yaml with one rule of its own, which has that output. */
const withRule = (output: string, more = ""): string => `rules_files: [/etc/falco/own.yaml]
plugins: [{name: container, library_path: libcontainer.so}]
${forwarding}${more}
own.yaml: |
  ${rule(output).trim().replaceAll("\n", "\n  ")}
`;
const alertOn = (expr: string, kind = "alert") =>
  `groups:\n  - name: g\n    rules:\n      - ${kind}: StoreFillsUp\n        expr: '${expr}'\n`;

const slack = { SLACK_WEBHOOKURL: "https://hooks.slack.com/services/T0/B0/x1y2z3" };
const elasticsearch = { ELASTICSEARCH_HOSTPORT: "http://elasticsearch:9200" };
/** An index lifecycle policy that moves events to a slow phase and deletes them after 400 days. */
const lifecycle = (phase: string, age: string) =>
  `{"policy":{"phases":{"hot":{"min_age":"0ms"},"${phase}":{"min_age":"${age}","actions":{}},"delete":{"min_age":"400d","actions":{"delete":{}}}}}}`;
const loki = { LOKI_HOSTPORT: "http://loki:3100" };

test.each<[string, Workspace]>([
  ["sensor-on-every-node", { falco: forwarding }],
  ["events-forwarded", { falco: forwarding, sidekick: loki }],
  ["events-stored", { falco: forwarding, sidekick: loki }],
  ["machine-readable", { falco: forwarding, sidekick: loki }],
  ["record-fields", { falco: forwarding, sidekick: loki }],
  ["time-in-utc", { falco: forwarding }],
  ["time-in-utc", { falco: "time_format_iso_8601: true\nrules_files: []\n" }],
  ["people-alerted", { falco: forwarding, sidekick: slack }],
  [
    "people-paged",
    { falco: forwarding, sidekick: { PAGERDUTY_ROUTINGKEY: "0123456789abcdef0123456789abcdef" } },
  ],
  ["drops-alerted", { falco: forwarding, sidekick: slack }],
  ["responds-automatically", { falco: forwarding, sidekick: { TALON_ADDRESS: "http://falco-talon:2803" } }],
  [
    "retention-six-years",
    {
      falco: forwarding,
      sidekick: loki,
      files: { "loki.yaml": "compactor: {retention_enabled: true}\nlimits_config: {retention_period: 6y}\n" },
    },
  ],
  [
    "retention-three-months-at-hand",
    { falco: forwarding, sidekick: elasticsearch, files: { "ilm.json": lifecycle("cold", "90d") } },
  ],
  ["events-by-namespace", { falco: withRule("Shell (%k8s.ns.name)") }],
  [
    "events-by-namespace",
    { falco: withRule("Shell", "append_output: [{match: {tags: [shell]}, suggested_output: true}]") },
  ],
  [
    "capacity-alerted",
    {
      files: {
        "a.yaml": alertOn('kubelet_volume_stats_available_bytes{persistentvolumeclaim=~".*loki.*"} < 9'),
      },
    },
  ],
  ["capacity-alerted", { files: { "a.yaml": alertOn("elasticsearch_filesystem_data_free_bytes < 9") } }],
  ["rules-active", { rules: [{ name: "A", rung: "routed", blockedBy: null }] }],
  ["rules-tested", { rules: [{ name: "A", rung: "proven", blockedBy: null }] }],
])("%s is proven by the files", async (id, workspace) => {
  const { rung, blockedBy, evidence } = await property(id, workspace);
  expect([blockedBy, rung]).toEqual([null, "proven"]);
  expect(evidence?.sentence).not.toBe("");
});

test.each<[string, Workspace, string]>([
  ["events-forwarded", {}, "No Falco deployment is among the files checked."],
  [
    "sensor-on-every-node",
    { kind: "Deployment", falco: forwarding },
    "Falco is a Deployment, not a DaemonSet.",
  ],
  ["events-stored", { falco: forwarding, sidekick: slack }, "No output of the deployment is a store"],
  ["machine-readable", { falco: "json_output: false\nrules_files: []\n" }, "json_output is off."],
  ["people-alerted", { falco: forwarding, sidekick: loki }, "No output of the deployment reaches people"],
  ["people-alerted", { falco: forwarding }, "falcosidekick"],
  [
    "people-alerted",
    { falco: "stdout_output: {enabled: true}\n" },
    "No output of the deployment reaches people",
  ],
  [
    "drops-alerted",
    { falco: forwarding.replace(", alert", ""), sidekick: slack },
    "lost events alert nobody",
  ],
  [
    "events-by-namespace",
    { falco: withRule("Shell", "append_output: [{match: {tags: [other]}, suggested_output: true}]") },
    '"Shell started" does not say in which namespace',
  ],
  ["events-by-namespace", { falco: forwarding }, "No rule on system calls is loaded"],
  ["capacity-alerted", {}, "No alerting rule among the files watches the space"],
  [
    "capacity-alerted",
    {
      files: {
        "a.yaml": alertOn('kubelet_volume_stats_used_bytes{persistentvolumeclaim="shop-db"} > 9'),
        "b.yaml": alertOn("elasticsearch_filesystem_data_free_bytes", "record"),
      },
    },
    "No alerting rule",
  ],
  ["retention-stated", { falco: forwarding }, "Alerts reach no store of events"],
  [
    "retention-stated",
    { falco: forwarding, sidekick: loki },
    "whose retention is not among the files checked.",
  ],
  [
    "retention-one-year",
    { falco: forwarding, sidekick: loki, files: { "ilm.json": lifecycle("cold", "400d") } },
    "That of Elasticsearch says nothing of it.",
  ],
  [
    "retention-three-months-at-hand",
    { falco: forwarding, sidekick: elasticsearch, files: { "ilm.json": lifecycle("frozen", "30d") } },
    "Elasticsearch has the events of 30 days at hand, and 90 are required.",
  ],
  [
    "retention-one-year",
    {
      falco: forwarding,
      sidekick: elasticsearch,
      files: {
        "ilm.json":
          '{"policy":{"phases":{"hot":{"min_age":"0ms"},"delete":{"min_age":"90d","actions":{"delete":{}}}}}}',
      },
    },
    "Elasticsearch keeps events for 90 days, and 365 are required.",
  ],
  [
    "rules-tested",
    {
      rules: [
        { name: "A", rung: "proven", blockedBy: null },
        { name: "B", rung: "routed", blockedBy: null },
      ],
    },
    '1 of 2 rules that are routed are not proven by tests: "B" for one.',
  ],
])("%s is not, where %s", async (id, workspace, reason) => {
  const { rung, blockedBy } = await property(id, workspace);
  expect(blockedBy?.reason).toContain(reason);
  expect(rung).not.toBe("proven");
});
