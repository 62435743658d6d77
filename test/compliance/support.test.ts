import { expect, test } from "vitest";
import type { RuleCoverage } from "../../src/compliance/coverage.ts";
import type { Control } from "../../src/compliance/framework.ts";
import { supportCoverage } from "../../src/compliance/support.ts";
import { readResources } from "../../src/kubernetes/resource.ts";
import { readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/text.ts";
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
  const config = falco.trim().replace(/^/gm, "    ");
  const env = Object.entries(sidekick ?? {}).map(
    ([name, value]) => `            - {name: ${name}, value: "${value}"}\n`,
  );
  return `apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
${config}
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
          volumeMounts: [{name: config, mountPath: /etc/falco}]
      volumes: [{name: config, configMap: {name: falco}}]
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

function property(id: string, workspace: Workspace): RuleCoverage {
  const files = {
    ...(workspace.falco === undefined ? {} : { "falco.yaml": manifests(workspace) }),
    ...workspace.files,
  };
  const texts = Object.entries(files).map(([file, content]) => new Text(file, content));
  const project = readProject({ texts, skipped: [] });
  const stacks = readStacks(project, readResources(project));
  const control = { properties: [id] } as unknown as Control;
  return supportCoverage({ project, stacks, rules: workspace.rules ?? [] })(control)[0]!;
}

const slack = { SLACK_WEBHOOKURL: "https://hooks.slack.com/services/T0/B0/x1y2z3" };
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
      files: { "loki.yaml": "compactor: {retention_enabled: true}\nlimits_config: {retention_period: 6y}\n" },
    },
  ],
  ["rules-active", { rules: [{ name: "A", rung: "routed", blockedBy: null }] }],
  ["rules-tested", { rules: [{ name: "A", rung: "proven", blockedBy: null }] }],
])("%s is proven by the files", (id, workspace) => {
  const { rung, blockedBy, evidence } = property(id, workspace);
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
  ["retention-stated", {}, "No retention is set among the files"],
  [
    "retention-one-year",
    {
      files: {
        "ilm.json":
          '{"policy":{"phases":{"hot":{"min_age":"0ms"},"delete":{"min_age":"90d","actions":{"delete":{}}}}}}',
      },
    },
    "Events are kept for 90 days, and 365 are asked for.",
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
])("%s is not, where %s", (id, workspace, reason) => {
  const { rung, blockedBy } = property(id, workspace);
  expect(blockedBy?.reason).toContain(reason);
  expect(rung).not.toBe("proven");
});
