import type { Excerpt } from "./excerpt.ts";

const flux = (valuesFrom: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco, namespace: falco}
spec:
  chart: {spec: {chart: falco, version: 8.0.3, sourceRef: {kind: HelmRepository, name: falcosecurity}}}
  valuesFrom: ${valuesFrom}
`;
const values = (key: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: falco-values, namespace: falco}
data:
  ${key}: |
    tty: true
`;

/** The manifests that a chart made, committed. */
const rendered = (chart: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
    load_plugins: [of-old]
    rules_file: [/etc/falco/falco_rules.yaml]
    metadata_download: {max_mb: 100}
    stdout_output: {enabled: true}
---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: falco
  namespace: falco
  labels: {helm.sh/chart: ${chart}}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      tolerations: [{operator: Exists}]
      containers:
        - name: falco
          image: falcosecurity/falco-no-driver
          securityContext: {privileged: true, readOnlyRootFilesystem: true}
          volumeMounts: [{name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml}]
      volumes: [{name: config, configMap: {name: falco}}]
`;

/** What was misjudged in manifests and values that something makes of templates, plugins or charts. */
export const made: readonly Excerpt[] = [
  {
    cause: "manifests of an old chart whose image has no tag",
    files: { "falco.yaml": rendered("falco-2.0.15") },
    findings: ["warning stack/unknown-version falco.yaml:16", "warning stack/image-tag falco.yaml:25"],
  },
  {
    cause: "rules of a Falco that is too old to be known, in files that it loads and others",
    files: {
      "falco.yaml": rendered("falco-2.0.15")
        .replace(
          "---\n",
          `  falco_rules.local.yaml: |
    - {rule: Payroll opened, desc: A file., condition: evt.type = of_old, output: Opened, priority: NOTICE}
  more.yaml: |
    - {rule: Wages opened, desc: A file., condition: evt.type = of_old, output: Opened, priority: NOTICE}
---
`,
        )
        .replace("mountPath: /etc/falco/falco.yaml, subPath: falco.yaml", "mountPath: /etc/falco"),
    },
    findings: ["warning stack/unknown-version falco.yaml:20", "warning stack/image-tag falco.yaml:29"],
  },
  {
    cause: "manifests of a newer chart whose image has no tag",
    files: { "falco.yaml": rendered("falco-8.0.3") },
    findings: [
      "warning stack/implicit-engine falco.yaml:6",
      "error stack/container-plugin falco.yaml:6",
      "error stack/plugin-library falco.yaml:6",
      "warning stack/config-key falco.yaml:8",
      "notice stack/probes falco.yaml:24",
      "warning stack/image-tag falco.yaml:25",
      "notice stack/host-mounts falco.yaml:27",
      "error stack/host-mounts falco.yaml:27",
    ],
  },
  {
    cause: "a manifest with the directives of Terraform",
    files: {
      "modules/falco/falco.yaml.tpl": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falco}
spec:
  source:
    repoURL: https://falcosecurity.github.io/charts
    chart: falco
    targetRevision: 8.0.3
    helm:
      valuesObject:
        customRules:
          payroll.yaml: |-
            - macro: payroll_images
              condition: >
    %{ if cilium == false }
                (container.image.repository = "registry.example.com/payroll") or
    %{ endif }
                (container.image.repository = "registry.example.com/wages")
`,
    },
    findings: [],
  },
  {
    cause: "notes in which settings of falco.yaml are cited",
    files: {
      "falco.yaml": `# where the alerts are
cat /var/log/syslog | grep falco
or
sudo journalctl -fu falco

Edit the file /etc/falco/falco.yaml:

stdout_output:
  enabled: false
`,
    },
    findings: [],
  },
  {
    cause: "a key of falco.yaml that is broken",
    files: { "falco.yaml": "json_output: true\nstdout_output: {enabled: true\npriority: debug\n" },
    findings: ["error yaml/syntax falco.yaml:3"],
  },
  {
    cause: "values of a chart that depends on Falco's and falcosidekick's, with the switch of each",
    files: {
      "Chart.yaml": `apiVersion: v2
name: siem
version: 0.1.0
dependencies:
  - {name: falco, version: 8.0.3, repository: https://falcosecurity.github.io/charts, condition: falco.enabled}
  - {name: falcosidekick, version: 0.10.0, repository: https://falcosecurity.github.io/charts, condition: falcosidekick.enabled}
`,
      "values.yaml": `falco:
  enabled: true
  falcosidekick: {enabled: false}
  falco:
    json_output: true
    http_output: {enabled: true, url: "http://siem-falcosidekick:2801"}
falcosidekick:
  enabled: true
  config: {slack: {webhookurl: "https://hooks.slack.com/services/T0/B0/c0ffee"}}
`,
    },
    findings: ["error stack/plain-secret values.yaml:9"],
  },
  {
    cause: "a Falco that reads events of plugins alone and loses none of the kernel",
    files: {
      "falco.yaml":
        "engine: {kind: nodriver}\nstdout_output: {enabled: true}\nsyscall_event_drops: {actions: [ignore]}\n",
    },
    findings: [],
  },
  {
    cause: "a plugin of Argo CD that gives a chart its values",
    files: {
      "falco.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falco, namespace: argocd}
spec:
  destination: {namespace: falco}
  source:
    repoURL: https://falcosecurity.github.io/charts
    chart: falco
    targetRevision: 8.0.3
    plugin:
      env:
        - name: HELM_VALUES
          value: |
            metrics: {enabled: true}
            driver: {kind: modern_ebpf, modernEbpf: {leastPriviledged: true}}
`,
    },
    findings: ["warning helm/values-key falco.yaml:15"],
  },
  {
    cause: "a chart of a Falco that is too old to be known, with rules that the chart takes in",
    files: {
      "charts/falco/Chart.yaml": "apiVersion: v2\nname: falco\nversion: 1.7.0\nappVersion: 0.27.0\n",
      "charts/falco/values.yaml": "image: {repository: falcosecurity/falco}\nfalco: {json_output: true}\n",
      "charts/falco/rules/ours.yaml":
        "- {rule: Payroll opened, desc: A file., condition: evt.type = open and evt.dir = < and not proc.name = x and proc.name = x, output: Opened %container.info, priority: NOTICE}\n",
      "charts/falco/templates/falco.yaml": rendered("falco-1.7.0").replace(
        "falcosecurity/falco-no-driver",
        '"{{ .Values.image.repository }}"',
      ),
    },
    findings: [
      "warning stack/unknown-version charts/falco/Chart.yaml:4",
      "warning stack/image-tag charts/falco/templates/falco.yaml:25",
    ],
  },
  {
    cause: "values of falcosidekick's own chart, all of them indented",
    files: {
      "falcosidekick.yaml": `    replicaCount: 1
    image: {repository: falcosecurity/falcosidekick, tag: 2.15.0}
    config: {slack: {webhookurl: ""}}
    falco: {}
    falcosidekick: {}
    service: {port: 2801}
`,
    },
    findings: [],
  },
  {
    cause: "a falcosidekick that another application installs, and a webhook that is left to be filled in",
    files: {
      "falcosidekick.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falcosidekick, namespace: argocd}
spec:
  destination: {namespace: falco}
  source:
    {repoURL: https://falcosecurity.github.io/charts, chart: falcosidekick, targetRevision: 0.10.0}
`,
      "falco-values.yaml": `driver: {kind: modern_ebpf}
falco:
  json_output: true
  http_output: {enabled: true, url: "http://falcosidekick.falco.svc.cluster.local:2801"}
`,
      "other/falco-values.yaml": `driver: {kind: modern_ebpf}
falcosidekick:
  enabled: true
  config: {slack: {webhookurl: "https://hooks.slack.com/services/xxxxx/xxxxx/xxxxx"}}
`,
    },
    findings: ["error sidekick/placeholder other/falco-values.yaml:4"],
  },
  {
    cause: "values that Flux takes from a key that is not there",
    files: {
      "release.yaml": flux("[{kind: ConfigMap, name: falco-values}]"),
      "values.yaml": values("falco.yaml"),
    },
    findings: ["error helm/refused-values release.yaml:6"],
  },
  {
    cause:
      "values that Flux takes from a key that is there, may be missing, or is of an object that is not here",
    files: {
      "release.yaml": flux(
        "[{kind: ConfigMap, name: falco-values, valuesKey: falco.yaml}, {kind: ConfigMap, name: falco-values, optional: true}, {kind: Secret, name: ours}]",
      ),
      "values.yaml": values("falco.yaml"),
    },
    findings: [],
  },
];
