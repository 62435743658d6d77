import published from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { adoption, clean, contextOf, type Example, everyFramework, hostile, unmapped } from "./reports.ts";

const sarif = await formats.sarif();

// The published schema of SARIF 2.1.0, as the npm package carries it. It is written in JSON Schema draft 4,
// of which it uses nothing that draft 7 reads otherwise, save for the name of its id.
const { id: _, $schema: __, ...schema } = published;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Result {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

function resultsOf(example: Example): readonly Result[] {
  const log = JSON.parse(sarif(example.report, contextOf(example))) as {
    runs: [{ results: readonly Result[] }];
  };
  return log.runs[0].results;
}

test.each(Object.entries({ adoption, clean, unmapped, hostile, everyFramework: everyFramework() }))(
  "the SARIF of %s is valid",
  (_, example) => {
    validate(JSON.parse(sarif(example.report, contextOf(example))));
    expect(validate.errors ?? []).toEqual([]);
  },
);

test("the schema in use refuses what is not SARIF", () => {
  expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
});

test("the SARIF as a file", async () => {
  await expect(sarif(adoption.report, contextOf(adoption))).toMatchFileSnapshot("golden/adoption.sarif");
});

test("a result carries the fingerprint of its finding", () => {
  expect(resultsOf(adoption).map(({ partialFingerprints }) => partialFingerprints["falcoverage/v1"])).toEqual(
    adoption.report.findings.map(({ fingerprint }) => fingerprint),
  );
});

test("a message is text: no link, no placeholder", () => {
  const [finding] = unmapped.report.findings;
  const { help: _, ...rest } = finding!;
  const message = "see [this](https://evil.example) and {0}";
  const example: Example = { ...unmapped, report: { ...unmapped.report, findings: [{ ...rest, message }] } };
  expect(resultsOf(example)[0]?.message.text).toBe("see \\[this\\](https://evil.example) and {{0}}");
});

test("a fix has changes: one without edits is left out, as code scanning refuses it", () => {
  const fixesOf = (edits: readonly unknown[]) => {
    const finding = { ...adoption.report.findings[0]!, fix: { description: "Change it", safe: true, edits } };
    const example = { ...adoption, report: { ...adoption.report, findings: [finding] } } as Example;
    return (resultsOf(example)[0] as { fixes?: readonly { artifactChanges: readonly unknown[] }[] }).fixes;
  };
  const { file } = adoption.report.findings[0]!;
  const edit = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, text: "x" };
  expect(fixesOf([])).toBeUndefined();
  expect(fixesOf([edit])?.map(({ artifactChanges }) => artifactChanges.length)).toEqual([1]);
});
