import { describe, expect, it } from "vitest";
import { tgz } from "../../../helm-wasm/test/tgz.ts";
import { chainsOf } from "../../../src/compliance/reach.ts";
import { firstGap, routeGap } from "../../../src/stack/rules/chain.ts";
import { summary } from "../summary.ts";
import { workspace } from "../workspace.ts";

const values = `image:
  tag: 0.44.1
driver:
  kind: modern_ebpf
falcoctl:
  config:
    artifact:
      install:
        refs: [falco-rules:5.1.0, k8saudit-rules:0.18]
falco:
  rules_files: [/etc/falco/falco_rules.yaml, /etc/falco/k8s_audit_rules.yaml, /etc/falco/rules.d]
  load_plugins: [k8saudit, json]
  plugins:
    - {name: k8saudit, library_path: libk8saudit.so, open_params: "http://:9765/k8s-audit"}
    - {name: json, library_path: libjson.so}
  priority: warning
customRules:
  local.yaml: |-
    - list: approved_images
      items: [registry.example.com]
falcosidekick:
  enabled: true
  config:
    opsgenie:
      apikey: 6f1c0f2e-real-looking-key
      minimumpriority: error
`;

it("knows what the chart makes of values", () => {
  const { stacks, rulesets } = workspace({ "values.yaml": values });
  expect(stacks.map(summary)).toEqual([
    [
      "values.yaml: falco (helm) in any namespace",
      "Falco 0.44.1 from values.yaml:2",
      "loads /etc/falco/falco_rules.yaml: falco-rules 5.1.0",
      "loads /etc/falco/k8s_audit_rules.yaml: k8saudit-rules 0.18",
      "loads /etc/falco/rules.d/local.yaml: values.yaml#local.yaml",
      "engine modern_ebpf, plugins k8saudit json container",
      "priority warning from values.yaml:16, JSON",
      "to Opsgenie from error: ok",
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ],
  ]);
  expect(rulesets[0]?.result.loads).toBe(true);
});

it("lays the values of an environment over those beside them", () => {
  const { stacks } = workspace({
    "falco/values.yaml": values,
    "falco/values-production.yaml": "falco:\n  priority: notice\nfalcosidekick:\n  enabled: false\n",
  });
  expect(stacks.map(summary)).toMatchObject([
    expect.arrayContaining([
      "falco/values-production.yaml: falco (helm) in any namespace",
      "Falco 0.44.1 from falco/values.yaml:2",
      "priority notice from falco/values-production.yaml:2, text",
    ]),
  ]);
});

it("reads the values of a chart that has the official one as a part", () => {
  const nested = values.replaceAll(/^(?=.)/gm, "  ");
  const { stacks } = workspace({
    "Chart.yaml": `apiVersion: v2
name: runtime-security
version: 1.0.0
dependencies:
  - name: falco
    version: 8.0.0
    repository: https://falcosecurity.github.io/charts
`,
    "values.yaml": `falco:\n${nested.replace("  image:\n    tag: 0.44.1\n", "")}`,
  });
  expect(stacks.map(summary)).toMatchObject([
    expect.arrayContaining(["Falco 0.43.0 from Chart.yaml:6", "to Opsgenie from error: ok"]),
  ]);
});

it("reads HelmRelease and Application objects, with their names and namespaces", () => {
  const { stacks } = workspace({
    "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: sensors
  namespace: flux-system
spec:
  targetNamespace: falco
  chart:
    spec: {chart: falco, version: 9.1.0}
  values:
    driver: {kind: modern_ebpf}
    customRules:
      local.yaml: |
        - list: approved_images
          items: [registry.example.com]
    falcosidekick: {enabled: true, listenPort: "2900", config: {slack: {webhookurl: "https://hooks.example.com/a"}}}
`,
    "application.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: falco
spec:
  destination: {namespace: runtime}
  source:
    repoURL: https://falcosecurity.github.io/charts
    chart: falco
    targetRevision: 7.*
    helm:
      values: |
        falco:
          http_output:
            enabled: true
            url: http://elsewhere.monitoring.svc:2801
`,
  });
  expect(stacks.map(summary)).toEqual([
    [
      "HelmRelease sensors: falco/falco-sensors (helm) in falco",
      "Falco 0.44.1 from release.yaml:9",
      "loads /etc/falco/falco_rules.yaml: falco-rules 5",
      "loads /etc/falco/rules.d/local.yaml: release.yaml#local.yaml",
      "misses /etc/falco/falco_rules.local.yaml",
      "engine modern_ebpf, plugins container",
      "priority debug from release.yaml:11, JSON",
      "to Slack from debug: ok",
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ],
    [
      "Application falco: runtime/falco (helm) in runtime",
      "Falco 0.42.1 from application.yaml:10",
      "loads /etc/falco/falco_rules.yaml: falco-rules 5",
      "misses /etc/falco/falco_rules.local.yaml",
      "misses /etc/falco/rules.d",
      "engine modern_ebpf, plugins container",
      "priority debug from application.yaml:13, text",
      'to elsewhere: unknown service: No Service "elsewhere" in namespace monitoring is among the files checked.',
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ],
  ]);
});

