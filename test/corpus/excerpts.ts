import { type Excerpt, release } from "./excerpt.ts";
import { copies } from "./excerpts-copies.ts";
import { deployments } from "./excerpts-deployments.ts";
import { made } from "./excerpts-made.ts";

const rule = (condition: string, more = "") => `- rule: Payroll opened
  desc: A file of the payroll was opened.
  condition: ${condition}
  output: Payroll opened (user=%user.name command=%proc.cmdline file=%fd.name)
  priority: WARNING
  tags: [host]
${more}`;

export const excerpts: readonly Excerpt[] = [
  {
    cause: "a manifest that has nothing to do with Falco",
    files: {
      "apps/shop/ingress.yaml":
        "apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: {name: shop}\nspec: {}\n",
      "apps/falco/policy.yaml":
        "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: falco}\nspec: {}\n",
    },
    findings: ["error kubernetes/removed-api apps/falco/policy.yaml:1"],
    leftOut: 1,
  },
  {
    cause: "a chart that is years old",
    files: {
      "falco.yaml": release(
        "3.1.1",
        "ebpf: {enabled: true}\nfalco:\n  rules_file: [/etc/falco/falco_rules.yaml]\n  metadata_download: {max_mb: 100}",
      ),
    },
    findings: ["warning stack/unknown-version falco.yaml:5"],
  },
  {
    cause: "a range of chart versions",
    files: { "falco.yaml": release("4.x", "falco: {engine: {kind: ebpf}}") },
    findings: [],
  },
  {
    cause: "values of an old chart without a pin",
    files: {
      "falco/values.yaml": `driver: {kind: modern_ebpf}
docker: {enabled: true}
auditLog: {enabled: false}
falco:
  syscall_buf_size_preset: 4
  metadata_download: {max_mb: 100}
  grpc: {enabled: false}
`,
    },
    findings: ["warning helm/values-key falco/values.yaml:2", "warning stack/config-key falco/values.yaml:5"],
  },
  {
    cause: "a copy of the chart with its own version of Falco",
    files: {
      "falco/Chart.yaml": "apiVersion: v2\nname: falco\nversion: 3.8.4\nappVersion: 0.36.2\n",
      "falco/values.yaml": "driver: {kind: ebpf}\nfalco:\n  rules_file: [/etc/falco/falco_rules.yaml]\n",
    },
    findings: ["warning stack/unknown-version falco/Chart.yaml:4"],
  },
  {
    cause: "path filters of a CI workflow",
    files: {
      ".github/filters.yaml":
        "falco:\n  - charts/falco/**\nfalcosidekick:\n  - charts/falcosidekick/**\nk8s-metacollector:\n  - charts/k8s-metacollector/**\n",
    },
    findings: [],
  },
  {
    cause: "a machine configuration with a version and a kind, but no group",
    files: {
      "talos/falco-logs.yaml":
        "apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: falco\nurl: udp://10.0.0.9:5171/\n",
    },
    findings: [],
  },
  {
    cause: "a key beside a merge key",
    files: {
      "falco/crd.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: alerts.falco.example.org}
spec:
  group: falco.example.org
  names: {kind: Alert, plural: alerts}
  scope: Cluster
  versions:
    - &version
      name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object}}
    - <<: *version
      name: v1beta1
      storage: false
`,
    },
    findings: [],
  },
  {
    cause: "a folder that was put away",
    files: { ".disabled/falco/rules.yaml": rule("evt.type = opne") },
    findings: [],
  },
  {
    cause: "a namespace of pods in a rule for audit events",
    files: {
      "rules.yaml": rule("ka.verb = get and k8s.ns.name = payroll", "  source: k8s_audit\n").replace(
        /output: .*/,
        "output: Secret read (user=%ka.user.name target=%ka.target.name)",
      ),
    },
    findings: ["error falco/compile-condition rules.yaml:3"],
  },
  {
    cause: "an output that leaves out what is below a warning",
    files: {
      "values.yaml": `driver: {kind: modern_ebpf}
falcosidekick:
  enabled: true
  config:
    loki: {hostport: "http://loki.monitoring:3100", minimumpriority: warning}
`,
    },
    findings: [],
  },
  {
    cause: "a chart with the name of the chart that it depends on",
    files: {
      "charts/falco/Chart.yaml":
        "apiVersion: v2\nname: falco\nversion: 0.1.0\nappVersion: 0.1.0\ndependencies:\n  - {name: falco, version: 4.21.2, repository: https://falcosecurity.github.io/charts}\n",
      "charts/falco/values.yaml": `falco:
  tty: true
  driver: {kind: modern_ebpf}
  falco: {json_output: true, priorty: info}
`,
    },
    findings: ["warning stack/config-key charts/falco/values.yaml:4"],
  },
  {
    cause: "runtimes that a chart of Falco 0.40 no longer names on the command line",
    files: { "falco.yaml": release("4.19.0", "driver: {kind: modern_ebpf}\ncollectors: {enabled: true}") },
    findings: [],
  },
  {
    cause: "settings that the chart writes into falcoctl's own configuration",
    files: {
      "falco.yaml": release(
        "8.0.1",
        "driver: {kind: modern_ebpf}\nfalcoctl:\n  config:\n    registry: {auth: {basic: []}}\n    artifact: {folow: {}}",
      ),
    },
    findings: ["warning helm/values-key falco.yaml:11"],
  },
  {
    cause: "values that Terraform makes of a template",
    files: {
      "falco-values.yaml": `driver: {kind: modern_ebpf}
falcoctl:
  config:
    artifact:
      install: {refs: [falco-rules:latest, \${registry}/extra:latest]}
`,
    },
    findings: ["notice yaml/syntax falco-values.yaml:5"],
  },
  {
    cause: "rules under the key that switches rules on and off",
    files: {
      "falco/values.yaml": `driver: {kind: modern_ebpf}
falco:
  rules:
    - rule: Payroll opened
      desc: A file of the payroll was opened.
      condition: open_read and fd.name startswith /srv/payroll
      output: Payroll opened (file=%fd.name)
      priority: WARNING
`,
    },
    findings: ["warning stack/config-key falco/values.yaml:4"],
  },
  {
    cause: "a chart's default password of an output that nobody set up",
    files: {
      "falco.yaml": release("8.0.1", "driver: {kind: modern_ebpf}"),
      "sidekick.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick, namespace: falco}
spec:
  selector: {matchLabels: {app: sidekick}}
  template:
    metadata: {labels: {app: sidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.31.1
          env:
            - {name: TIMESCALEDB_USER, value: postgres}
            - {name: TIMESCALEDB_PASSWORD, value: postgres}
`,
    },
    findings: ["error sidekick/no-sender falco.yaml:7"],
  },
  {
    cause: "a Service that is applied by itself, beside the values of the chart",
    files: {
      "falco-values.yaml": `driver: {kind: modern_ebpf}
falco:
  json_output: true
  http_output: {enabled: true, url: "http://payroll-alerts.security.svc.cluster.local:8080/"}
`,
      "deploy/alerts.yaml": `apiVersion: v1
kind: Service
metadata: {name: payroll-alerts, namespace: security}
spec: {selector: {app: payroll-alerts}, ports: [{port: 8080}]}
`,
    },
    findings: [],
    leftOut: 1,
  },
  {
    cause: "a command line of a compose file with quotes",
    files: {
      "docker-compose.yml": `services:
  falco:
    image: falcosecurity/falco:0.44.1
    privileged: true
    volumes: ["/proc:/host/proc:ro", "/etc:/host/etc:ro"]
    command: falco -o engine.kind=modern_ebpf -o http_output.enabled=true -o "http_output.url=https://alerts.example.com/falco"
`,
    },
    findings: [],
  },
  {
    cause: "values with which a chart is tried out",
    files: {
      "charts/falco/ci/ci-values.yaml": "driver: {enabled: false}\nextra: {args: [--userspace]}\n",
    },
    findings: [],
  },
  {
    cause: "two versions of a rules file of which one is to be loaded",
    files: {
      "payroll_rules.yaml": rule("evt.type in (open, openat, openat2) and fd.name startswith /srv/payroll"),
      "payroll_rules_v2.yaml": rule(
        "evt.type in (open, openat, openat2) and fd.name startswith /srv/payroll",
      ).replace("Payroll opened\n", "Payroll_Opened\n"),
    },
    findings: [],
  },
  {
    cause: "the configuration of a Falco that is too old to be checked",
    files: {
      "falco.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: falco, namespace: falco}
data:
  falco.yaml: |
    rules_file: [/etc/falco/falco_rules.yaml]
    outputs: {rate: 1, max_burst: 1000}
    metadata_download: {max_mb: 100}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.33.0
          volumeMounts: [{name: config, mountPath: /etc/falco}]
      volumes: [{name: config, configMap: {name: falco}}]
`,
    },
    findings: ["warning stack/unknown-version falco.yaml:20"],
  },
  {
    cause: "a field that the pinned Falco does not deprecate",
    files: {
      "falco.yaml": release(
        "4.16.0",
        `driver: {kind: modern_ebpf}\ncustomRules:\n  own.yaml: |\n${rule(
          "evt.type in (open, openat, openat2) and evt.dir = < and fd.name startswith /srv/payroll",
        ).replaceAll(/^/gm, "    ")}`,
      ),
    },
    findings: [],
  },
  {
    cause: "the start of a system call",
    files: {
      "payroll_rules.yaml": rule(
        "evt.type in (open, openat, openat2) and evt.dir = > and fd.name startswith /srv/payroll",
      ),
    },
    findings: ["error falco/enter-event payroll_rules.yaml:3"],
  },
  {
    cause: "a rule of its own that has almost the name of a published one",
    files: {
      "payroll_rules.yaml": rule(
        "evt.type in (open, openat, openat2) and fd.name startswith /srv/payroll",
      ).replace("rule: Payroll opened", "rule: Terminal Shell In Container"),
    },
    findings: ["notice falco/similar-name payroll_rules.yaml:1"],
  },
  {
    cause: "rules for the events of a plugin whose code the repository has",
    files: {
      "rules/parcel_rules.yaml": rule("parcel.state = lost")
        .replace(/output: .*/, "output: Parcel lost (id=%parcel.id)")
        .concat("  source: parcel\n"),
      "plugin/plugin.go":
        'func (p *Plugin) Fields() []sdk.FieldEntry {\n\treturn []sdk.FieldEntry{\n\t\t{Type: "string", Name: "parcel.state"},\n\t\t{Type: "uint64", Name: "parcel.id"},\n\t}\n}\n',
    },
    findings: [],
  },
  {
    cause: "published rules that are written anew for the events of another plugin",
    files: {
      "rules.yaml": `- rule: Attach/Exec Pod
  desc: A pod was entered.
  condition: parcel.verb = create
  output: A pod was entered (user=%parcel.user)
  priority: NOTICE
  source: parcel
  tags: [k8s]
`,
    },
    findings: ["notice falco/unchecked-plugin rules.yaml:1"],
  },
  {
    cause: "rules for the source of a plugin that a falco.yaml beside them loads",
    files: {
      "falco.yaml": `plugins: [{name: parcels, library_path: /opt/libparcels.so}]
load_plugins: [parcels, json]
stdout_output: {enabled: true}
syscall_event_drops: {actions: [log, alert]}
engine: {kind: nodriver}
`,
      "rules.yaml": `- rule: Parcel lost
  desc: A parcel was lost.
  condition: ka.verb = create
  output: Parcel lost (user=%ka.user.name)
  priority: NOTICE
  source: k8s_audit_own
  tags: [parcel]
`,
    },
    findings: [],
  },
  {
    cause: "a list of addresses that a program writes",
    files: { "rules.yaml": rule("evt.type = connect and fd.snet in (blocked_networks_list)") },
    findings: [],
  },
  {
    cause: "an address that is none",
    files: { "rules.yaml": rule("evt.type = connect and fd.snet in (blocked)") },
    findings: ["error falco/compile-condition rules.yaml:3"],
  },
  {
    cause: "another program's list of configuration files",
    files: { "mcp.yaml": "protocol: mcp\nversion: 1\nconfig_files: {editor: .editor/mcp.json}\n" },
    findings: [],
  },
  {
    cause: "rules in a map, which Falco does not read",
    files: {
      "falco_rules.local.yaml": `rules:\n${rule("evt.type = execve").replaceAll(/^/gm, "  ")}`,
    },
    findings: ["error falco/yaml-validate falco_rules.local.yaml:1"],
  },
  ...deployments,
  ...made,
  ...copies,
];
