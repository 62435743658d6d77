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
    cause: "a policy for another namespace in a folder of its own",
    files: {
      "apps/falco/release.yaml": release(
        "8.0.3",
        "driver: {kind: modern_ebpf}\nfalcosidekick: {enabled: true, config: {webhook: {address: http://alerts.example.com}}}",
      ),
      "shop/policy.yaml":
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n",
    },
    findings: [],
    leftOut: 1,
  },
  {
    cause: "options of an old Falco on the command line of the newest",
    files: {
      "docker-compose.yaml":
        'services:\n  falco:\n    image: falcosecurity/falco:latest\n    volumes: ["/proc:/host/proc:ro"]\n    command: >\n      /usr/bin/falco\n      --modern-bpf\n',
    },
    findings: [
      "warning stack/image-tag docker-compose.yaml:3",
      "error stack/removed-option docker-compose.yaml:5",
    ],
  },
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
  {
    cause: "objects that were copied out of a cluster",
    files: {
      "falco/service.yaml":
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: falco-falcosidekick\n  namespace: falco\n  labels: {app.kubernetes.io/managed-by: Helm}\nspec:\n  selector: {app.kubernetes.io/name: falcosidekick}\n  ports: [{port: 2801}]\n",
      "falco/pod.yaml": `apiVersion: v1
kind: Pod
metadata:
  name: falco-tv94b
  namespace: falco
  ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: falco, uid: 1d12b616-bec6-4448-be14-367f44ebbaf2}]
spec:
  serviceAccountName: falco
  containers:
    - name: falco
      image: falcosecurity/falco:0.44.1
      volumeMounts: [{name: config, mountPath: /etc/falco}]
  volumes: [{name: config, configMap: {name: falco}}]
`,
    },
    findings: [],
  },
  {
    cause: "frameworks and controls of a scanner of manifests",
    files: {
      "falco/kubescape.yaml":
        "frameworks: [NSA, MITRE]\ncontrols:\n  - C-0044\n  - C-0002\noutput: {format: json}\n",
    },
    findings: [],
  },
  {
    cause: "a falco.yaml without the container plugin, whose absence is told once",
    files: {
      "docker-compose.yml": `services:
  falco:
    image: falcosecurity/falco:latest
    privileged: true
    volumes:
      - /proc:/host/proc:ro
      - /etc:/host/etc:ro
      - /sys/kernel/tracing:/sys/kernel/tracing:ro
      - /var/run/docker.sock:/host/var/run/docker.sock
      - ./falco.yaml:/etc/falco/falco.yaml:ro
      - ./payroll_rules.yaml:/etc/falco/rules.d/payroll_rules.yaml:ro
`,
      "falco.yaml":
        "rules_files: [/etc/falco/falco_rules.yaml, /etc/falco/rules.d]\nengine: {kind: modern_ebpf}\nstdout_output: {enabled: true}\n",
      "payroll_rules.yaml": `- rule: Payroll opened in a container
  desc: A file of the payroll was opened.
  condition: evt.type in (open, openat, openat2) and container.id != host and container.name = shop
  output: Payroll opened (user=%user.name command=%proc.cmdline file=%fd.name container=%container.name)
  priority: WARNING
  tags: [container]
`,
    },
    findings: ["warning stack/image-tag docker-compose.yml:3", "error stack/container-plugin falco.yaml:1"],
  },
  {
    cause: "values of the chart with settings of its first versions, and rules one level too deep",
    files: {
      "falco/values.yaml": `driver: {kind: modern_ebpf}
falco:
  jsonOutput: true
  customRules:
    own.yaml: |
      - {list: shells_of_ours, items: [fish]}
`,
    },
    findings: [
      "warning stack/config-key falco/values.yaml:3",
      "warning stack/config-key falco/values.yaml:5",
    ],
  },
  {
    cause: "values of a chart that depends on Falco's, with a setting of falco.yaml one level too high",
    files: {
      "values/dev/values.yaml":
        "falco:\n  driver: {kind: modern_ebpf}\n  json_output: true\n  falcosidekick: {enabled: true, config: {loki: {hostport: 'http://loki:3100'}}}\n",
    },
    findings: ["warning helm/values-key values/dev/values.yaml:3"],
  },
  {
    cause: "values of another chart that has a dashboard of falcosidekick",
    files: {
      "monitoring/values.yaml": `grafana:
  dashboards:
    falco:
      falcosidekick:
        gnetId: 11914
prometheus: {enabled: true}
`,
    },
    findings: [],
  },
  {
    cause: "an Application with the folder of the chart in the address",
    files: {
      "falco.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falco, namespace: argocd}
spec:
  project: default
  destination: {server: https://kubernetes.default.svc, namespace: falco}
  source:
    repoURL: https://github.com/falcosecurity/charts/falco
    targetRevision: 6.2.5
    helm:
      values: |
        driver: {kind: modern_ebpf}
        falco: {rulesFile: [/etc/falco/falco_rules.yaml]}
`,
    },
    findings: ["warning stack/config-key falco.yaml:13"],
  },
];