it("lays values from elsewhere under those of the object, and says when they are not there", () => {
  const release = (from: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco, namespace: falco}
spec:
  chart:
    spec: {chart: falco, version: 9.1.0}
  valuesFrom:
    - {kind: ConfigMap, name: ${from}}
  values:
    falco: {priority: error}
`;
  const base = `apiVersion: v1
kind: ConfigMap
metadata: {name: base, namespace: falco}
data:
  values.yaml: |
    driver: {kind: modern_ebpf}
    falco: {priority: notice, json_output: true}
`;
  const [known] = workspace({ "a.yaml": release("base"), "b.yaml": base }).stacks.map(summary);
  expect(known).toContain("priority error from a.yaml:10, JSON");
  const [open] = workspace({ "a.yaml": release("other"), "b.yaml": base }).stacks.map(summary);
  expect(open).toContain(
    "config unknown: The content of the volume (values other) is not in the repository.",
  );
});

it("reads the values files that an Application names as its own, not as releases beside it", () => {
  const { stacks } = workspace({
    "app.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falco}
spec:
  sources:
    - repoURL: https://git.example.com/values
      ref: values
    - chart: falco
      targetRevision: 9.1.0
      helm:
        valueFiles: [$values/env/values-prod.yaml]
`,
    "env/values-prod.yaml": "driver: {kind: modern_ebpf}\nfalco:\n  priority: notice\n",
  });
  expect(stacks.map(summary)).toMatchObject([
    expect.arrayContaining([
      "priority notice from env/values-prod.yaml:3, text",
      "Falco 0.44.1 from app.yaml:9",
    ]),
  ]);
});

it.each([
  [
    "the default rules",
    "rules_files: [/etc/falco/falco_rules.yaml, ",
    "rules_files: [",
    "Terminal shell in container",
    "mounted",
  ],
  ["the directory of custom rules", ", /etc/falco/rules.d]", "]", "Own", "listed"],
  [
    "the plugin",
    "load_plugins: [k8saudit, json]",
    "load_plugins: [json]",
    "K8s Secret Get Successfully",
    "source",
  ],
  ["the key of Opsgenie", "apikey: 6f1c0f2e-real-looking-key", "apikey: <your api key>", "Own", "output"],
  [
    "the address",
    "  priority: warning",
    "  priority: warning\n  http_output: {url: http://other:2801}",
    "Own",
    "service",
  ],
  ["the minimum of Opsgenie", "minimumpriority: error", "minimumpriority: emergency", "Own", "minimum"],
])("names the link when values lose %s", (_, from, to, name, link) => {
  const own = values.replace(
    "    - list: approved_images\n      items: [registry.example.com]\n",
    "    - rule: Own\n      desc: d\n      condition: evt.type = execve\n      output: o\n      priority: ERROR\n",
  );
  const broken = own.replace(from, to);
  expect(broken).not.toBe(own);
  const gapOf = (text: string) => {
    const { rulesets } = workspace({ "values.yaml": text });
    const [chain] = chainsOf(rulesets, name);
    if (chain === undefined) return "mounted";
    return firstGap([...chain.deployed, ...chain.enabled])?.id ?? routeGap(chain)?.id;
  };
  // What the plugin's own rules are worth in priority is not at stake here.
  expect(gapOf(broken)).toBe(link);
  if (name === "Own") expect(gapOf(own)).toBeUndefined();
});

