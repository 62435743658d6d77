import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check.ts";
import { formats } from "../../src/report/formats.ts";
import { workspace } from "./project.ts";

const reference = path.join(import.meta.dirname, "../../policies/falco");
const read = (name: string) => readFileSync(path.join(reference, name), "utf8");

/** One mistake in a copy of the reference deployment: what is written instead of what, and the finding it gives. */
const mutations: [rule: string, file: string, from: string, to: string][] = [
  ["kubernetes/unknown-field", "falco-daemonset.yaml", "serviceAccountName:", "serviceAcountName:"],
  ["kubernetes/unknown-field", "falco-daemonset.yaml", "volumeMounts:", "volumeMount:"],
  [
    "kubernetes/schema",
    "falcosidekick.yaml",
    "readOnlyRootFilesystem: true",
    'readOnlyRootFilesystem: "true"',
  ],
  ["kubernetes/schema", "falcosidekick.yaml", "replicas: 2", "replicas: two"],
  ["kubernetes/unknown-kind", "falco-daemonset.yaml", "kind: DaemonSet", "kind: DeamonSet"],
  ["kubernetes/removed-api", "falcosidekick.yaml", "apiVersion: policy/v1\n", "apiVersion: policy/v1beta1\n"],
  ["kubernetes/schema", "operator/falco.yaml", "type: DaemonSet", "type: Daemonset"],
];

async function checked(files: Record<string, string>, kubernetesVersion?: string) {
  return check([], { root: workspace(files), kubernetesVersion });
}

describe("the reference deployment", () => {
  it("is valid", async () => {
    const files = Object.fromEntries(
      ["falco-daemonset.yaml", "falcosidekick.yaml", "operator/falco.yaml"].map((name) => [name, read(name)]),
    );
    const { report } = await checked(files);
    expect(report.findings.filter(({ rule }) => rule.startsWith("kubernetes/"))).toEqual([]);
  });

  it.each(mutations)("with a mistake: %s in %s, %j", async (rule, file, from, to) => {
    const original = read(file);
    const start = original.indexOf(from);
    const mutated = original.slice(0, start) + to + original.slice(start + from.length);
    const { report, context } = await checked({ [file]: mutated });
    const line = mutated.slice(0, start).split("\n").length;
    const found = report.findings.filter((finding) => finding.rule === rule);
    expect(found).toMatchObject([{ file, line, severity: "error" }]);

    for (const [name, load] of Object.entries(formats)) {
      if (["csv", "oscal", "oscal-component", "navigator"].includes(name)) continue; // these hold coverage alone
      const render = await load();
      const output = render(report, context);
      expect(output, name).toContain(path.basename(file));
      expect(output, name).toMatch(new RegExp(`\\b${line}\\b`));
      expect(output, name).toContain(rule);
    }
  });

  it("differs between two versions: a field that is not there yet", async () => {
    const files = { "falco-daemonset.yaml": read("falco-daemonset.yaml") };
    const rules = async (version: string) =>
      (await checked(files, version)).report.findings
        .filter(({ rule }) => rule.startsWith("kubernetes/"))
        .map(({ rule, message }) => `${rule}: ${message}`);
    expect(await rules("1.37")).toEqual([]);
    expect(await rules("1.29")).toEqual([
      "kubernetes/unknown-field: `spec.template.spec.containers[0].securityContext` has no field `appArmorProfile`.",
    ]);
  });
});
