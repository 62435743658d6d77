import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyBaseline, baselineText, readBaseline } from "../../src/lint/baseline.ts";
import type { Finding } from "../../src/lint/finding.ts";
import { Revision } from "../../src/project/revision.ts";
import { UsageError } from "../../src/project/usage-error.ts";

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "falcoverage-")));
afterAll(() => rmSync(folder, { recursive: true }));

function finding(fingerprint: string): Finding {
  const location = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return {
    rule: "yaml/syntax",
    severity: "error",
    confidence: "high",
    message: "m",
    file: "a.yaml",
    ...location,
    fingerprint,
  };
}

function file(content: string): string {
  writeFileSync(path.join(folder, "baseline.json"), content);
  return "baseline.json";
}

test("leaves out what it has, keeps the rest, and counts what is gone", () => {
  const baseline = readBaseline(
    new Revision(folder),
    file(baselineText([finding("a"), finding("b"), finding("c")])),
  );
  const { kept, known, gone } = applyBaseline([finding("b"), finding("d")], baseline);
  expect(kept.map(({ fingerprint }) => fingerprint)).toEqual(["d"]);
  expect(known.map(({ fingerprint }) => fingerprint)).toEqual(["b"]);
  expect(gone).toBe(2);
});

test("is a line a finding, so that its changes can be read", () => {
  expect(baselineText([finding("a"), finding("b")])).toBe(
    '{"version": 1, "findings": [\n' +
      '{"rule":"yaml/syntax","file":"a.yaml","fingerprint":"a"},\n' +
      '{"rule":"yaml/syntax","file":"a.yaml","fingerprint":"b"}\n]}\n',
  );
  expect(readBaseline(new Revision(folder), file(baselineText([])))).toEqual({ version: 1, findings: [] });
});

test.each(["", "{", "null", '{"version":2,"findings":[]}', '{"version":1,"findings":[1]}'])(
  "refuses what is not a baseline: %j",
  (content) => {
    expect(() => readBaseline(new Revision(folder), file(content))).toThrow(UsageError);
    expect(() => readBaseline(new Revision(folder), file(content))).toThrow(
      "baseline.json is not a baseline",
    );
  },
);

test("reads no file outside of the workspace", () => {
  expect(() => readBaseline(new Revision(folder), "../../etc/hostname")).toThrow(UsageError);
  expect(() => readBaseline(new Revision(folder), "/etc/hostname")).toThrow("outside of the workspace");
  expect(() => readBaseline(new Revision(folder), "none.json")).toThrow("Cannot read the baseline none.json");
});
