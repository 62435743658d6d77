import type { Installation } from "../src/chart.ts";

const TEMPLATE = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "web.name" . | quote }}
  labels: {{- include "web.labels" . | nindent 4 }}
data:
  values: {{ toYaml .Values | b64enc }}
  {{- range $key, $value := .Values.rules }}
  {{ $key }}: |
{{ tpl $value $ | trim | indent 4 }}
  {{- end }}
  {{- if and (semverCompare ">=1.20-0" .Capabilities.KubeVersion.Version) (not (eq .Values.a nil)) }}
  json: {{ dict "a" (list 1 2.5 true) | toJson | sha256sum | trunc 8 | trimSuffix "-" | replace "a" "b" }}
  {{- end }}
`;

const HELPERS = `{{- define "web.name" -}}
{{ default .Chart.Name .Values.nameOverride | printf "%s-%s" .Release.Name }}
{{- end }}
{{- define "web.labels" }}
{{- with .Values.labels }}
{{- toYaml . }}
{{- end }}
app.kubernetes.io/version: {{ .Chart.AppVersion | default "1" | quote }}
{{- end }}
`;

/** A chart that uses what most charts use, so that the stored program has it at hand. */
export const WARM_UP: Installation = {
  release: "web",
  namespace: "default",
  kubernetesVersion: "1.34",
  values: { a: 1, labels: { app: "web" }, rules: { "a.yaml": "- list: {{ .Release.Name }}\n" } },
  files: Object.entries({
    ".helmignore": "*.md\n",
    "Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: sub\n  version: 1.x.x\n",
    "values.yaml": "a: 2\nnameOverride: ''\nsub: {enabled: true}\n",
    "templates/web.yaml": TEMPLATE,
    "templates/_helpers.tpl": HELPERS,
    "charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
    "charts/sub/templates/sub.yaml":
      "{{- if .Values.enabled }}\na: {{ .Files.Get `a.txt` | quote }}\n{{- end }}\n",
    "charts/sub/a.txt": "a",
  }).map(([name, text]) => ({ name, data: Buffer.from(text) })),
};
