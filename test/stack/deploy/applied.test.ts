import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../../src/commands/program.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the command prints for a workspace with these files. */
async function falcoverage(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  let out = "";
  const output = { write: (text: string) => (out += text) };
  await run(args, { stdout: output, stderr: output, env: {}, cwd: () => folder });
  return out;
}

/** How the way of the rule through each deployment ends. */
async function ends(files: Readonly<Record<string, string>>): Promise<string[]> {
  const out = await falcoverage(files, "trace", "Shell started");
  return out
    .split("\n")
    .filter((line) => /^\S|^ {2}(?:The alert|\S.* in |✘|\?)/.test(line))
    .slice(3)
    .map((line) => line.replace(/ {2}\S+:\d+$/, ""));
}

const customRules = `customRules:
  own.yaml: |-
    - rule: Shell started
      desc: A shell starts.
      condition: evt.type in (execve, execveat) and proc.name = bash
      output: Shell started (user=%user.name command=%proc.cmdline)
      priority: WARNING
`;
const indented = (text: string, by: number) => text.trimEnd().replace(/^(?=.)/gm, " ".repeat(by));

const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: falco
  namespace: falco
spec:
  interval: 1h
  chart:
    spec:
      chart: falco
      version: 4.21.3
      sourceRef: {kind: HelmRepository, name: falcosecurity}
  valuesFrom:
    - kind: ConfigMap
      name: falco-values
  values:
    falco: {priority: error}
`;
const base = {
  "base/release.yaml": release,
  "base/values.yaml": customRules,
  "base/kustomization.yaml": `kind: Kustomization
resources: [release.yaml]
configMapGenerator:
  - name: falco-values
    namespace: falco
    files: [values.yaml]
    options: {disableNameSuffixHash: true}
`,
};
const overlay = (name: string, values: string) => ({
  [`${name}/kustomization.yaml`]: `kind: Kustomization
resources: [../base]
patches:
  - target: {kind: HelmRelease, name: falco}
    patch: |-
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: falco}
      spec:
        values:
${indented(values, 10)}
`,
});

it("lays the patches of each overlay over a HelmRelease and its values", async () => {
  const files = {
    ...base,
    ...overlay(
      "quiet",
      "falcosidekick: {enabled: true, config: {slack: {webhookurl: https://hooks.slack.com/x}}}",
    ),
    ...overlay(
      "loud",
      "falco: {priority: notice}\nfalcosidekick: {enabled: true, config: {slack: {webhookurl: https://hooks.slack.com/x}}}",
    ),
  };
  expect(await ends(files)).toEqual([
    "loud: HelmRelease falco: falco/falco",
    "  The alert reaches Slack.",
    "quiet: HelmRelease falco: falco/falco",
    "  ✘ Falco sends error and above, and this rule is warning.",
  ]);
});

it("takes values that Flux does not find for unknown", async () => {
  const hashed = {
    ...base,
    "base/kustomization.yaml": base["base/kustomization.yaml"].replace(/ +options.*\n/, ""),
    ...overlay("loud", "falco: {priority: notice}"),
  };
  const out = await falcoverage(hashed, "check");
  expect(out).toContain("kustomize/hashed-name");
  expect(await falcoverage(hashed, "trace", "Shell started")).not.toContain("✔ Falco loads");
});

const application = (more: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: falco, namespace: argocd}
spec:
  destination: {server: https://kubernetes.default.svc, namespace: falco}
  source:
    chart: falco
    repoURL: https://falcosecurity.github.io/charts
    targetRevision: 4.21.3
    helm:
      releaseName: falco
${indented(more, 6)}
`;

it("reads the values of an Application in all their forms, the later over the earlier", async () => {
  const files = {
    "apps/falco.yaml": application(`values: |
${indented(`${customRules}falco: {priority: error}\nfalcosidekick: {enabled: true}`, 2)}
parameters:
  - {name: falco.priority, value: notice}
  - {name: falcosidekick.config.slack.webhookurl, value: https://hooks.slack.com/x}
  - {name: "falcosidekick.replicaCount", value: "3"}`),
  };
  expect(await ends(files)).toEqual(["Application falco: falco/falco", "  The alert reaches Slack."]);
});

it("lays patches over an Application", async () => {
  const files = {
    "base/app.yaml": application(`valuesObject:\n${indented(customRules, 2)}`),
    "base/kustomization.yaml": "kind: Kustomization\nresources: [app.yaml]\n",
    "prod/kustomization.yaml": `kind: Kustomization
resources: [../base]
patches:
  - target: {kind: Application}
    patch: |-
      - op: add
        path: /spec/source/helm/valuesObject/falcosidekick
        value: {enabled: true, config: {pagerduty: {routingkey: 0123456789abcdef0123456789abcdef}}}
`,
  };
  expect(await ends(files)).toEqual([
    "prod: Application falco: falco/falco",
    "  The alert reaches PagerDuty.",
  ]);
});

it("leads from one release to another, and to what is applied beside it", async () => {
  const sidekick = `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: router, namespace: falco}
spec:
  chart: {spec: {chart: falcosidekick, version: 0.9.0}}
  values:
    config:
      loki: {hostport: "http://loki:3100"}
`;
  const files = {
    ...base,
    "base/release.yaml":
      release.replace(
        "falco: {priority: error}",
        "falco: {json_output: true, http_output: {enabled: true, url: http://router-falcosidekick:2801}}",
      ) + sidekick,
  };
  expect(await ends(files)).toEqual(["base: HelmRelease falco: falco/falco", "  The alert reaches Loki."]);
});
