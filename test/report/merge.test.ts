import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import schema from "../../schemas/report.schema.json" with { type: "json" };
import { run } from "../../src/commands/program.ts";
import { withExcerpts } from "../../src/report/excerpt.ts";
import { formats } from "../../src/report/formats.ts";
import { mergeReports } from "../../src/report/merge.ts";
import { readReport } from "../../src/report/read.ts";
import { runIn } from "../run-in.ts";
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

const rulesWithError = `- rule: Shell
  desc: A shell.
  condition: proc.nam = bash
  output: shell
  priority: WARNING
`;
/** A webhook, which a finding about its line would show; put together so that no scanner takes it for a real one. */
const token = ["aB3dE5fG7h", "J9kL1mN3pQ", "5rS7"].join("");
const webhook = ["https://hooks.slack.com/services", "T0A1B2C3D", "B0E4F5G6H", token].join("/");

test("shows the lines of findings, from reports alone and without their secrets", async () => {
  const repository = path.join(folder, "repository");
  mkdirSync(repository);
  writeFileSync(path.join(repository, "rules.yaml"), rulesWithError);
  writeFileSync(
    path.join(repository, "values.yaml"),
    `customRules:\n  a.yaml: |-\n    - rule: A\nfalcosidekick:\n  enabled: true\n  config:\n    slack:\n      webhookurl: "${webhook}"\n`,
  );
  await runIn(repository, "check", "--format", "json", "--output", "report.json");
  const text = readFileSync(path.join(repository, "report.json"), "utf8");
  expect(text).not.toContain(token);
  const report = await readReport(repository, "report.json");
  const secret = report.findings.find(
    ({ file, excerpt }) => file === "values.yaml" && excerpt?.text.includes("webhookurl"),
  );
  expect(secret?.excerpt?.text).toMatch(/webhookurl: "\*{20,}/);

  rmSync(path.join(repository, "rules.yaml"));
  for (const format of ["text", "html"]) {
    const merged = await runIn(repository, "merge", "prod=report.json", "--format", format, "--no-color");
    expect(merged.out).toContain(
      format === "text" ? "3 │   condition: proc.nam = bash" : "<mark>proc.nam</mark> = bash",
    );
  }
  const again = await runIn(repository, "merge", "prod=report.json", "--format", "json");
  expect(again.out).toContain("condition: proc.nam = bash");
});

test("reads a report of a version without the lines", async () => {
  const { findings } = adoption.report;
  writeFileSync(path.join(folder, "old.json"), JSON.stringify(adoption.report));
  expect(findings.every(({ excerpt }) => excerpt === undefined)).toBe(true);
  expect((await readReport(folder, "old.json")).findings).toEqual(findings);
  expect((await runIn(folder, "merge", "old.json", "--no-color")).out).toContain(
    findings[0]!.message.slice(0, 20),
  );
});

test("keeps what a finding is about of a long line, and of a report with very many findings a part", () => {
  const line = `${"a".repeat(5000)}MARK${"b".repeat(5000)}`;
  const finding = {
    ...adoption.report.findings[0]!,
    file: "long.yaml",
    line: 2,
    column: 5001,
    endLine: 2,
    endColumn: 5005,
  };
  const source = () => `first\n${line}\n`;
  const one = withExcerpts({ ...adoption.report, findings: [finding] }, { source }).findings[0]!.excerpt!;
  expect(one.text.length).toBeLessThan(500);
  expect(one.text.slice(one.start, one.end)).toBe("MARK");
  const many = Array.from({ length: 20_000 }, (_, index) => ({ ...finding, column: 1000 + (index % 4000) }));
  const kept = withExcerpts({ ...adoption.report, findings: many }, { source }).findings;
  const size = kept.reduce((sum, { excerpt }) => sum + (excerpt?.text.length ?? 0), 0);
  expect(size).toBeLessThan(2_001_000);
  expect(kept.at(-1)!.excerpt).toBeUndefined();
});
