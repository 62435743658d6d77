import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { summary } from "../summary.ts";
import { type Workspace, workspace } from "../workspace.ts";

// What a fresh comparison with Helm showed to be concluded wrongly from values.

const release = (version: string, values: unknown): Record<string, string> => ({
  "release.yaml": stringify({
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: { name: "falco", namespace: "falco" },
    spec: { chart: { spec: { chart: "falco", version } }, values },
  }),
});
const refusals = ({ applied }: Workspace) =>
  applied.flatMap(({ refusals }) => refusals.map(({ message }) => message));

describe("values that take away what the chart reads", () => {
  it.each([
    [{ controller: { daemonset: null } }, "nil pointer evaluating interface {}.updateStrategy"],
    [
      { controller: { kind: "deployment", deployment: null } },
      "nil pointer evaluating interface {}.replicas",
    ],
    [{ falcoctl: { artifact: { install: null } } }, "nil pointer evaluating interface {}.enabled"],
    [{ falco: { plugins: null } }, expect.stringContaining("error calling append")],
    [{ falco: { load_plugins: null } }, expect.stringContaining("error calling append")],
  ])("deploy nothing: %j", (values, message) => {
    const found = workspace(release("9.1.0", values));
    expect(found.stacks).toEqual([]);
    expect(refusals(found)).toEqual([message]);
  });

  it.each([
    [{ controller: { kind: "deployment", daemonset: null } }],
    [{ collectors: { enabled: false }, falco: { plugins: null } }],
  ])("are no harm where nothing reads it: %j", (values) => {
    const found = workspace(release("9.1.0", values));
    expect(refusals(found)).toEqual([]);
    expect(found.stacks).toHaveLength(1);
  });
});

it("installs no plugin of a name that the chart leaves empty", () => {
  const [stack] = workspace(release("7.0.4", {})).stacks;
  expect(summary(stack!).join("\n")).not.toContain("falcoctl installs");
});

describe("a chart that takes another one from its folder, which depends on Falco's", () => {
  const chart = (name: string, dependencies: unknown) =>
    stringify({ apiVersion: "v2", name, version: "0.1.0", dependencies });
  const application = (values: unknown) =>
    stringify({
      apiVersion: "argoproj.io/v1alpha1",
      kind: "Application",
      metadata: { name: "runtime" },
      spec: {
        destination: { namespace: "falco" },
        source: { repoURL: "https://git.example.com/a", path: "outer", helm: { valuesObject: values } },
      },
    });
  const files = {
    "inner/Chart.yaml": chart("inner", [{ name: "falco", version: "9.1.0", condition: "falco.enabled" }]),
    "inner/values.yaml": stringify({
      falco: { falco: { priority: "warning", http_output: { enabled: true, url: "https://a.example.com" } } },
    }),
    "outer/Chart.yaml": chart("outer", [{ name: "inner", version: "0.1.0", repository: "file://../inner" }]),
    "outer/values.yaml": stringify({ inner: { falco: { falco: { priority: "error" } } } }),
  };

  it("makes one deployment, with the values of all three", () => {
    const { stacks } = workspace({
      ...files,
      "app.yaml": application({ inner: { falco: { falco: { json_output: true } } } }),
    });
    expect(stacks.map((stack) => summary(stack).filter((line) => /^(?:priority|to a)/.test(line)))).toEqual([
      [expect.stringMatching(/^priority error from .*, JSON$/), "to a.example.com: ok"],
    ]);
    expect(stacks[0]?.namespace).toBe("falco");
  });

  it("makes none where it switches it off, and claims no route that it takes away", () => {
    const off = workspace({ ...files, "app.yaml": application({ inner: { falco: { enabled: false } } }) });
    expect(off.stacks).toEqual([]);
    const values = { inner: { falco: { falco: { http_output: { enabled: false } } } } };
    const { stacks } = workspace({ ...files, "app.yaml": application(values) });
    expect(summary(stacks[0]!).join("\n")).not.toContain("a.example.com");
  });
});
