import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

test("the npm package has all that its commands load, and nothing of the action", () => {
  const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const [{ files }] = JSON.parse(execFileSync("npm", pack, { cwd: root, encoding: "utf8", stdio: "pipe" }));
  const packed = new Set<string>(files.map((file: { path: string }) => file.path));
  const scripts = [...packed].filter((file) => /^dist\/[^/]+\.js$/.test(file));
  expect(scripts).toContain("dist/cli.js");
  expect(packed).not.toContain("dist/action.js");
  const reached = new Set(["dist/cli.js", "dist/index.js", "dist/language-worker.js"]);
  for (const script of reached)
    for (const [, name] of readFileSync(path.join(root, script), "utf8").matchAll(
      /["'`]\.\/([\w.-]+\.js)["'`]/g,
    ))
      if (existsSync(path.join(root, "dist", name!))) reached.add(`dist/${name}`);
  expect(reached.size).toBeGreaterThan(50);
  expect([...reached].filter((script) => !packed.has(script))).toEqual([]);
  for (const data of ["dist/helm/helm.wasm.br", "dist/kubeconform/index.json", "docs/rules/README.md"])
    expect(packed).toContain(data);
});
