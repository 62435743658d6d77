import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../../src/project/usage-error.ts";
import { formats } from "../../src/report/formats.ts";
import { readReport } from "../../src/report/read.ts";
import { adoption, contextOf, everyFramework } from "./reports.ts";

const json = await formats.json();
const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  writeFileSync(path.join(folder, "base.json"), content);
  return "base.json";
}

test("reads what the JSON format writes", async () => {
  for (const example of [adoption, everyFramework()]) {
    const written = json(example.report, contextOf(example));
    await expect(readReport(folder, file(written))).resolves.toEqual(JSON.parse(written));
  }
});

test.each([
  ["is not JSON", "{"],
  ["is not JSON", ""],
  ["is not a report of this falcoverage", "null"],
  ["is not a report of this falcoverage", '{"version": 1, "findings": []}'],
  ["is not a report of this falcoverage", `{"version": 1, "tool": ${"[".repeat(5000)}${"]".repeat(5000)}}`],
  ["is a report of version 2, and this falcoverage reads version 1", '{"version": 2}'],
])("%s: %.40s", async (why, content) => {
  await expect(readReport(folder, file(content))).rejects.toThrow(UsageError);
  await expect(readReport(folder, file(content))).rejects.toThrow(why);
});

test("says so when there is no such file", async () => {
  await expect(readReport(folder, "none.json")).rejects.toThrow("none.json is not there");
});
