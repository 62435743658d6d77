import { describe, expect, it } from "vitest";
import { summary } from "../summary.ts";
import { stacksOf, workspace } from "../workspace.ts";

const values = "driver: {kind: modern_ebpf}\nfalco: {json_output: true}\n";

/** The version line of the summary of each deployment. */
function versions(files: Record<string, string>): string[] {
  return stacksOf(files).map((stack) => summary(stack)[1]!);
}

describe("a helmfile", () => {
  const helmfile = (release: string) => `repositories:
  - {name: falcosecurity, url: https://falcosecurity.github.io/charts}
releases:
  - name: metrics
    chart: prometheus/prometheus
    version: 1.2.3
  - name: sensor
    namespace: security
    chart: falcosecurity/falco
${release.replaceAll(/^/gm, "    ")}
`;

  it("pins the chart and lays its values over each other", () => {
    const [stack, ...others] = stacksOf({
      "clusters/helmfile.yaml": helmfile(
        "version: 4.2.5\nvalues:\n  - ../config/falco.yaml\n  - falco: {priority: error}\nset:\n  - {name: falco.json_output, value: true}",
      ),
      "config/falco.yaml": "driver: {kind: ebpf}\nfalco: {priority: notice}\n",
    });
    expect(others).toEqual([]);
    expect(summary(stack!)).toEqual(
      expect.arrayContaining([
        "clusters/helmfile.yaml: security/sensor-falco (helm) in security",
        "Falco 0.37.1 from clusters/helmfile.yaml:10",
        "engine ebpf, plugins ",
        "priority error from clusters/helmfile.yaml:13, JSON",
      ]),
    );
  });

  it("pins a chart that came with a candidate of a release", () => {
    expect(versions({ "helmfile.yaml": helmfile("version: 4.18.0") })).toEqual([
      "Falco 0.40.0 from helmfile.yaml:10",
    ]);
  });

  it("installs nothing that it says is not installed", () => {
    expect(stacksOf({ "helmfile.yaml": helmfile("installed: false") })).toEqual([]);
  });

  it("may leave out values that are encrypted", () => {
    const [stack] = stacksOf({
      "helmfile.d/10-falco.yml": helmfile("version: 4.2.5\nsecrets: [secrets.yaml]"),
    });
    expect(stack?.config.state).toBe("unknown");
  });

  it("joins what it installs", () => {
    const [stack] = stacksOf({
      "helmfile.yaml": helmfile(
        "version: 4.2.5\nvalues:\n  - falco: {json_output: true, http_output: {enabled: true, url: 'http://alerts-falcosidekick:2801'}}",
      ).concat(
        "  - {name: alerts, namespace: security, chart: falcosecurity/falcosidekick, values: [{config: {slack: {webhookurl: 'https://hooks.slack.com/services/T0/B0/x'}}}]}\n",
      ),
    });
    expect(summary(stack!).filter((line) => line.startsWith("to Slack"))).toEqual([
      "to Slack from debug: ok",
    ]);
  });

  it("is not read where it has templates, and nothing is claimed of values in its folder", () => {
    const files = {
      "clusters/helmfile.yaml": helmfile("version: 4.2.5\nvalues:\n  - values/{{ .Environment.Name }}.yaml"),
      "clusters/values/falco.yaml": `driver: {kind: modern_ebpf}\n${values}`,
      "other/values.yaml": values,
    };
    const states = Object.fromEntries(
      stacksOf(files).map(({ name, config }) => [name.split(":")[0], config.state]),
    );
    expect(states).toEqual({
      "clusters/helmfile.yaml": "unknown",
      "clusters/values/falco.yaml": "unknown",
      "other/values.yaml": "known",
    });
    const wholly = {
      ...files,
      "clusters/helmfile.yaml": "{{ if .Values.a }}\nreleases: [{chart: a/falco}]\n{{ end }}\n",
    };
    expect(stacksOf(wholly).map(({ config }) => config.state)).toEqual(["unknown", "known"]);
  });

  it("with templates may install what manifests, an overlay, another helmfile or values lack", () => {
    const { applied } = workspace({
      "helmfile.yaml": helmfile("version: 4.2.5"),
      "top/kustomization.yaml": "resources: []\n",
      "values.yaml": values,
      "alerts/helmfile.yaml.gotmpl": "releases:\n{{ range .Values.falco }}{{ end }}\n",
    });
    expect(applied.map(({ kind, gaps }) => `${kind} ${gaps.map(({ name }) => name).join()}`)).toEqual(
      ["manifest", "kustomize", "helm", "helm"].map((kind) => `${kind} alerts/helmfile.yaml.gotmpl`),
    );
  });

  it("leaves the configuration open where it has values with templates", () => {
    for (const release of [
      "values: [values.yaml.gotmpl]",
      'values: [{falco: {priority: "{{ .Values.p }}"}}]',
    ]) {
      const [stack, ...others] = stacksOf({
        "helmfile.yaml": helmfile(`version: 4.2.5\n${release}`),
        "values.yaml.gotmpl": "falco:\n  priority: {{ .Values.p }}\n",
      });
      expect([stack?.config.state, others]).toEqual(["unknown", []]);
    }
  });
});

