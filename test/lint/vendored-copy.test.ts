import { expect, it } from "vitest";
import { lintRules, type Model } from "../../src/lint/index.ts";
import { type Discovery, readProject, Text } from "../../src/project/index.ts";

const rule = lintRules.find(({ id }) => id === "falco/vendored-copy")!;

/** The findings on a file that is some releases behind the newest one. */
function findings(newer: number, registry: string, code?: Discovery["code"]): number {
  const file = "plugins/parcel/rules/parcel_rules.yaml";
  const texts = [new Text("registry.yaml", registry), new Text(file, "- {list: a, items: [b]}\n")];
  const project = readProject({ texts, skipped: [], ...(code && { code }) });
  const source = project.sources.find((one) => one.file === file)!;
  const copy = {
    source,
    file: "parcel_rules.yaml",
    release: "1.0.0",
    newest: "9.0.0",
    newer,
    unchanged: [],
    changed: 0,
  };
  return "check" in rule ? [...rule.check({ project, copies: [copy] } as unknown as Model)].length : -1;
}

it("leaves a published file alone where it is written, up to two releases behind", () => {
  const registry = "rulesfiles: [{name: parcel, path: plugins/parcel/rules/parcel_rules.yaml}]\n";
  expect([1, 2, 3].map((newer) => findings(newer, registry))).toEqual([0, 0, 1]);
  expect(findings(1, registry.replaceAll("parcel_", "other_"))).toBe(1);
});

it("leaves a published file alone beside the code of its plugin", () => {
  const code = (file: string) => () => [new Text(file, "package parcel\n")];
  expect(findings(7, "", code("plugins/parcel/pkg/parcel.go"))).toBe(0);
  expect(findings(7, "", code("plugins/parcels/pkg/parcel.go"))).toBe(1);
  expect(findings(7, "reserved_sources: [syscall]\nplugins: []\n")).toBe(0);
});
