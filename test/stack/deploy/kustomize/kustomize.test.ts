import { describe, expect, it } from "vitest";
import { lintRules, type Model } from "../../../../src/lint/index.ts";
import { at, text, toData } from "../../../../src/project/index.ts";
import { summary } from "../../summary.ts";
import { workspace } from "../../workspace.ts";

const base = {
  "base/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [falco.yaml]
configMapGenerator:
  - name: falco-rules
    files: [rules/10-shell.yaml, second.yaml=rules/20-files.yaml]
  - name: falco-config
    files: [falco.yaml=config/falco.yaml]
`,
  "base/config/falco.yaml": `config_files: [/etc/falco/config.d]
rules_files: [/etc/falco/falco_rules.yaml, /etc/falco/rules.d]
engine:
  kind: modern_ebpf
plugins:
  - name: container
    library_path: libcontainer.so
priority: notice
json_output: true
http_output:
  enabled: true
  url: http://falcosidekick.security.svc:2801
`,
  "base/rules/10-shell.yaml": "- list: shells\n  items: [bash]\n",
  "base/rules/20-files.yaml": "- list: binaries\n  items: [/usr/bin]\n",
  "base/falco.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: falco
spec:
  selector:
    matchLabels: {app: falco}
  template:
    metadata:
      labels: {app: falco}
    spec:
      serviceAccountName: falco
      containers:
        - name: falco
          image: falcosecurity/falco:0.43.0
          volumeMounts:
            - {name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml}
            - {name: rules, mountPath: /etc/falco/rules.d}
      volumes:
        - name: config
          configMap: {name: falco-config}
        - name: rules
          configMap: {name: falco-rules}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: falco
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: falcosidekick
spec:
  replicas: 2
  selector:
    matchLabels: {app: falcosidekick}
  template:
    metadata:
      labels: {app: falcosidekick}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.34.1
          env:
            - name: LOKI_HOSTPORT
              value: http://loki:3100
            - name: LOKI_MINIMUMPRIORITY
              value: notice
---
apiVersion: v1
kind: Service
metadata:
  name: falcosidekick
spec:
  selector: {app: falcosidekick}
  ports:
    - port: 2801
`,
};

const overlay = (content: string, more: Record<string, string> = {}) => ({
  ...base,
  ...more,
  "overlays/one/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../base]\nnamespace: security\n${content}`,
});

const summaries = (files: Record<string, string>) => workspace(files).stacks.map(summary);

it("builds a base with generated ConfigMaps into one deployment, however many files it has", () => {
  expect(summaries(overlay(""))).toEqual([
    [
      "overlays/one: security/falco (kustomize) in security",
      "Falco 0.43.0 from base/falco.yaml:15",
      "loads /etc/falco/falco_rules.yaml: falco-rules 5.0.0",
      "loads /etc/falco/rules.d/10-shell.yaml: base/rules/10-shell.yaml",
      "loads /etc/falco/rules.d/second.yaml: base/rules/20-files.yaml",
      "engine modern_ebpf, plugins container",
      "priority notice from base/config/falco.yaml:8, JSON",
      "to Loki from notice: ok",
    ],
  ]);
});

it("names the place of a value in the overlay that sets it", () => {
  const [stack] = summaries(
    overlay(`images:
  - name: falcosecurity/falco
    newTag: 0.44.1
patches:
  - target: {kind: Deployment, name: falcosidekick}
    patch: |-
      - op: replace
        path: /spec/template/spec/containers/0/env/1/value
        value: error
  - patch: |-
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: falco
      spec:
        template:
          spec:
            containers:
              - name: falco
                args: [/usr/bin/falco, -o, priority=warning]
`),
  );
  expect(stack).toContain("Falco 0.44.1 from overlays/one/kustomization.yaml:7");
  expect(stack).toContain("priority warning from overlays/one/kustomization.yaml:24, JSON");
  expect(stack).toContain("to Loki from error: ok");
});

