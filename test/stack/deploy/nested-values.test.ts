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

describe("words that YAML 1.1 takes for booleans", () => {
  const written = (values: string): Record<string, string> => ({
    "falco/Chart.yaml":
      "apiVersion: v2\nname: own\nversion: 1.0.0\ndependencies: [{name: falco, version: 9.1.0}]\n",
    "falco/values.yaml": values,
  });
  const routes = (values: string) =>
    workspace(written(values)).stacks.flatMap((stack) =>
      summary(stack).filter((line) => line.startsWith("to ")),
    );
  const on = (word: string) =>
    `falco:\n  falcosidekick:\n    enabled: ${word}\n    config: {slack: {webhookurl: "https://hooks.example.com/a"}}\n`;

  it("switch on and off as in Helm, so that what is off is no route", () => {
    expect(routes(on("on"))).toContain("to Slack from debug: ok");
    for (const word of ["off", "no", "n", "Off"])
      expect(routes(on(word)).join("\n"), word).not.toContain("Slack");
  });

  it("are texts in quotes, which a template takes for true", () => {
    expect(routes(on('"off"'))).toContain("to Slack from debug: ok");
  });

  it("take outputs of Falco away", () => {
    const [stack] = workspace(written("falco: {falco: {stdout_output: {enabled: off}}}")).stacks;
    expect(summary(stack!).join("\n")).not.toContain("standard output");
  });
});
