import { describe, expect, it } from "vitest";
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
