import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import type { Report } from "../../src/report/report.ts";
import { adoption, clean, contextOf, everyFramework, hostile, unmapped } from "./reports.ts";

const json = await formats.json();
const schema = JSON.parse(
  readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"),
) as object;
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
const withoutExcerpts = (report: Report): Report => ({
  ...report,
  findings: report.findings.map(({ excerpt: _, ...finding }) => finding),
});
const examples = { adoption, clean, unmapped, hostile, everyFramework: everyFramework() };

test.each(Object.entries(examples))(
  "the JSON report of %s is the report and fits its schema",
  (_, example) => {
    const output = JSON.parse(json(example.report, contextOf(example))) as Report;
    expect(withoutExcerpts(output)).toEqual(example.report);
    validate(output);
    expect(validate.errors ?? []).toEqual([]);
  },
);

test("the JSON report as a file", async () => {
  await expect(json(adoption.report, contextOf(adoption))).toMatchFileSnapshot("golden/adoption.json");
});

test.each([
  ["a key that is not known", { ...adoption.report, extra: 1 }],
  ["another version", { ...adoption.report, version: 2 }],
  ["a line from 0", { ...adoption.report, findings: [{ ...adoption.report.findings[0], line: 0 }] }],
  ["a rung that is not one", { ...adoption.report, summary: { ...adoption.report.summary, level: "armed" } }],
])("the schema refuses %s", (_, report) => {
  expect(validate(report)).toBe(false);
});