it("replaces, merges and renames as kustomize does", () => {
  const [stack] = summaries(
    overlay(
      `namePrefix: prod-
configMapGenerator:
  - name: falco-rules
    behavior: merge
    files: [30-more.yaml]
`,
      { "overlays/one/30-more.yaml": "- list: more\n  items: [a]\n" },
    ),
  );
  expect(stack?.[0]).toBe("overlays/one: security/prod-falco (kustomize) in security");
  expect(stack).toContain("loads /etc/falco/rules.d/10-shell.yaml: base/rules/10-shell.yaml");
  expect(stack).toContain("loads /etc/falco/rules.d/30-more.yaml: overlays/one/30-more.yaml");
  // The address in falco.yaml is a text, which kustomize does not rename.
  expect(stack?.find((line) => line.startsWith("to falcosidekick"))).toContain("unknown service");
});

it("deletes what a patch deletes, and keeps what a failed test protects", () => {
  const deleted = workspace(
    overlay(`patches:
  - patch: |-
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: falco}
      $patch: delete
`),
  );
  expect(deleted.stacks).toEqual([]);
  const [kept] = summaries(
    overlay(`patches:
  - target: {kind: Deployment}
    patch: |-
      - op: test
        path: /spec/replicas
        value: 7
      - op: replace
        path: /spec/replicas
        value: 0
`),
  );
  expect(kept).toContain("to Loki from notice: ok");
});

it("does not take a patch file for a deployment of its own", () => {
  const { stacks } = workspace(
    overlay("patchesStrategicMerge: [falco.yaml]\n", {
      "overlays/one/falco.yaml":
        "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: falco}\nspec:\n  template:\n    spec:\n      containers:\n        - name: falco\n          image: falcosecurity/falco:0.42.0\n",
    }),
  );
  expect(stacks.map(({ falcoVersion }) => falcoVersion)).toMatchObject([{ value: "0.42.0" }]);
});

it("ends where kustomizations contain each other", () => {
  const { stacks } = workspace({
    "a/kustomization.yaml": "kind: Kustomization\nresources: [../b]\n",
    "b/kustomization.yaml": "kind: Kustomization\nresources: [../a]\n",
  });
  expect(stacks).toEqual([]);
});

it("takes a Secret of variables that are not in the repository for one whose keys are not known", () => {
  const secret = overlay(
    `secretGenerator:
  - name: sidekick
    envs: [sidekick.env]
patches:
  - target: {kind: Deployment}
    patch: |-
      - op: replace
        path: /spec/template/spec/containers/0/env
        value:
          - name: SLACK_WEBHOOKURL
            valueFrom: {secretKeyRef: {name: sidekick, key: url}}
`,
  );
  const why = 'The Secret "sidekick" has keys from a file that is not among the files checked.';
  expect(summaries(secret)[0]).toContain(`to Slack from debug: unknown output: ${why}`);
  const there = {
    ...secret,
    "overlays/one/sidekick.env": "# the channel\nurl=https://hooks.slack.com/x/y\n",
  };
  expect(summaries(there)[0]).toContain("to Slack from debug: ok");
});

it("does not say of a base at an address what is missing", () => {
  const remote = {
    ...overlay(""),
    "overlays/one/kustomization.yaml": `kind: Kustomization
namespace: security
resources: [../../base, "https://github.com/example/sidekick//deploy?ref=v1"]
patches:
  - target: {kind: DaemonSet}
    patch: |-
      - {op: add, path: /spec/template/spec/volumes/-, value: {name: more, configMap: {name: more-rules}}}
      - op: add
        path: /spec/template/spec/containers/0/volumeMounts/-
        value: {name: more, mountPath: /etc/falco/more}
`,
  };
  const [stack] = workspace(remote).stacks;
  const volume = stack?.files.mounts.find(({ path }) => path === "/etc/falco/more")?.volume;
  expect(volume).toMatchObject({
    kind: "unknown",
    unknown: {
      why: 'The ConfigMap "more-rules" is not among the files checked, and may come from "https://github.com/example/sidekick//deploy?ref=v1", which is not read.',
    },
  });
  expect(volume).not.toHaveProperty("unknown.missing");
});