it("takes an existing Secret for what it is stated to hold", () => {
  const files = {
    "values.yaml": `driver: {kind: modern_ebpf}
falcosidekick:
  enabled: true
  config:
    existingSecret: sidekick
    pagerduty: {minimumpriority: critical}
`,
  };
  const open = workspace(files).stacks[0]!.routes[0]!;
  expect(open.links.at(-1)).toMatchObject({ status: "unknown", id: "output" });
  const stated = workspace(files, { secrets: ["sidekick"] }).stacks[0]!.routes[0]!;
  expect(stated.receiver).toBe("PagerDuty");
  expect(stated.links.every(({ status }) => status === "ok")).toBe(true);
});

it("lays rules alone over the values beside them", () => {
  const rules =
    "customRules:\n  own.yaml: |-\n    - list: approved_images\n      items: [registry.example.com]\n";
  const driver = "driver:\n  kind: modern_ebpf\n";
  const { stacks } = workspace({
    "a/rules.yaml": rules,
    "a/falco-values.yaml": driver,
    "b/rules.yaml": rules,
    "b/values.yaml": driver,
    "c/rules.yaml": rules,
  });
  expect(stacks.map((stack) => summary(stack).filter((line) => /\(helm\)|own\.yaml/.test(line)))).toEqual([
    [
      "a/falco-values.yaml: falco (helm) in any namespace",
      "loads /etc/falco/rules.d/own.yaml: a/rules.yaml#own.yaml",
    ],
    [
      "b/values.yaml: falco (helm) in any namespace",
      "loads /etc/falco/rules.d/own.yaml: b/rules.yaml#own.yaml",
    ],
  ]);
});

it("takes the values of another chart for no values of Falco's", () => {
  const { stacks } = workspace({
    "agent/Chart.yaml": "apiVersion: v2\nname: agent\nversion: 1.0.0\n",
    "agent/values.yaml": "falco:\n  enabled: true\nmetrics:\n  enabled: true\n",
    "falco/Chart.yaml": "apiVersion: v2\nname: falco\nversion: 1.0.0\n",
    "falco/values.yaml": 'driver:\n  kind: modern_ebpf\nfullnameOverride: ""\nnameOverride: ""\n',
  });
  expect(stacks.map(({ name }) => name)).toEqual(["falco/values.yaml: falco"]);
});

