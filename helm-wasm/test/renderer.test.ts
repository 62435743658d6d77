import { describe, expect, it } from "vitest";
import { createRenderer, type Rendering, type Template } from "../src/index.ts";
import { tgz } from "./tgz.ts";

// On a machine that is busy, even a small chart may take a while.
const renderer = createRenderer({ timeout: 25_000 });

const CHART = "apiVersion: v2\nname: web\nversion: 1.0.0\n";

function render(files: Record<string, string | Uint8Array>, values: unknown = {}): Rendering {
  return renderer.render({
    release: "prod",
    namespace: "shop",
    kubernetesVersion: "1.34",
    values,
    files: Object.entries(files).map(([name, data]) => ({ name, data: Buffer.from(data) })),
  });
}

function templates(files: Record<string, string | Uint8Array>, values: unknown = {}): readonly Template[] {
  const rendering = render(files, values);
  if (rendering.status === "failed") throw new Error(rendering.message);
  return rendering.templates;
}

const template = (text: string, values: unknown = {}, more: Record<string, string> = {}) =>
  templates({ "Chart.yaml": CHART, "templates/a.yaml": text, ...more }, values)[0]!;

/** Lines of the rendered text, each with the line of the source that it is from, from 1. */
function traced({ text, lines }: Template): string[] {
  return text.split("\n").map((line, index) => {
    const from = lines?.[index];
    return from === undefined
      ? line
      : `${from.template.replace("web/templates/", "")}:${from.line + 1} ${line}`;
  });
}

it("renders with the release, the chart's values and those that are laid over", () => {
  const text =
    "{{ .Release.Name }} {{ .Release.Namespace }} {{ .Values.a }} {{ .Values.b.c }} {{ .Capabilities.KubeVersion }}";
  expect(template(text, { b: { c: 3 } }, { "values.yaml": "a: 1\nb: {c: 2}\n" }).text).toBe(
    "prod shop 1 3 v1.34.0",
  );
});

it("leaves out notes, helpers and what is blank", () => {
  const made = templates({
    "Chart.yaml": CHART,
    "templates/NOTES.txt": "hello",
    "templates/_helpers.tpl": "hello",
    "templates/blank.yaml": "{{ if false }}a{{ end }}\n",
    "templates/a.yaml": "a: 1",
  });
  expect(made.map(({ name }) => name)).toEqual(["web/templates/a.yaml"]);
});

it("leaves out what .helmignore names, with the folders in it", () => {
  const made = templates({
    "Chart.yaml": CHART,
    ".helmignore": "old/\n*.bak.yaml\n",
    "templates/a.yaml": "a: 1",
    "templates/old/b.yaml": "b: 1",
    "templates/c.bak.yaml": "c: 1",
  });
  expect(made.map(({ name }) => name)).toEqual(["web/templates/a.yaml"]);
});

it("renders dependencies under their alias, by their conditions, and names those that are not there", () => {
  const files = {
    "Chart.yaml": `${CHART}dependencies:
- {name: sub, version: 1.x.x, alias: one, condition: one.enabled}
- {name: sub, version: 1.x.x, alias: two, condition: two.enabled}
- {name: falco, version: 9.1.0, repository: "https://falcosecurity.github.io/charts"}
`,
    "charts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
    "charts/sub/templates/s.yaml": "name: {{ .Chart.Name }}",
  };
  const rendering = render(files, { two: { enabled: false } });
  expect(rendering).toMatchObject({
    status: "rendered",
    missing: ["falco"],
    templates: [{ name: "web/charts/one/templates/s.yaml", text: "name: one" }],
  });
});

it("reads archives: of dependencies and of the chart itself", () => {
  const archive = tgz({
    "sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
    "sub/templates/s.yaml": "a: 1",
  });
  expect(templates({ "Chart.yaml": CHART, "charts/sub-1.0.0.tgz": archive })).toMatchObject([
    { name: "web/charts/sub/templates/s.yaml", text: "a: 1" },
  ]);
  expect(templates({ "sub-1.0.0.tgz": archive })).toMatchObject([{ name: "sub/templates/s.yaml" }]);
});

