import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runIn } from "../run-in.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const falcoverage = (...args: readonly string[]) => runIn(folder, ...args);

const before = "- macro: m # why\n  condition: proc.name in(a,b)\n";
const after = "- macro: m # why\n  condition: proc.name in (a, b)\n";

test("lists and shows what would change, then changes it, then has nothing to do", async () => {
  const file = path.join(folder, "rules.yaml");
  writeFileSync(file, before);
  expect(await falcoverage("format", "--check")).toEqual({
    code: 1,
    out: "rules.yaml\n",
    error: "1 file would change.\n",
  });
  const { code, out } = await falcoverage("format", "rules.yaml", "--diff");
  expect(code).toBe(1);
  expect(out).toContain("-  condition: proc.name in(a,b)\n+  condition: proc.name in (a, b)\n");
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(await falcoverage("format")).toEqual({ code: 0, out: "", error: "1 file changed.\n" });
  expect(readFileSync(file, "utf8")).toBe(after);
  expect(await falcoverage("format", "--check")).toMatchObject({ code: 0, out: "" });
});

test("says what is wrong with a path", async () => {
  expect(await falcoverage("format", "none.yaml")).toMatchObject({
    code: 2,
    error: "falcoverage: No such file or folder: none.yaml\n",
  });
});