describe("a chart that depends on Falco's", () => {
  const chart = (version: string) =>
    `apiVersion: v2\nname: security\nversion: 0.1.0\ndependencies:\n  - {name: falco, version: "${version}", repository: "https://falcosecurity.github.io/charts"}\n`;
  const lock =
    "dependencies:\n- name: falco\n  repository: https://falcosecurity.github.io/charts\n  version: 4.2.5\n";

  it("takes the version that Chart.lock names within the range", () => {
    const files = {
      "falco/Chart.yaml": chart("4.x"),
      "falco/Chart.lock": lock,
      "falco/values.yaml": `falco:\n${values.replaceAll(/^/gm, "  ")}`,
    };
    expect(versions(files)).toEqual(["Falco 0.37.1 from falco/Chart.lock:4"]);
  });

  it("takes the range where Chart.lock is older than that", () => {
    const files = {
      "falco/Chart.yaml": chart("5.0.0"),
      "falco/Chart.lock": lock,
      "falco/values.yaml": `falco:\n${values.replaceAll(/^/gm, "  ")}`,
    };
    expect(versions(files)).toEqual([expect.stringMatching(/ from falco\/Chart\.yaml:5$/)]);
  });
});

describe("a digest", () => {
  const image = `falcosecurity/falco@sha256:${"0".repeat(64)}`;

  it("has its version in a comment", () => {
    const pod = (comment: string) => ({
      "falco.yaml": `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: ${image} ${comment}
`,
    });
    expect(versions(pod("# 0.39.2"))).toEqual(["Falco 0.39.2 from falco.yaml:11"]);
    expect(versions(pod("# tag=v0.38.0"))).toEqual(["Falco 0.38.0 from falco.yaml:11"]);
    expect(versions(pod("# pinned on purpose"))[0]).not.toContain("from");
    expect(versions({ "compose.yml": `services:\n  falco:\n    image: "${image}" # 0.39.2\n` })).toEqual([
      "Falco 0.39.2 from compose.yml:3",
    ]);
  });
});

describe("a chart that kustomize renders", () => {
  const kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

  it("has its version in the older form too", () => {
    const files = {
      "falco/kustomization.yaml": `${kustomization}helmChartInflationGenerator:
  - chartName: falco
    chartRepoUrl: https://falcosecurity.github.io/charts
    chartVersion: 4.2.5
    releaseName: falco
    values: values.yaml
`,
      "falco/values.yaml": values,
    };
    expect(versions(files)).toEqual([expect.stringMatching(/^Falco 0\.37\.1 from /)]);
  });

  it("has its version in a generator", () => {
    const files = {
      "falco/kustomization.yaml": `${kustomization}generators: [chart.yaml]\n`,
      "falco/chart.yaml": `apiVersion: builtin
kind: HelmChartInflationGenerator
metadata: {name: falco}
name: falco
repo: https://falcosecurity.github.io/charts
version: 4.2.5
releaseName: falco
namespace: security
valuesInline: {driver: {kind: ebpf}}
`,
    };
    expect(versions(files)).toEqual([expect.stringMatching(/^Falco 0\.37\.1 from /)]);
  });
});

it("takes the version of a Falco object of the operator", () => {
  const falco = (version: string) =>
    `apiVersion: instance.falcosecurity.dev/v1alpha1\nkind: Falco\nmetadata: {name: falco}\nspec: {type: DaemonSet${version}}\n`;
  expect(versions({ "falco.yaml": falco(", version: 0.41.0") })).toEqual(["Falco 0.41.0 from falco.yaml:4"]);
});