it("knows the API versions that Helm knows, and no cluster, name server or environment", () => {
  const text = [
    '{{ .Capabilities.APIVersions.Has "policy/v1" }}',
    '{{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" }}',
    '{{ lookup "v1" "Secret" "shop" "a" }}',
    '{{ getHostByName "localhost" | quote }}',
  ].join(" ");
  expect(template(text).text).toBe('true false map[] ""');
  expect(render({ "Chart.yaml": CHART, "templates/a.yaml": '{{ env "HOME" }}' })).toMatchObject({
    reason: "refused",
    message: expect.stringContaining('function "env" not defined'),
  });
});

describe("says from where lines are:", () => {
  it("text, branches, loops and trimmed actions", () => {
    const source = `items:
{{- range .Values.items }}
- {{ . }}
{{- end }}
{{- if true }}
kind: a
{{- else }}
kind: b
{{- end }}
{{/* a comment
     of two lines }} */}}
last: {{ "}}" }}
`;
    expect(traced(template(source, { items: [1, 2] }))).toEqual([
      "a.yaml:1 items:",
      "a.yaml:3 - 1",
      "a.yaml:3 - 2",
      "a.yaml:6 kind: a",
      "a.yaml:10 ",
      "a.yaml:12 last: }}",
      "a.yaml:13 ",
    ]);
  });

  it("helpers, and values that are put in", () => {
    const source = `metadata:
  labels: {{- include "labels" . | nindent 4 }}
data:
{{ toYaml .Values.data | indent 2 }}
end: 1`;
    const helpers = `{{- define "labels" -}}
app: web
release: {{ .Release.Name }}
{{- end }}`;
    expect(
      traced(template(source, { data: { a: "1\n2\n" } }, { "templates/_helpers.tpl": helpers })),
    ).toEqual([
      "a.yaml:1 metadata:",
      "a.yaml:2   labels:",
      "a.yaml:2     app: web",
      "_helpers.tpl:3     release: prod",
      "a.yaml:3 data:",
      "a.yaml:4   a: |",
      "a.yaml:4     1",
      "a.yaml:4     2",
      "a.yaml:5 end: 1",
    ]);
  });

  it("without helpers where a template works with what they make", () => {
    const source = 'a: {{ include "two" . | sha256sum | trunc 4 }}\nb: 1\n{{ include "two" . }}\n';
    const helpers = '{{- define "two" -}}\nx: 1\ny: 2\n{{- end }}';
    expect(traced(template(source, {}, { "templates/_helpers.tpl": helpers }))).toEqual([
      expect.stringMatching(/^a.yaml:1 a: [0-9a-f]{4}$/),
      "a.yaml:2 b: 1",
      "a.yaml:3 x: 1",
      "a.yaml:3 y: 2",
      "a.yaml:4 ",
    ]);
  });

  it("by itself where a template hashes what another one makes", () => {
    const [, pod] = templates({
      "Chart.yaml": CHART,
      "templates/config.yaml": "a: 1\nb: 2\n",
      "templates/pod.yaml":
        'sum: {{ include (print $.Template.BasePath "/config.yaml") . | sha256sum | trunc 4 }}\nkind: Pod\n',
    });
    expect(traced(pod!).map((line) => line.split(" ")[0])).toEqual([
      "pod.yaml:1",
      "pod.yaml:2",
      "pod.yaml:3",
    ]);
  });

  it("not at all where marks would change what is made", () => {
    const source = '{{- define "own" }}\nx: 1\n{{ end -}}\na: {{ include "own" . | len }}\nb: 1\n';
    const made = template(source);
    expect(made.text).toBe("a: 6\nb: 1\n");
    expect(made.lines).toBeUndefined();
  });
});

