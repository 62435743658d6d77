import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import type { RenderContext } from "../../src/report/report.ts";
import { adoption, clean, contextOf, type Example, everyFramework, hostile, unmapped } from "./reports.ts";

const oscal = await formats.oscal();
const component = await formats["oscal-component"]();
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync(new URL("fixtures/oscal-1.2.2.schema.json", import.meta.url), "utf8")) as object,
);

function context(example: Example): RenderContext {
  return { ...contextOf(example), time: "2026-11-24T04:30:00.000Z" };
}

const examples = { adoption, clean, unmapped, hostile, everyFramework: everyFramework() };

test.each(Object.entries(examples))("the assessment results of %s are valid", (_, example) => {
  validate(JSON.parse(oscal(example.report, context(example))));
  expect(validate.errors?.slice(0, 3) ?? []).toEqual([]);
});

test.each(Object.entries(examples))("the component definition of %s is valid", (_, example) => {
  validate(JSON.parse(component(example.report, context(example))));
  expect(validate.errors?.slice(0, 3) ?? []).toEqual([]);
});

test("the schema in use refuses what is not OSCAL", () => {
  expect(validate({ "assessment-results": { uuid: "1" } })).toBe(false);
});

function uuidsIn(text: string): string[] {
  return [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid!);
}

test("each thing has one UUID, the same in every run", () => {
  for (const format of [oscal, component]) {
    const example = everyFramework();
    const uuids = uuidsIn(format(example.report, context(example)));
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(uuidsIn(format(example.report, context(example)))).toEqual(uuids);
  }
});

test("controls of FedRAMP have the ids of NIST's catalogs", () => {
  const example = everyFramework();
  const document = JSON.parse(oscal(example.report, context(example))) as {
    "assessment-results": { results: { title: string; findings: { target: { "target-id": string } }[] }[] };
  };
  const fedramp = document["assessment-results"].results.find(({ title }) => title.startsWith("FedRAMP"));
  const ids = fedramp?.findings.map(({ target }) => target["target-id"]) ?? [];
  expect(ids.length).toBeGreaterThan(50);
  for (const id of ids) expect(id).toMatch(/^[a-z]{2}-\d+(?:\.\d+)?_falcoverage$/);
});

test("the documents as files", async () => {
  await expect(oscal(adoption.report, context(adoption))).toMatchFileSnapshot("golden/adoption.oscal.json");
  await expect(component(adoption.report, context(adoption))).toMatchFileSnapshot(
    "golden/adoption.oscal-component.json",
  );
});