it("renders Falco's charts, patches what they make and reads images that are changed", () => {
  const files = {
    "falco/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: security
helmCharts:
  - name: falco
    repo: https://falcosecurity.github.io/charts
    version: 4.21.3
    releaseName: falco
    valuesFile: values.yaml
    valuesInline:
      falco:
        priority: warning
        json_output: true
        http_output: {enabled: true, url: "http://sidekick-falcosidekick:2801"}
  - name: falcosidekick
    releaseName: sidekick
    valuesInline:
      config: {loki: {hostport: "http://loki:3100"}}
patches:
  - target: {kind: ConfigMap, name: falco-rules}
    patch: |-
      - op: add
        path: /data/more.yaml
        value: |
          - list: more
            items: [a]
images:
  - {name: docker.io/falcosecurity/falco, newTag: 0.44.1}
`,
    "falco/values.yaml": `driver: {kind: modern_ebpf}
falco: {priority: error}
customRules:
  own.yaml: |-
    - list: own
      items: [a]
`,
  };
  expect(summaries(files)).toEqual([
    [
      "falco: security/falco (kustomize) in security",
      "Falco 0.44.1 from falco/kustomization.yaml:28",
      "loads /etc/falco/falco_rules.yaml: falco-rules 3",
      "loads /etc/falco/rules.d/more.yaml: falco/kustomization.yaml",
      "loads /etc/falco/rules.d/own.yaml: falco/values.yaml#own.yaml",
      "misses /etc/falco/falco_rules.local.yaml",
      "engine modern_ebpf, plugins ",
      "priority warning from falco/kustomization.yaml:12, JSON",
      "to Loki from debug: ok",
      "to standard output: unknown output: Whether anybody reads standard output is not in the repository.",
      "to the node's syslog: unknown output: Whether anybody reads the node's syslog is not in the repository.",
    ],
  ]);
});

it("reports the generated rules that a patch takes out of the pod", () => {
  const rule = lintRules.find(({ id }) => id === "stack/unmounted-rules")!;
  const messages = (files: Record<string, string>) =>
    "check" in rule
      ? [...rule.check(workspace(files) as unknown as Model)].map(({ message }) => message)
      : [];
  const patch = (operation: string) => `patches:
  - target: {kind: DaemonSet}
    patch: |
      - {op: remove, path: ${operation}}
`;
  expect(messages(overlay(""))).toEqual([]);
  expect(messages(overlay(patch("/spec/template/spec/containers/0/volumeMounts/1")))).toEqual([
    'No Falco pod mounts the ConfigMap "falco-rules", so its rules protect nothing.',
  ]);
});

it("says where the bound of objects ends what is read", () => {
  const kustomization = (names: readonly string[]) =>
    `kind: Kustomization\nresources: [${names.join(", ")}]\nconfigMapGenerator: [{name: m, literals: [a=1]}]\nnamePrefix: x-\n`;
  const names = Array.from({ length: 8 }, (_, i) => `../b${i}`);
  const level = (depth: number) =>
    Object.fromEntries(
      names.map((_, i) => [
        `l${depth}/b${i}/kustomization.yaml`,
        depth === 0
          ? `${kustomization([])}nameSuffix: -${i}\n`
          : `${kustomization(names.map((_, j) => `../../l${depth - 1}/b${j}`))}nameSuffix: -${i}\n`,
      ]),
    );
  const { applied } = workspace(Object.assign({}, ...[0, 1, 2, 3, 4, 5].map(level)));
  const gaps = applied.flatMap((one) => one.gaps).filter(({ kind }) => kind === "bound");
  expect(gaps.length).toBeGreaterThan(0);
  expect(gaps.every(({ isFalcos }) => isFalcos)).toBe(true);
});

const withVars = (argument: string, vars: string) => ({
  "top/kustomization.yaml": `resources: [all.yaml]\nnamePrefix: prod-\nnamespace: security\nvars:\n${vars}`,
  "top/all.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.43.0
          args: [/usr/bin/falco, -o, json_output=true, -o, http_output.enabled=true, -o, "${argument}"]
---
apiVersion: v1
kind: Service
metadata: {name: falcosidekick}
spec: {selector: {app: falcosidekick}, ports: [{port: 2801}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: falcosidekick}
spec:
  selector: {matchLabels: {app: falcosidekick}}
  template:
    metadata: {labels: {app: falcosidekick}}
    spec:
      containers:
        - name: falcosidekick
          image: falcosecurity/falcosidekick:2.34.1
          env: [{name: LOKI_HOSTPORT, value: "http://loki:3100"}]
`,
});
const reference = (name: string, field: string, object = "falcosidekick") =>
  `  - {name: ${name}, objref: {apiVersion: v1, kind: Service, name: ${object}}, fieldref: {fieldPath: ${field}}}\n`;

it("follows an alert through vars", () => {
  const vars = reference("HOST", "metadata.name") + reference("PORT", '"spec.ports[0].port"');
  const url = "http_output.url=http://$(HOST):$(PORT)";
  const [filled] = workspace(withVars(url, vars)).stacks;
  const [written] = workspace(withVars("http_output.url=http://prod-falcosidekick:2801", "")).stacks;
  const routes = (stack: typeof written) => summary(stack!).filter((line) => line.startsWith("to "));
  expect(routes(filled)).toContain("to Loki from debug: ok");
  expect(routes(filled)).toEqual(routes(written));
});

it("says which variable has no value", () => {
  const { applied } = workspace(
    withVars(
      "$(A)$(B)$(C)",
      reference("A", "metadata.name", "other") +
        reference("B", "spec.none") +
        reference("C", "metadata.name"),
    ),
  );
  const [overlay] = applied.filter(({ kind }) => kind === "kustomize");
  expect(overlay!.gaps.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["variable A", "variable B"]);
  expect(text(at(overlay!.resources[0]!.root, "spec", "template", "spec", "containers", 0, "args", 6))).toBe(
    "$(A)$(B)prod-falcosidekick",
  );
});

it("bounds what variables that are named without end may add", () => {
  const long = `http_output.url=${"$(V)".repeat(100_000)}`;
  const files = withVars(long, reference("V", "metadata.annotations.a"));
  const all = files["top/all.yaml"].replace(
    "metadata: {name: falcosidekick}",
    `metadata: {name: falcosidekick, annotations: {a: ${"x".repeat(100_000)}}}`,
  );
  const { applied } = workspace({ ...files, "top/all.yaml": all });
  expect(applied.flatMap(({ gaps }) => gaps.map(({ kind }) => kind))).toEqual(["bound"]);
});

describe("a variable that is declared twice", () => {
  const service = (name: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {ports: [{port: 80}]}\n`;
  const variable = (name: string) =>
    `vars: [{name: A, objref: {apiVersion: v1, kind: Service, name: ${name}}}]\n`;
  const made = (files: Readonly<Record<string, string>>) => {
    const { applied } = workspace(files);
    const { resources, gaps } = applied.find(({ name }) => name === "top")!;
    return [resources.length, ...gaps.map(({ kind, name }) => `${kind} ${name}`)];
  };
  const base = {
    "base/kustomization.yaml": `resources: [falco.yaml]\n${variable("falco")}`,
    "base/falco.yaml": service("falco"),
  };

  it("is refused with all that builds on it, as by kustomize", () => {
    const top = `resources: [../base]\n${variable("falco")}`;
    expect(made({ ...base, "top/kustomization.yaml": top })).toEqual([0, "twice A"]);
    const between = {
      ...base,
      "mid/kustomization.yaml": top,
      "top/kustomization.yaml": "resources: [../mid]\n",
    };
    expect(made(between)).toEqual([0, "twice A"]);
  });

  it("is none where two bases say the same of it", () => {
    const mid = (name: string) => ({
      [`${name}/kustomization.yaml`]: `resources: [one.yaml]\n${variable("x")}`,
      [`${name}/one.yaml`]: service(name),
    });
    const top = "resources: [../one, ../two, x.yaml]\n";
    const files = { ...mid("one"), ...mid("two"), "top/kustomization.yaml": top, "top/x.yaml": service("x") };
    expect(made(files)[0]).toBe(3);
  });
});

it("replaces what is not there, as kustomize's library does, so that nothing counts as running that is scaled to none", () => {
  const relay = `apiVersion: apps/v1
kind: Deployment
metadata: {name: relay}
spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: []}}}
`;
  const { applied } = workspace({
    "top/kustomization.yaml": `resources: [relay.yaml]
patches:
  - target: {kind: Deployment}
    patch: |-
      - {op: replace, path: /spec/replicas, value: 0}
      - {op: replace, path: /metadata/labels/a, value: b}
`,
    "top/relay.yaml": relay,
  });
  const [made] = applied.find(({ name }) => name === "top")!.resources;
  expect(toData(at(made!.root, "spec", "replicas"))).toBe(0);
  expect(at(made!.root, "metadata", "labels")).toBeUndefined();
});