describe("refuses what Helm refuses, with the line:", () => {
  it("a template that fails", () => {
    const files = {
      "Chart.yaml": CHART,
      "templates/a.yaml": 'a: 1\nb: {{ required "b is needed" .Values.b }}\n',
    };
    expect(render(files)).toEqual({
      status: "failed",
      reason: "refused",
      message: "execution error at (web/templates/a.yaml:2:6): b is needed",
      source: { template: "web/templates/a.yaml", line: 1 },
    });
  });

  it("a template that is broken", () => {
    expect(render({ "Chart.yaml": CHART, "templates/a.yaml": "a: 1\n{{ if }}\n" })).toMatchObject({
      reason: "refused",
      source: { template: "web/templates/a.yaml", line: 1 },
    });
  });

  it("values that the schema forbids", () => {
    const files = { "Chart.yaml": CHART, "values.schema.json": '{"properties": {"a": {"type": "string"}}}' };
    expect(render(files, { a: 1 })).toMatchObject({
      reason: "refused",
      message: expect.stringContaining("/a"),
    });
  });

  it("what is no chart", () => {
    expect(render({ "templates/a.yaml": "a" })).toMatchObject({ reason: "unreadable" });
    expect(render({ "Chart.yaml": "a: [" })).toMatchObject({ reason: "unreadable" });
    expect(render({ "a.tgz": "no archive" })).toMatchObject({ reason: "unreadable" });
  });
});

describe("is not harmed by", () => {
  const hostile = (text: string, more: Record<string, string | Uint8Array> = {}) => {
    const rendering = render({ "Chart.yaml": CHART, "templates/a.yaml": text, ...more });
    // Whatever it was, the next chart is rendered as ever.
    expect(template("a: 1").text).toBe("a: 1");
    return rendering;
  };

  it.each([
    ["includes without end", '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}'],
    ["templates without end", '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}'],
    ["tpl without end", '{{ define "a" }}{{ tpl "{{ include \\"a\\" . }}" . }}{{ end }}{{ include "a" . }}'],
    ["templates that nest deeply", `${"{{ if true }}".repeat(200_000)}${"{{ end }}".repeat(200_000)}`],
    ["expressions that nest deeply", `{{ ${"(".repeat(200_000)}1${")".repeat(200_000)} }}`],
  ])("%s", (_, text) => {
    expect(hostile(text).status).toBe("failed");
  });

  it("a huge repeat or until", () => {
    expect(hostile('{{ repeat 2000000000 "a" }}')).toMatchObject({ reason: "out of memory" });
    expect(hostile("{{ range until 2000000000 }}a{{ end }}")).toMatchObject({ reason: "out of memory" });
  });

  it("more output than a chart may make", () => {
    expect(hostile('{{ repeat 20000000 "a" }}')).toMatchObject({ reason: "too large" });
  });

  it("loops that take for ever", () => {
    const loop = "{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}";
    const { render } = createRenderer({ timeout: 1000 });
    const files = { "Chart.yaml": CHART, "templates/a.yaml": loop };
    const installation = {
      release: "prod",
      namespace: "shop",
      kubernetesVersion: "1.34",
      values: {},
      files: Object.entries(files).map(([name, data]) => ({ name, data: Buffer.from(data) })),
    };
    expect(render(installation)).toMatchObject({ reason: "too slow" });
    expect(render({ ...installation, files: installation.files.slice(0, 1) })).toMatchObject({
      status: "rendered",
    });
  });

  it("an archive that unpacks to very much", () => {
    const archive = tgz({
      "sub/Chart.yaml": "name: sub\nversion: 1.0.0\n",
      "sub/a.txt": "a".repeat(64 << 20),
    });
    expect(hostile("a: 1", { "charts/sub.tgz": archive })).toMatchObject({ reason: "unreadable" });
  });

  it("paths that lead out of the chart", () => {
    const archive = tgz({ "sub/Chart.yaml": "name: sub\nversion: 1.0.0\n", "sub/../../a.txt": "a" });
    expect(hostile("a: 1", { "charts/sub.tgz": archive })).toMatchObject({ reason: "unreadable" });
    expect(hostile('{{ .Files.Get "../../etc/passwd" }}a')).toMatchObject({ templates: [{ text: "a" }] });
  });

  it("marks that a template has by itself", () => {
    expect(hostile("a: 1 #@@0:5@@\nb: #@@999:999@@\n")).toMatchObject({
      templates: [{ text: "a: 1 #@@0:5@@\nb: #@@999:999@@\n", lines: undefined }],
    });
  });

  it("values that are no map", () => {
    expect(render({ "Chart.yaml": CHART, "templates/a.yaml": "a" }, [1])).toMatchObject({
      reason: "unreadable",
    });
  });
});
