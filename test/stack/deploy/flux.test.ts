import { describe, expect, it } from "vitest";
import type { Stack } from "../../../src/stack/model/stack.ts";
import { summary } from "../summary.ts";
import { stacksOf, workspace } from "../workspace.ts";

const assumptionsOf = ({ sidekicks }: Stack) =>
  [...sidekicks.values()].flatMap(({ settings }) =>
    settings.flatMap(({ value }) => (value.kind === "hidden" ? (value.assumption ?? []) : [])),
  );

const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: falco, namespace: security}
spec:
  chart: {spec: {chart: falco, version: 8.0.5}}
  values:
    falco: {priority: "\${PRIORITY:=error}"}
    customRules:
      own.yaml: |
        - list: images
          items: [\${IMAGE}]
    falcosidekick:
      enabled: true
      config:
        slack: {webhookurl: "\${HOOK}"}
        webhook: {address: "\${NOTHING}"}
`;
const kustomization = (postBuild: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec: {path: ./apps, postBuild: ${postBuild}}
`;
const settings = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: flux-system}
data: {HOOK: https://hooks.example.com/a, PRIORITY: notice, IMAGE: from-settings}
`;

describe("variables of a Kustomization of Flux", () => {
  const from = "substituteFrom: [{kind: ConfigMap, name: settings}]";

  it("are filled in, first from objects and then from itself, and are empty where nothing sets them", () => {
    const { stacks } = workspace({
      "clusters/apps.yaml": kustomization(`{${from}, substitute: {PRIORITY: warning}}`),
      "clusters/settings.yaml": settings,
      "apps/falco/release.yaml": release,
    });
    expect(summary(stacks[0]!)).toEqual(
      expect.arrayContaining([
        "priority warning from apps/falco/release.yaml:7, JSON",
        "to Slack from debug: ok",
        "loads /etc/falco/rules.d/own.yaml: apps/falco/release.yaml",
      ]),
    );
    expect(summary(stacks[0]!).join("\n")).not.toContain("Webhook");
  });

  it("reach what a kustomization of their folder makes, and no other folder", () => {
    const files = {
      "clusters/apps.yaml": kustomization("{substitute: {PRIORITY: warning}}"),
      "apps/kustomization.yaml": "resources: [falco.yaml]\n",
      "apps/falco.yaml": release,
      "other/release.yaml": release.replace("security", "other"),
    };
    const found = workspace(files).stacks.map((stack) => [stack.namespace, summary(stack).join("\n")]);
    expect(Object.fromEntries(found)).toMatchObject({
      security: expect.stringContaining("priority warning"),
      other: expect.not.stringContaining("priority warning"),
    });
  });

  it("that are kept elsewhere are assumed to be there, and are not known where nothing is assumed", () => {
    const files = {
      "clusters/apps.yaml": kustomization("{substituteFrom: [{kind: Secret, name: elsewhere}]}"),
      "apps/falco/release.yaml": release,
    };
    expect(assumptionsOf(workspace(files).stacks[0]!)).toContain(
      "What fills in ${HOOK} is not in the repository, and is assumed to.",
    );
    const strict = workspace(files, { secrets: "strict" });
    expect(summary(strict.stacks[0]!)).toContainEqual(expect.stringMatching(/^to Slack .*unknown/));
  });

  it("are not filled in where an object says so, and not where there is no postBuild", () => {
    const disabled = release.replace(
      "metadata: {",
      "metadata: {labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}, ",
    );
    for (const [build, text] of [['{substitute: {HOOK: ""}}', disabled] as const, ["{}", release] as const]) {
      const stacks = stacksOf({ "clusters/apps.yaml": kustomization(build), "apps/release.yaml": text });
      expect(stacks.flatMap(summary).join("\n")).not.toContain("priority warning");
    }
  });

  it("that grow without end are left as they are written", () => {
    const large = "a".repeat(1 << 20);
    const { stacks } = workspace({
      "clusters/apps.yaml": kustomization(`{substitute: {IMAGE: ${large}}}`),
      "apps/release.yaml": release.replace("[${IMAGE}]", `[${"${IMAGE}, ".repeat(500)}]`),
    });
    expect(stacks).toHaveLength(1);
  });
});

it("takes variables from objects of the Kustomization's own namespace", () => {
  const from = "{substituteFrom: [{kind: ConfigMap, name: settings}]}";
  const other = settings.replace("flux-system", "elsewhere").replace("notice", "critical");
  const files = { "clusters/apps.yaml": kustomization(from), "apps/falco/release.yaml": release };
  const both = workspace({ ...files, "a/settings.yaml": other, "clusters/settings.yaml": settings });
  expect(summary(both.stacks[0]!)).toContain("priority notice from apps/falco/release.yaml:7, JSON");
  const alone = workspace({ ...files, "a/settings.yaml": other });
  expect(summary(alone.stacks[0]!).join("\n")).not.toContain("critical");
});