it("knows the chart that Argo CD takes from the repository where it is made", () => {
  const application = (source: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec:\n  source:\n${source}`;
  const git = "    repoURL: https://github.com/falcosecurity/charts.git\n    path: charts/falco\n";
  const { stacks } = workspace({
    "a.yaml": application(`${git}    targetRevision: falco-8.0.0\n    helm: {valueFiles: [values.yaml]}\n`),
    "b.yaml": application(`${git}    targetRevision: master\n`),
    "c.yaml": application("    repoURL: https://github.com/example/charts\n    path: charts/falco\n"),
  });
  expect(stacks.map((stack) => summary(stack).slice(0, 2))).toEqual([
    ["Application a: a-falco (helm) in any namespace", "Falco 0.43.0 from a.yaml:8"],
    ["Application a: a-falco (helm) in any namespace", expect.stringContaining("Falco unknown")],
  ]);
});

it("knows that Falco does not start with the old name of rules_files beside the chart's own", () => {
  const { stacks, rulesets } = workspace({
    "values.yaml":
      "image: {tag: 0.44.1}\ndriver: {kind: modern_ebpf}\nfalco:\n  rules_file: [/etc/falco/falco_rules.yaml]\n",
  });
  expect(stacks).toHaveLength(1);
  const [chain] = chainsOf(rulesets, "Terminal shell in container");
  expect(firstGap(chain!.deployed)?.sentence).toBe(
    "Falco does not start with both `rules_file` and `rules_files`.",
  );
});

it("judges rules alone as any Falco may load them, with the plugins that their fields need", () => {
  const rules = `customRules:
  own.yaml: |-
    - rule: A
      desc: a
      condition: spawned_process and k8smeta.ns.name = a
      output: a
      priority: NOTICE
    - rule: Write below root
      enabled: false
      override: {enabled: replace}
`;
  const { stacks, rulesets } = workspace({ "rules.yaml": rules });
  expect(stacks).toEqual([]);
  expect(rulesets.map(({ result }) => result.loads)).toEqual([true]);
});

it("holds the rules of a Falco older than is known against the oldest that is", () => {
  const { rulesets } = workspace({
    "values.yaml": `image: {tag: 0.30.0}
driver: {kind: ebpf}
customRules:
  own.yaml: |-
    - rule: A
      desc: a
      condition: evt.type = open and container.id != host
      output: a
      priority: NOTICE
`,
  });
  expect(rulesets.map(({ result }) => [result.loads, result.version.falco])).toEqual([[true, "0.37.0"]]);
});

it("loads files that no deployment loads so that changes come after what they change", () => {
  const rule = (name: string) =>
    `- rule: ${name}\n  desc: a\n  condition: evt.type = open\n  output: a\n  priority: NOTICE\n`;
  const change = (name: string) =>
    `- rule: ${name}\n  condition: and proc.name = a\n  override: {condition: append}\n`;
  const { rulesets } = workspace({
    "rules/a.yaml": change("A") + change("B"),
    "rules/b.yaml": rule("A") + change("C"),
    "rules/c.yaml": rule("C") + change("C"),
    "rules/d.yaml": rule("B"),
    "circle/a.yaml": rule("A") + change("B"),
    "circle/b.yaml": rule("B") + change("A"),
  });
  expect(rulesets.map(({ sources }) => sources.map(({ file }) => file))).toEqual([
    ["rules/c.yaml", "rules/b.yaml", "rules/d.yaml", "rules/a.yaml"],
    ["circle/b.yaml", "circle/a.yaml"],
  ]);
  expect(rulesets[0]?.result.loads).toBe(true);
});

it("knows that the variants of the k8saudit plugin bring its events and fields", () => {
  const { rulesets } = workspace({
    "values.yaml": `driver: {enabled: false}
collectors: {enabled: false}
falco:
  load_plugins: [k8saudit-eks, json]
  plugins:
    - {name: k8saudit-eks, library_path: libk8saudit-eks.so, open_params: cluster}
    - {name: json, library_path: libjson.so}
customRules:
  own.yaml: |-
    - rule: A
      desc: a
      condition: ka.verb = create and ka.user.name startswith a
      output: a
      priority: NOTICE
      source: k8s_audit
`,
  });
  const [{ result }] = rulesets as [(typeof rulesets)[number]];
  expect(result.files.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
});

it("knows what older charts have in falco.yaml", async () => {
  const release = (version: string, falco: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco}
spec:
  chart: {spec: {chart: falco, version: ${version}}}
  values: {driver: {kind: modern_ebpf}, falco: ${falco}}
`;
  const gapOf = (version: string, falco: string) => {
    const { rulesets } = workspace({ "a.yaml": release(version, falco) });
    return firstGap(chainsOf(rulesets, "Terminal shell in container")[0]!.deployed)?.sentence;
  };
  const both = "Falco does not start with both `rules_file` and `rules_files`.";
  expect(gapOf("4.4.0", "{rules_file: [/etc/falco/falco_rules.yaml]}")).toBeUndefined();
  expect(gapOf("4.4.0", "{rules_files: [/etc/falco/falco_rules.yaml]}")).toBe(both);
  expect(gapOf("4.7.1", "{rules_file: [/etc/falco/falco_rules.yaml]}")).toBe(both);
  const plugins = (version: string) => {
    const { stacks } = workspace({ "a.yaml": release(version, "{load_plugins: [k8saudit, json]}") });
    return stacks[0]!.plugins
      .filter(({ name }) => name !== "container")
      .map(({ name, configured }) => [name, configured]);
  };
  expect(plugins("6.4.0")).toEqual([
    ["k8saudit", true],
    ["json", true],
  ]);
  expect(plugins("7.0.0")).toEqual([
    ["k8saudit", false],
    ["json", false],
  ]);
});

describe("a HelmChart of k3s", () => {
  const k3s = (kind: string, spec: string) =>
    `apiVersion: helm.cattle.io/v1\nkind: ${kind}\nmetadata: {name: falco, namespace: kube-system}\nspec:\n${spec}`;
  const chart = k3s(
    "HelmChart",
    `  chart: falcosecurity/falco
  version: 4.2.5
  targetNamespace: security
  set: {falco.json_output: "true"}
  valuesContent: |-
    falco: {priority: warning}
    falcosidekick:
      enabled: true
      config: {slack: {webhookurl: "https://hooks.example.com/services/a"}}
`,
  );

  it("is the release of its name, with the values of its text and what is set", () => {
    expect(workspace({ "a/falco.yaml": chart }).stacks.map(summary)).toEqual([
      expect.arrayContaining([
        expect.stringContaining("HelmChart falco: security/falco (helm) in security"),
        expect.stringMatching(/^Falco 0\.37\.1 from a\/falco\.yaml/),
        expect.stringMatching(/^priority warning from a\/falco\.yaml:\d+, JSON$/),
        "to Slack from debug: ok",
      ]),
    ]);
  });

  it("takes the values of a HelmChartConfig over its own", () => {
    const config = k3s("HelmChartConfig", '  valuesContent: "falco: {priority: error}"\n');
    const [stack] = workspace({ "a/falco.yaml": chart, "b/config.yaml": config }).stacks;
    expect(summary(stack!)).toContainEqual(expect.stringMatching(/^priority error from b\/config\.yaml:5/));
  });

  it("lays the map over the text, and Secrets of the repository over both", () => {
    const secret = `apiVersion: v1
kind: Secret
metadata: {name: more, namespace: kube-system}
data: {a.yaml: ${Buffer.from("falco: {json_output: false}\nimage: {tag: 0.40.0}\n").toString("base64")}}
`;
    const [stack] = workspace({
      "a/falco.yaml": `${chart.replace(/ {2}set:.*\n/, "")}  values: {falco: {priority: notice}}\n  valuesSecrets: [{name: more, keys: [a.yaml]}]\n`,
      "a/secret.yaml": secret,
    }).stacks;
    expect(summary(stack!)).toEqual(
      expect.arrayContaining([
        "Falco 0.40.0 from a/secret.yaml:4",
        expect.stringMatching(/^priority notice from a\/falco\.yaml:\d+, JSON$/),
      ]),
    );
  });

  it("goes to the namespace of the object, and takes the version of an archive", () => {
    const [stack] = workspace({
      "a/falco.yaml": chart
        .replace("  targetNamespace: security\n", "")
        .replace("falcosecurity/falco", "https://charts.example.com/falco-4.2.5.tgz")
        .replace("  version: 4.2.5\n", ""),
    }).stacks;
    expect(summary(stack!)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("kube-system/falco (helm) in kube-system"),
        expect.stringMatching(/^Falco 0\.37\.1 from/),
      ]),
    );
  });

  it("has a chart that is packed into it rendered", () => {
    const packed = tgz({
      "mine/Chart.yaml": "apiVersion: v2\nname: mine\nversion: 1.0.0\n",
      "mine/templates/falco.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: "{{ .Release.Name }}-falco"}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec: {containers: [{name: falco, image: "falcosecurity/falco:{{ .Values.tag }}"}]}
`,
    });
    const content = Buffer.from(packed).toString("base64");
    const { stacks } = workspace({
      "a/falco.yaml": k3s("HelmChart", `  values: {tag: 0.42.0}\n  chartContent: ${content}\n`),
    });
    expect(stacks.map(summary)).toEqual([
      expect.arrayContaining([
        expect.stringContaining("kube-system/falco-falco"),
        "Falco 0.42.0 from a/falco.yaml:6",
      ]),
    ]);
  });

  it.each(["bm9uc2Vuc2U=", "%%%", ""])("with no chart in it (%j) installs nothing", (content) => {
    const { stacks } = workspace({ "a/falco.yaml": k3s("HelmChart", `  chartContent: "${content}"\n`) });
    expect(stacks).toEqual([]);
  });

  it("is not known where values are in Secrets of the cluster", () => {
    const { stacks } = workspace({
      "a/falco.yaml": `${chart}  valuesSecrets: [{name: more, keys: [a.yaml]}]\n`,
    });
    expect(stacks).toHaveLength(1);
    expect(stacks.flatMap(summary).join("\n")).not.toContain(": ok");
  });
});
