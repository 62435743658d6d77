import { readFileSync } from "node:fs";
import path from "node:path";
import { type Excerpt, release } from "./excerpt.ts";

/** A file that is a copy of a published one, without the rule that was added to it. */
const published = readFileSync(
  path.join(import.meta.dirname, "../lint/rules/falco/vendored-copy/bad.yaml"),
  "utf8",
).replace(/- rule: Payroll[\s\S]*$/, "");

/** The chart's folder, whose template takes image and configuration from the values. */
const chart = (chartVersion: string, appVersion: string, tag: string) => ({
  "falco/Chart.yaml": `apiVersion: v2\nname: falco\nversion: ${chartVersion}\nappVersion: ${appVersion}\n`,
  "falco/values.yaml": `image: {repository: falcosecurity/falco, tag: ${tag}}\nfalco:\n  rules_file: [/etc/falco/falco_rules.yaml]\n`,
  "falco/templates/falco.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: falco}
data:
  falco.yaml: |
{{ toYaml .Values.falco | indent 4 }}
    syscall_event_drops: {actions: [log, alert], rate: 1, max_burst: 1}
    engine: {kind: gvisor-of-old}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      tolerations: [{operator: Exists}]
      containers:
        - name: falco
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          livenessProbe: {httpGet: {path: /healthz, port: 8765}}
          securityContext: {privileged: true, readOnlyRootFilesystem: true}
          volumeMounts:
            - {name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml}
      volumes: [{name: config, configMap: {name: falco}}]
`,
});

/** What was misjudged in copies of what others publish. */
export const copies: readonly Excerpt[] = [
  {
    cause: "a copy of an old chart with an image whose tag moves",
    files: chart("1.18.2", "0.31.1", "master"),
    findings: [
      "warning stack/unknown-version falco/Chart.yaml:4",
      "warning stack/image-tag falco/templates/falco.yaml:21",
    ],
  },
  {
    cause: "a copy of a newer chart with an image whose tag moves",
    files: chart("8.0.0", "0.43.0", "master"),
    findings: [
      "error stack/container-plugin falco/templates/falco.yaml:6",
      "error stack/no-output falco/templates/falco.yaml:6",
      "error stack/config-value falco/templates/falco.yaml:8",
      "warning stack/image-tag falco/templates/falco.yaml:21",
      "error stack/probes falco/templates/falco.yaml:22",
      "notice stack/host-mounts falco/templates/falco.yaml:25",
      "error stack/host-mounts falco/templates/falco.yaml:25",
    ],
  },
  {
    cause: "a copy of an old chart with the image of a newer Falco",
    files: chart("1.18.2", "0.31.1", "0.44.1"),
    findings: [
      "error stack/container-plugin falco/templates/falco.yaml:6",
      "error stack/no-output falco/templates/falco.yaml:6",
      "error stack/config-value falco/templates/falco.yaml:8",
      "error stack/probes falco/templates/falco.yaml:22",
      "notice stack/host-mounts falco/templates/falco.yaml:25",
      "error stack/host-mounts falco/templates/falco.yaml:25",
    ],
  },
  {
    cause: "a copy of a published file beside the ones that are loaded",
    files: {
      "docker-compose.yml": `services:
  falco:
    image: falcosecurity/falco:0.44.1
    privileged: true
    volumes:
      - /proc:/host/proc:ro
      - /etc:/host/etc:ro
      - /sys/kernel/tracing:/sys/kernel/tracing:ro
      - /var/run/docker.sock:/host/var/run/docker.sock
      - ./more_rules.yaml:/etc/falco/more_rules.yaml:ro
`,
      "more_rules.yaml": published,
    },
    findings: ["notice falco/vendored-copy more_rules.yaml:1"],
  },
  {
    cause: "roles of other pods that run as the default service account",
    files: {
      "exercise-1/falco.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      tolerations: [{operator: Exists}]
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          args: [/usr/bin/falco, -o, engine.kind=modern_ebpf]
          livenessProbe: {httpGet: {path: /healthz, port: 8765}}
          securityContext: {privileged: true, readOnlyRootFilesystem: true}
`,
      "exercise-2/role.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: falco-cleaner}
rules:
  - {apiGroups: [""], resources: [pods], verbs: [delete]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: falco-cleaner}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: falco-cleaner}
`,
    },
    findings: [
      "notice stack/host-mounts exercise-1/falco.yaml:11",
      "error stack/host-mounts exercise-1/falco.yaml:11",
      "warning stack/runtime-socket exercise-1/falco.yaml:11",
    ],
  },
  {
    cause: "lists that are named in exceptions of a published rule",
    files: {
      "falco.yaml": release(
        "9.1.0",
        `driver: {kind: modern_ebpf}
customRules:
  shells.yaml: |
    - list: images_of_ours
      items: [registry.example.com/shop]
    - list: shells_of_ours
      items: [fish]
    - list: forgotten_images
      items: [registry.example.com/old]
    - rule: Terminal shell in container
      exceptions:
        - {name: ours, fields: container.image.repository, values: [images_of_ours]}
        - {name: both, fields: [proc.name, proc.pname], comps: [in, =], values: [[shells_of_ours, cron]]}
      override: {exceptions: append}`,
      ),
    },
    findings: ["notice falco/unused-list falco.yaml:14"],
  },
  {
    cause: "a fork of the published files that was left behind",
    files: {
      "registry.yaml": "rulesfiles:\n  - {name: falco-rules, path: rules/falco_rules.yaml}\n",
      "rules/falco_rules.yaml": published,
    },
    findings: ["notice falco/vendored-copy rules/falco_rules.yaml:1"],
  },
  {
    cause: "a published file beside the code of its plugin, and a copy of it",
    files: {
      "plugins/parcel/pkg/parcel.go": "package parcel\n",
      "plugins/parcel/rules/parcel_rules.yaml": published,
      "plugins/others/rules/others_rules.yaml": `# Without code.\n${published}`,
    },
    findings: ["notice falco/vendored-copy plugins/others/rules/others_rules.yaml:1"],
  },
  {
    cause: "the template of a chart's README",
    files: {
      "chart/README.gotmpl":
        '# Falco {{ template "chart.version" . }}\n\n{{ template "chart.valuesSection" . }}\n',
    },
    findings: [],
  },
  {
    cause: "a list of addresses that the values of a chart name and do not have",
    files: {
      "rules.yaml": `customRules:
  own.yaml: |-
    - rule: Payroll sent
      desc: A connection leads out of the payroll.
      condition: evt.type = connect and not fd.sip in (payroll_addresses)
      output: Payroll sent (user=%user.name command=%proc.cmdline connection=%fd.name)
      priority: WARNING
      tags: [network]
`,
    },
    findings: ["error falco/compile-condition rules.yaml:5"],
  },
];
