import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { tgz } from "../../../helm-wasm/test/tgz.ts";
import { at } from "../../../src/project/tree.ts";
import { summary } from "../summary.ts";
import { workspace } from "../workspace.ts";

const chart = "apiVersion: v2\nname: runtime\nversion: 1.0.0\n";

const helpers = `{{- define "runtime.name" -}}
{{ .Release.Name }}-falco
{{- end }}
{{- define "runtime.labels" -}}
app: {{ include "runtime.name" . }}
team: security
{{- end }}
`;

const templates = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "runtime.name" . }}
data:
  falco.yaml: |
    rules_files: [/etc/falco/rules.d]
    engine: {kind: modern_ebpf}
    priority: {{ .Values.priority }}
    json_output: true
    http_output: {enabled: true, url: "{{ .Values.url }}"}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "runtime.name" . }}-rules
data:
{{- range $name, $text := .Values.rules }}
  {{ $name }}: |
{{ $text | indent 4 }}
{{- end }}
  file.yaml: |-
{{ .Files.Get "rules/file.yaml" | indent 4 }}
  own.yaml: |
    - list: own
      items: [{{ .Values.priority }}]
---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: {{ include "runtime.name" . }}
spec:
  selector:
    matchLabels: {{- include "runtime.labels" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "runtime.labels" . | nindent 8 }}
    spec:
      containers:
        - name: falco
          image: docker.io/falcosecurity/falco:0.44.1
          volumeMounts:
            - {name: config, mountPath: /etc/falco/falco.yaml, subPath: falco.yaml}
            - {name: rules, mountPath: /etc/falco/rules.d}
      volumes:
        - name: config
          configMap: {name: {{ include "runtime.name" . }}}
        - name: rules
          configMap: {name: {{ include "runtime.name" . }}-rules}
`;

const files = {
  "runtime/Chart.yaml": chart,
  "runtime/values.yaml": `priority: warning
url: https://alerts.example.com/a
rules:
  values.yaml: |
    - list: from_values
      items: [a]
`,
  "runtime/rules/file.yaml": "- list: from_file\n  items: [a]\n",
  "runtime/templates/_helpers.tpl": helpers,
  "runtime/templates/falco.yaml": templates,
};

const application = (helm: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: prod}
spec:
  destination: {namespace: security}
  source: {repoURL: https://git.example.com/a, path: runtime, helm: ${helm}}
`;

describe("a chart of the repository", () => {
  it("is rendered with its own values, and each text is reported at its own line", () => {
    const { stacks } = workspace(files);
    expect(stacks.map(summary)).toMatchObject([
      expect.arrayContaining([
        "Falco 0.44.1 from runtime/templates/falco.yaml:41",
        "loads /etc/falco/rules.d/values.yaml: runtime/values.yaml#values.yaml",
        "loads /etc/falco/rules.d/file.yaml: runtime/rules/file.yaml",
        expect.stringMatching(/^loads \/etc\/falco\/rules.d\/own.yaml: runtime\/templates\/falco.yaml/),
        "priority warning from runtime/templates/falco.yaml:9, JSON",
        "to alerts.example.com: ok",
      ]),
    ]);
  });

  it("is rendered with what an Application says, under its names", () => {
    const { stacks } = workspace({
      ...files,
      "application.yaml": application("{valuesObject: {priority: error}, valueFiles: [prod.yaml]}"),
      "runtime/prod.yaml": "url: https://alerts.example.com/prod\npriority: debug\n",
    });
    expect(stacks.map(({ name }) => name)).toEqual(["security/prod-falco"]);
    expect(summary(stacks[0]!)).toContain("priority error from runtime/templates/falco.yaml:9, JSON");
  });

  it("that refuses the values of its installation is reported at the line of its template", () => {
    const { applied, stacks } = workspace({
      ...files,
      "runtime/templates/guard.yaml": '# falco\n{{ fail "say which cluster" }}\n',
      "application.yaml": application("{}"),
    });
    expect(stacks).toEqual([]);
    const [refusal] = applied.flatMap(({ refusals }) => refusals);
    expect(refusal?.message).toContain("say which cluster");
    const { text, span } = refusal!.location;
    expect(text.locate(span)).toMatchObject({ file: "runtime/templates/guard.yaml", start: { line: 2 } });
  });

  it("that nobody installs and that wants more values is left out", () => {
    const { applied, stacks } = workspace({
      ...files,
      "runtime/templates/guard.yaml": '# falco\n{{ fail "say which cluster" }}\n',
    });
    expect(stacks).toEqual([]);
    expect(applied.flatMap(({ refusals }) => refusals)).toEqual([]);
  });
});

