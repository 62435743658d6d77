import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  cpSync(path.join(root, "dist"), path.join(folder, "installed/dist"), { recursive: true });
  writeFileSync(
    path.join(folder, "rules.yaml"),
    "- rule: R\n  desc: d\n  condition: evt.type = nonsense\n  output: x\n  priority: ERROR\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const cli = (...args: readonly string[]) => [path.join(folder, "installed/dist/cli.js"), ...args];

test("a program without its pages checks, and says where they are", () => {
  const options = { cwd: folder, encoding: "utf8" } as const;
  const sarif = execFileSync(
    process.execPath,
    cli("check", "--format", "sarif", "--fail-on", "never"),
    options,
  );
  const [run] = JSON.parse(sarif).runs;
  expect(run.results.length).toBeGreaterThan(0);
  expect(run.tool.driver.rules[0].help.markdown).not.toBe("");
  const { status, stderr } = spawnSync(process.execPath, cli("explain", "yaml/duplicate-key"), options);
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^falcoverage: The pages are not next to the program: https:\S+duplicate-key\.md\n$/,
  );
});