describe("the Falco Operator", () => {
  const falco = (spec: string) =>
    `apiVersion: instance.falcosecurity.dev/v1alpha1\nkind: Falco\nmetadata: {name: falco}\nspec: ${spec}\n`;
  const operator = (tag: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: operator}
spec: {template: {spec: {containers: [{name: manager, image: "falcosecurity/falco-operator:${tag}"}]}}}
`;
  const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: operator}
spec: {chart: {spec: {chart: falco-operator, version: 0.2.0}}}
`;

  it("deploys the Falco of its own release where the object names none", () => {
    expect(versions({ "falco.yaml": falco("{}"), "operator.yaml": operator("0.2.1") })).toEqual([
      "Falco 0.43.0 from operator.yaml:4",
    ]);
    expect(versions({ "falco.yaml": falco("{}"), "operator.yaml": release })).toEqual([
      "Falco 0.44.0 from operator.yaml:4",
    ]);
  });

  it("is overruled by the object", () => {
    expect(
      versions({ "falco.yaml": falco("{version: 0.42.0}"), "operator.yaml": operator("0.2.1") }),
    ).toEqual(["Falco 0.42.0 from falco.yaml:4"]);
  });

  it("tells nothing where its release is not known, or there are several", () => {
    const files = { "falco.yaml": falco("{}") };
    for (const operators of [{}, { "o.yaml": operator("latest") }, { "o.yaml": operator("0.9.0") }])
      expect(versions({ ...files, ...operators })).toEqual([expect.stringMatching(/^Falco unknown/)]);
    expect(versions({ ...files, "a.yaml": operator("0.1.0"), "b.yaml": operator("0.4.1") })).toEqual([
      expect.stringMatching(/^Falco unknown/),
    ]);
  });
});

describe("a chart of Helm 2", () => {
  const requirements =
    "dependencies: [{name: falco, version: 1.11.1, repository: 'https://falcosecurity.github.io/charts'}]\n";

  it("has its dependencies in a file of their own", () => {
    const files = {
      "sensor/requirements.yaml": requirements,
      "sensor/values.yaml": `falco:\n${values.replaceAll(/^(?=.)/gm, "  ")}`,
    };
    const chart = (version: string) => ({
      "sensor/Chart.yaml": `apiVersion: ${version}\nname: sensor\nversion: 0.1.0\n`,
    });
    expect(versions({ ...files, ...chart("v1") })).toEqual(["Falco 0.28.1 from sensor/requirements.yaml:1"]);
    // The second version of charts has them in Chart.yaml alone.
    expect(versions({ ...files, ...chart("v2") })).toEqual([]);
  });

  it("takes the version that is locked", () => {
    expect(
      versions({
        "sensor/Chart.yaml": "apiVersion: v1\nname: sensor\nversion: 0.1.0\n",
        "sensor/requirements.yaml": requirements.replace("1.11.1", '"^1.11.0"'),
        "sensor/requirements.lock": "dependencies: [{name: falco, version: 1.11.1}]\n",
        "sensor/values.yaml": `falco:\n${values.replaceAll(/^(?=.)/gm, "  ")}`,
      }),
    ).toEqual(["Falco 0.28.1 from sensor/requirements.lock:1"]);
  });
});

describe("a helmfile with templates", () => {
  const of = (lines: string) => ({
    "helmfile.yaml.gotmpl": `{{ if .Values.falco }}\nreleases:\n  - name: proxy\n    version: 1.0.0\n    chart: a/proxy\n${lines}{{ end }}\n`,
    "values.yaml": values,
  });

  it("pins the chart where the version is written out", () => {
    for (const lines of [
      "  - name: falco\n    chart: falcosecurity/falco\n    {{- if .x }}\n    version: 4.2.5\n  - name: b\n    version: 9.1.0\n",
      "  - chart: falcosecurity/falco\n    version: 4.2.5 # pinned\n",
      "  - version: '4.2.5'\n    chart: falcosecurity/falco\n",
    ])
      expect(versions(of(lines))).toEqual([
        expect.stringMatching(/^Falco 0.37.1 from helmfile.yaml.gotmpl:\d+$/),
      ]);
  });

  it("pins nothing where a template makes the version, or of several", () => {
    for (const lines of [
      "  - name: falco\n    chart: falcosecurity/falco\n    version: {{ .Values.v }}\n",
      "  - name: falco\n    chart: falcosecurity/falco\n  - name: b\n    version: 9.1.0\n",
      "  - {name: a, x: [{{ 1 }}]}\n  - chart: falcosecurity/falco\n    version: 4.2.5\n  - chart: falcosecurity/falco\n    version: 9.1.0\n",
    ])
      expect(versions(of(lines))).toEqual([expect.stringMatching(/^Falco unknown/)]);
  });
});
