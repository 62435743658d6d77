import { type Excerpt, release } from "./excerpt.ts";

const rulesfile = (name: string, spec: string) =>
  `apiVersion: artifact.falcosecurity.dev/v1alpha1\nkind: Rulesfile\nmetadata: {name: ${name}}\nspec:\n${spec.replaceAll(/^/gm, "  ")}\n`;
const operated = (name: string) =>
  `apiVersion: instance.falcosecurity.dev/v1alpha1\nkind: Falco\nmetadata: {name: ${name}}\nspec: {version: 0.44.1}\n`;
const inline = `inlineRules:
  - rule: Payroll opened
    desc: A file of the payroll was opened.
    condition: evt.type in (open, openat, openat2) and fd.name startswith /srv/payroll
    output: Payroll opened (user=%user.name command=%proc.cmdline file=%fd.name)
    priority: WARNING
    tags: [host]`;

/** What was misjudged in how a Falco is deployed, and beside it. */
export const deployments: readonly Excerpt[] = [
  {
    cause: "examples of which each is tried out by itself",
    files: {
      "examples/falco.yaml": operated("falco"),
      "examples/falco-custom.yaml": operated("falco-custom"),
      "examples/rules.yaml": rulesfile("rules", inline),
      "examples/rules-all.yaml": rulesfile("rules-all", inline),
      "examples/rules-configmap.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules}
data:
  rules.yaml: |
    - {list: shells_of_ours, items: [fish]}
---
${rulesfile("rules-configmap", "configMapRef: {name: falco-rules}")}`,
    },
    findings: [],
  },
  {
    cause: "a list that the condition uses which is appended to a published rule",
    files: {
      "falco.yaml": release(
        "9.1.0",
        `driver: {kind: modern_ebpf}
customRules:
  network.yaml: |
    - list: network_plugins
      items: ['"/opt/cni/bin/loopback"']
    - rule: Drop and execute new binary in container
      condition: and not proc.exepath in (network_plugins)
      override: {condition: append}`,
      ),
    },
    findings: [],
  },
  {
    cause: "a kustomization with a topic that has the name of Falco",
    files: {
      "apps/logs/kustomization.yaml":
        "helmCharts: [{name: fluent-bit, repo: https://charts.example.com}]\nresources: [topic.yaml]\n",
      "apps/logs/topic.yaml":
        "apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\nmetadata: {name: logs.falco}\nspec: {partitions: 3}\n",
    },
    findings: [],
  },
  {
    cause: "the same base at an address in several kustomizations",
    files: Object.fromEntries(
      ["grafana", "shop"].map((app) => [
        `apps/${app}/kustomization.yaml`,
        "resources:\n  - https://example.com/charts/falco?ref=4.2.0\n",
      ]),
    ),
    findings: ["notice kustomize/not-read apps/grafana/kustomization.yaml:2"],
  },
  {
    cause: "falcosidekick that a page says is installed by a command",
    files: {
      "falco.yaml": release(
        "9.1.0",
        `driver: {kind: modern_ebpf}
falco:
  json_output: true
  http_output: {enabled: true, url: "http://alerts-falcosidekick:2801"}`,
      ),
      "README.md":
        "```console\n$ helm upgrade --install alerts \\\n    falcosecurity/falcosidekick --namespace falco\n```\n",
    },
    findings: [],
  },
  {
    cause: "a ConfigMap that a page says is made by a command",
    files: {
      "falco.yaml": release(
        "9.1.0",
        `driver: {kind: modern_ebpf}
mounts:
  volumes: [{name: own, configMap: {name: rules-of-ours}}]
  volumeMounts: [{name: own, mountPath: /etc/falco/own}]`,
      ),
      "docs/README.md":
        "```console\n$ kubectl create configmap rules-of-ours \\\n    --from-file=rules.yaml -n falco\n```\n",
    },
    findings: [],
  },
  {
    cause: "examples of values in a copy of the chart, and the defaults of a chart in another one",
    files: Object.fromEntries(
      ["falco", "security/charts/falco"]
        .flatMap((folder) => [
          [`${folder}/Chart.yaml`, "apiVersion: v2\nname: falco\nversion: 9.1.0\nappVersion: 0.44.1\n"],
          [`${folder}/values.yaml`, "driver: {kind: modern_ebpf}\nfalco: {json_output: true}\n"],
          [
            `${folder}/values-k8saudit.yaml`,
            "driver: {enabled: false}\ncontroller: {kind: deployment}\nfalco: {rules_files: [/etc/falco/k8s_audit_rules.yaml]}\ncustomRules:\n  own.yaml: |\n    - macro: own_shell\n      condition: spawned_process and proc.name = bash\n",
          ],
        ])
        .concat([["security/Chart.yaml", "apiVersion: v2\nname: security\nversion: 0.1.0\n"]]),
    ),
    findings: [
      "notice falco/unused-macro falco/values-k8saudit.yaml:6",
      "notice falco/unused-macro security/charts/falco/values-k8saudit.yaml:6",
    ],
  },
  {
    cause: "mounts of a chart that kustomize renders",
    files: {
      "falco/kustomization.yaml":
        "helmCharts: [{name: falco, version: 4.2.5, releaseName: falco, valuesInline: {driver: {kind: kmod}}}]\n",
    },
    findings: [],
  },
  {
    cause: "a file of settings beside a deployment that is pinned",
    files: {
      "falco.yaml": release("7.0.0", "driver: {kind: modern_ebpf}"),
      "config/falco.yaml":
        "engine: {kind: ebpf, ebpf: {probe: /root/.falco/falco-bpf.o}}\njson_output: true\n",
    },
    findings: [],
  },
];