/** The same chart as it is packed. */
const packed = tgz(Object.fromEntries(Object.entries(files).map(([file, content]) => [file, content])));
const holder = `apiVersion: v2
name: platform
version: 1.0.0
dependencies:
  - {name: runtime, version: 1.0.0, repository: https://charts.example.com}
`;
const own =
  "runtime:\n  priority: error\n  rules:\n    platform.yaml: |\n      - list: of_platform\n        items: [a]\n";

describe("a chart that holds others", () => {
  it("has those that are packed, and is reported where it asks for them", () => {
    const { stacks } = workspace({
      "platform/Chart.yaml": holder,
      "platform/values.yaml": own,
      "platform/charts/runtime-1.0.0.tgz": packed,
    });
    expect(stacks.map(summary)).toMatchObject([
      expect.arrayContaining([
        "Falco 0.44.1 from platform/Chart.yaml:5",
        "loads /etc/falco/rules.d/platform.yaml: platform/values.yaml#platform.yaml",
        "priority error from platform/Chart.yaml:5, JSON",
        "to alerts.example.com: ok",
      ]),
    ]);
  });

  it("has those of other folders that it takes from there, under their alias too", () => {
    const { stacks } = workspace({
      ...files,
      "platform/Chart.yaml": `apiVersion: v2
name: platform
version: 1.0.0
dependencies:
  - {name: runtime, alias: sensor, version: 1.0.0, repository: "file://../runtime"}
`,
      "platform/values.yaml": "sensor: {priority: error}\n",
      "application.yaml": application("{}").replace("path: runtime", "path: platform"),
    });
    expect(stacks.map(summary)).toContainEqual(
      expect.arrayContaining([
        "Falco 0.44.1 from runtime/templates/falco.yaml:41",
        "loads /etc/falco/rules.d/values.yaml: runtime/values.yaml#values.yaml",
        "priority error from runtime/templates/falco.yaml:9, JSON",
      ]),
    );
  });

  it("has of those what their own .helmignore leaves", () => {
    const holding = {
      ...files,
      "runtime/templates/guard.yaml": '# falco\n{{ fail "never" }}\n',
      "platform/Chart.yaml":
        'apiVersion: v2\nname: platform\nversion: 1.0.0\ndependencies: [{name: runtime, version: 1.0.0, repository: "file://../runtime"}]\n',
      "application.yaml": application("{}").replace("path: runtime", "path: platform"),
    };
    const above = { "platform/.helmignore": "guard.yaml\n" };
    expect(workspace(holding).stacks).toEqual([]);
    expect(workspace({ ...holding, ...above }).stacks).toEqual([]);
    expect(workspace({ ...holding, "runtime/.helmignore": "guard.yaml\n" }).stacks).toHaveLength(1);
  });

  it("and lacks one of them is not refused for it, as its templates may use what that brings", () => {
    const { applied, stacks } = workspace({
      "platform/Chart.yaml": holder.replaceAll("runtime", "falco"),
      "platform/templates/falco.yaml": '# {{ include "falco.labels" . }}\n',
      "application.yaml": application("{}").replace("path: runtime", "path: platform"),
    });
    expect(applied.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(stacks.map(({ name }) => name)).toEqual(["Application prod: security/prod-falco"]);
  });

  it("that take each other from their folders end somewhere", () => {
    const chart = (name: string, other: string) =>
      `apiVersion: v2\nname: ${name}\nversion: 1.0.0\ndependencies:\n  - {name: ${other}, version: 1.0.0, repository: "file://../${other}"}\n`;
    const { stacks } = workspace({
      "a/Chart.yaml": chart("a", "b"),
      "a/templates/falco.yaml": "# falco\n",
      "b/Chart.yaml": chart("b", "a"),
    });
    expect(stacks).toEqual([]);
  });

  it.each([
    ["is no archive", Buffer.from("no archive")],
    ["is cut off", packed.subarray(0, packed.length / 2)],
    ["unpacks to more than a chart may be", gzipSync(Buffer.alloc(64 << 20))],
    [
      "holds a path that leads out",
      tgz({ "falco/Chart.yaml": chart.replace("runtime", "falco"), "falco/../../a.yaml": "a: 1" }),
    ],
  ])("has none that %s, and says so where it is installed", (_, archive) => {
    const { applied, stacks } = workspace({
      "platform/Chart.yaml": holder.replaceAll("runtime", "falco"),
      "platform/charts/falco-9.1.0.tgz": archive,
      "application.yaml": application("{}").replace("path: runtime", "path: platform"),
    });
    expect(stacks).toEqual([]);
    expect(applied.flatMap(({ refusals }) => refusals)).toHaveLength(1);
  });
});

it("reports what a Secret of a template holds where the values have it", () => {
  const { applied } = workspace({
    ...files,
    "runtime/values.yaml": `${files["runtime/values.yaml"]}token: a-long-token-of-ours\n`,
    "runtime/templates/secret.yaml":
      "apiVersion: v1\nkind: Secret\nmetadata: {name: falco-token}\ndata: {TOKEN: {{ .Values.token | b64enc }}}\n",
  });
  const secret = applied.flatMap(({ resources }) => resources).find(({ kind }) => kind === "Secret");
  const { text, span } = at(secret?.root, "data", "TOKEN")!;
  expect(text.locate(span)).toMatchObject({ file: "runtime/values.yaml", start: { line: 7 } });
});

describe("files of a chart that are no YAML", () => {
  it("are what templates read, and are reported where they stand", () => {
    const { stacks } = workspace({
      ...files,
      "runtime/templates/falco.yaml": templates.replace("rules/file.yaml", "rules/file.rules"),
      "runtime/rules/file.rules": "- list: from_file\n  items: [a]\n",
    });
    expect(summary(stacks[0]!)).toContain("loads /etc/falco/rules.d/file.yaml: runtime/rules/file.rules");
  });

  it("leave out templates that .helmignore names", () => {
    const guard = { "runtime/templates/guard.yaml": '# falco\n{{ fail "never" }}\n' };
    expect(workspace({ ...files, ...guard }).stacks).toEqual([]);
    const { stacks } = workspace({ ...files, ...guard, "runtime/.helmignore": "guard.yaml\n" });
    expect(stacks).toHaveLength(1);
  });
});

describe("a chart of the repository that a kustomization has rendered", () => {
  const within = (folder: string) =>
    Object.fromEntries(
      Object.entries(files).map(([file, content]) => [file.replace("runtime", folder), content]),
    );

  it("is one of the folder for charts, with the values, the release and the patches of the kustomization", () => {
    const { applied, stacks } = workspace({
      ...within("deploy/charts/runtime"),
      "deploy/kustomization.yaml": `helmCharts:
  - {name: runtime, releaseName: prod, namespace: security, valuesInline: {priority: error}}
images: [{name: docker.io/falcosecurity/falco, newTag: 0.43.0}]
`,
    });
    expect(stacks.map(summary)).toEqual([
      expect.arrayContaining([
        "deploy: prod-falco (kustomize) in any namespace",
        "Falco 0.43.0 from deploy/kustomization.yaml:3",
        "priority error from deploy/charts/runtime/templates/falco.yaml:9, JSON",
      ]),
    ]);
    expect(applied.flatMap(({ gaps }) => gaps)).toEqual([]);
  });

  it("may be in another folder, and a chart that is in none is not read", () => {
    const kustomization = (home: string) =>
      `helmGlobals: {chartHome: ${home}}\nhelmCharts: [{name: runtime, releaseName: a}]\n`;
    const charts = within("charts/runtime");
    const found = workspace({ ...charts, "deploy/kustomization.yaml": kustomization("../charts") });
    expect(found.stacks.map(({ name }) => name)).toEqual(["deploy: a-falco"]);
    const missing = workspace({ "deploy/kustomization.yaml": kustomization("../charts") });
    expect(missing.applied.flatMap(({ gaps }) => gaps.map(({ kind }) => kind))).toEqual(["chart"]);
  });
});
