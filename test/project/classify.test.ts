import { describe, expect, it } from "vitest";
import { classify } from "../../src/project/classify.ts";

describe("classify", () => {
  it.each([
    ["falco-rules", "x.yaml", "- rule: A\n  desc: b\n"],
    ["falco-rules", "x.yaml", "# comment\n- required_engine_version: 0.50.0\n"],
    ["falco-rules", "x.yaml", "- list: shells\n  items: [bash\n"],
    ["falco-config", "x.yaml", "rules_files:\n  - /etc/falco/falco_rules.yaml\njson_output: true\n"],
    ["kubernetes", "x.yaml", "apiVersion: v1\nkind: ConfigMap\n"],
    ["kubernetes", "x.json", '{"apiVersion": "v1", "kind": "ConfigMap"}'],
    ["kubernetes", "x.yaml", "# first\n---\nkind: Pod\napiVersion: v1\n"],
    ["kubernetes", "x.yaml", "{apiVersion: v1, kind: Pod}\n"],
    ["kubernetes", "cm.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  rules.yaml: |\n    - rule: A\n"],
    ["kustomization", "kustomization.yaml", "resources: [a.yaml]\n"],
    ["kustomization", "x.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"],
    ["helm-values", "values.yaml", "falcosidekick:\n  enabled: true\n"],
    ["helm-values", "prod.yaml", "driver:\n  kind: modern_ebpf\ncustomRules: {}\n"],
    ["helm-chart", "Chart.yaml", "apiVersion: v2\nname: x\ndependencies: []\n"],
    [
      "kubernetes",
      "falco/chart.yaml",
      "apiVersion: helm.cattle.io/v1\nkind: HelmChart\nspec: {chart: falco}\n",
    ],
    ["helm-template", "t.yaml", "{{- if .Values.x }}\napiVersion: v1\nkind: Pod\n{{- end }}\n"],
    ["helm-template", "t.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n"],
    ["docker-compose", "compose.yaml", "services:\n  falco:\n    image: falcosecurity/falco\n"],
    ["matrix", "x.yaml", "version: 1\nframeworks: []\ncontrols: {}\n"],
    ["framework", "x.yaml", "framework:\n  id: own\ncontrols: []\n"],
    ["rule-tests", "x.yaml", "rules: [a.yaml]\ntests:\n  - rule: A\n"],
    ["config", ".github/falcoverage.yaml", ""],
    ["markdown", "README.md", "# - rule: A\n"],
    ["prometheus-rules", "x.yaml", "groups:\n  - rules:\n      - alert: A\n        expr: up\n"],
    ["grafana-dashboard", "x.json", '{"panels": [], "schemaVersion": 39}'],
    // Alert texts have braces of their own and are no Helm template.
    [
      "kubernetes",
      "x.yaml",
      "apiVersion: v1\nkind: PrometheusRule\nspec:\n  a: '{{ $labels.x }}'\n  b: x {{ $value }}\n",
    ],
    // Text of alerts and of notifications, in any style, is no template either.
    [
      "kubernetes",
      "x.yaml",
      "apiVersion: v1\nkind: A\nspec:\n  title: |\n    {{ range .Alerts }}x{{ end }}\n",
    ],
    [
      "kubernetes",
      "x.yaml",
      "apiVersion: v1\nkind: A\nspec:\n  a: disk of\n    {{ $labels.node }} is full\n",
    ],
    ["kubernetes", "x.yaml", 'apiVersion: v1\nkind: A\nspec:\n  a: "{{ printf \\"%d\\" $value }}"\n'],
    ["kubernetes", "flows/templates/x.yaml", 'apiVersion: v1\nkind: A\nspec:\n  a: "{{workflow.name}}"\n'],
    ["helm-template", "c/templates/x.yaml", "apiVersion: v1\nkind: A\ndata:\n  a: |\n    {{ .Values.a }}\n"],
    ["helm-template", "x.yaml", "apiVersion: v1\nkind: A\nmetadata:\n  a.b/c: {{ ns }}\n"],
    ["helm-template", "x.yaml", 'apiVersion: v1\nkind: A\nmetadata:\n  name: "{{ include "a" . }}-b"\n'],
    ["helm-template", "x.yaml", "apiVersion: v1\nkind: A\nspec:\n  hosts: [ a.{{ domain }} ]\n"],
    ["helm-template", "x.yaml", "{% if a %}\napiVersion: v1\nkind: A\n{% endif %}\n"],
    ["helm-template", "x.yaml", "#@ if data.values.a:\napiVersion: v1\nkind: A\n#@ end\n"],
    ["helm-template", "x.yaml", "- rule: A\n  desc: of falco\n  condition: {{ condition }}\n"],
    ["other", "tasks.yaml", "- name: {{ name }}\n"],
    // A manifest says what it is at its root.
    ["kubernetes", "x.yaml", "  apiVersion: v1\n  kind: Pod\n"],
    ["other", "x.yaml", "extraObjects:\n  - apiVersion: v1\n    kind: Pod\n"],
    ["other", "x.yaml", "manifest: |\n  apiVersion: v1\nkind: x\n"],
    ["other", "x.json", '{"properties": {"apiVersion": {"type": "string"}, "kind": {"type": "string"}}}'],
    ["other", "x.json", '{"items": [{"apiVersion": "v1", "kind": "Pod"}]}'],
    [
      "kubernetes",
      "kustomization-x.yaml",
      "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n",
    ],
    // Values of the chart may be rules alone, and other charts have some of its keys.
    ["helm-values", "rules.yaml", "customRules:\n  own.yaml: |-\n    - rule: A\n      desc: b\n"],
    ["helm-values", "x.yaml", "driver:\n  kind: ebpf\n"],
    ["other", "values.yaml", "customRules: {}\ndefaultRules:\n  create: true\n"],
    ["other", "values.yaml", "ebpf:\n  enabled: true\nauditLog:\n  enabled: true\n"],
    ["other", "values.yaml", "image:\n  repository: falcosecurity/falco-exporter\nfalco:\n  timeout: 2m\n"],
    ["helm-values", "values.yaml", "falcosidekick:\n  image:\n    repository: falcosecurity/falcosidekick\n"],
    ["other", "x.yaml", "listen_port: 2803\nrules_files:\n  - rules.yaml\nwatch_rules: true\n"],
    // Items of other tools are called so too.
    ["falco-rules", "x.yaml", "- desc: b\n  rule: A\n"],
    ["falco-rules", "x.yaml", "---\n  - macro: a\n    condition: b\n"],
    ["other", "x.yaml", "- rule: A\n  match:\n    rules: [B]\n  actions: [c]\n"],
    ["other", "x.yaml", "spec:\n  - rule: A\n    desc: b\n"],
    ["other", "x.yaml", "tests:\n  - rule: A\n    runner: HostRunner\n"],
    ["other", "ci.yml", "on: push\njobs: {}\n"],
    ["other", "playbook.yaml", "- hosts: all\n  tasks: []\n"],
    ["other", "package.json", '{"name": "x"}'],
  ])("%s: %s %j", (kind, file, content) => {
    expect(classify(file, content)).toBe(kind);
  });

  // Where the time were not linear in the length, these would not end.
  it.each([
    ["lines", "\n".repeat(200_000)],
    ["quotes", '"\n'.repeat(200_000)],
    ["escapes", '\\"'.repeat(200_000)],
    ["braces", "{{".repeat(200_000)],
    ["expressions", "{{ ( ".repeat(200_000)],
    ["keys", "driver:\n k".repeat(200_000)],
    ["dashes", `${"- ".repeat(200_000)}{{ x`],
    ["items", `a: [${" x,".repeat(200_000)}`],
    ["blanks in brackets", `a: [${" ".repeat(200_000)}`],
    ["anchors", `a${": &a".repeat(200_000)} |`],
    ["comments", "#@".repeat(200_000)],
    ["blanks after a brace", `{{${" ".repeat(200_000)}`],
    ["blanks after a key", `groups:\n${" ".repeat(200_000)}`],
  ])("takes a moment for a text of nothing but %s", (_, content) => {
    for (const text of [content, `"${content}`, `{${content}`])
      for (const file of ["x.yaml", "x.json", "templates/x.yaml"])
        expect(classify(file, text)).toBeTypeOf("string");
  });
});
