import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import schema from "../../schemas/report.schema.json" with { type: "json" };
import { run } from "../../src/commands/program.ts";
import { formats } from "../../src/report/formats.ts";
import { mergeReports } from "../../src/report/merge.ts";
import { adoption, clean, contextOf, everyFramework, hostile } from "./reports.ts";

const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
afterAll(() => rmSync(folder, { recursive: true }));

const worse = structuredClone(adoption.report) as typeof adoption.report;
const best = {
  ...adoption.report,
  coverage: {
    ...adoption.report.coverage,
    frameworks: adoption.report.coverage.frameworks.map((framework) => ({
      ...framework,
      controls: framework.controls.map((control) =>
        control.runtime === "none"
          ? control
          : { ...control, rung: "proven" as const, covered: true, blockedBy: null },
      ),
    })),
  },
};

function control(report: ReturnType<typeof mergeReports>, id: string) {
  return report.coverage.frameworks.flatMap(({ controls }) => controls).find((one) => one.id === id);
}

test("a control is as high as where it is lowest", () => {
  const merged = mergeReports([
    { name: "prod", report: best },
    { name: "edge", report: worse },
  ]);
  for (const { controls } of worse.coverage.frameworks) {
    for (const { id, rung, covered } of controls.filter(({ outOfScope }) => outOfScope === null))
      expect(control(merged, id)).toMatchObject({ rung, covered });
  }
  expect(merged.coverage.totals.covered).toBe(worse.coverage.totals.covered);
  const blocked = merged.coverage.frameworks
    .flatMap(({ controls }) => controls)
    .find(({ blockedBy }) => blockedBy?.file);
  expect(blocked?.blockedBy?.reason).toMatch(/^edge: /);
  expect(blocked?.blockedBy?.file).toMatch(/^edge\//);
});

test("a control out of scope in one cluster counts in the others", () => {
  const excluded = {
    ...worse,
    coverage: {
      ...worse.coverage,
      frameworks: worse.coverage.frameworks.map((framework) => ({
        ...framework,
        controls: framework.controls.map((one) => ({ ...one, outOfScope: "No such data here." })),
      })),
    },
  };
  const merged = mergeReports([
    { name: "prod", report: best },
    { name: "lab", report: excluded },
  ]);
  expect(control(merged, "CC6.1")).toMatchObject({ rung: "proven", covered: true, outOfScope: null });
});

test("the merged report keeps to the schema, and can be merged again", () => {
  const merged = mergeReports([
    { name: "prod", report: adoption.report },
    { name: "edge", report: everyFramework().report },
    { name: "x", report: hostile.report },
  ]);
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  expect(validate(merged), JSON.stringify(validate.errors)).toBe(true);
  expect(mergeReports([{ name: "all", report: merged }]).coverage.totals).toEqual(merged.coverage.totals);
  const fingerprints = merged.findings.map(({ fingerprint }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
});

test.each(["text", "markdown"] as const)("shows the clusters as %s", async (name) => {
  const merged = mergeReports([
    { name: "prod", report: adoption.report },
    { name: "edge", report: clean.report },
  ]);
  const format = await formats[name]();
  const shown = format({ ...merged, findings: [] }, contextOf(adoption)).split("\n\n");
  const at = shown.findIndex((block) => block.startsWith("Clusters") || block.startsWith("### Clusters"));
  const block = name === "text" ? shown[at]! : `${shown[at]}\n\n${shown[at + 1]}`;
  await expect(`${block}\n`).toMatchFileSnapshot(`golden/clusters.${name === "text" ? "txt" : "md"}`);
});

test("as a command", async () => {
  const json = await formats.json();
  for (const [name, { report }] of Object.entries({ a: adoption, b: clean }))
    writeFileSync(path.join(folder, `${name}.json`), json(report, contextOf(adoption)));
  const merge = async (...args: string[]) => {
    let out = "";
    let error = "";
    const code = await run(["merge", ...args], {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (error += text) },
      env: {},
      cwd: () => folder,
    });
    return { code, out, error };
  };
  const merged = await merge("prod=a.json", "b.json", "--format", "json");
  expect(merged.code).toBe(1);
  const { clusters } = JSON.parse(merged.out) as { clusters: { name: string }[] };
  expect(clusters.map(({ name }) => name)).toEqual(["prod", "b"]);
  expect(await merge("b.json")).toMatchObject({ code: 0 });
  expect(await merge("a.json", "a.json")).toEqual({
    code: 2,
    out: "",
    error: 'falcoverage: Two reports are called "a": name them, as in prod=a.json.\n',
  });
  expect((await merge("none.json")).error).toContain("none.json is not there");
});
