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
    ["other", "ci.yml", "on: push\njobs: {}\n"],
    ["other", "playbook.yaml", "- hosts: all\n  tasks: []\n"],
    ["other", "package.json", '{"name": "x"}'],
  ])("%s: %s %j", (kind, file, content) => {
    expect(classify(file, content)).toBe(kind);
  });
});
