import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../src/commands/index.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "fix-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Runs a command line in the workspace. */
async function falcoverage(...args: string[]) {
  const written = { out: "", err: "" };
  const code = await run(args, {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    env: {},
    cwd: () => root,
  });
  return { code, ...written };
}

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: rules # of the team
data:
  local.yaml: |
    # shells
    - macro: container
      condition: container.id != host

    - rule: Shell
      desc: A shell
      condition: evt.type = execve and container and proc.name in (bash, bash)
      output: shell (user=%user.name process=%proc.name command=%proc.cmdline parent=%proc.pname)
      priority: "warning" # as agreed
      tags: [process]

    - rule: Shell
      enabled: false
`;

const fixed = configMap
  .replace("(bash, bash)", "(bash)")
  .replace("enabled: false\n", "enabled: false\n      override: {enabled: replace}\n");

test("--fix corrects rules in a ConfigMap, keeps all else, and then has nothing to do", async () => {
  writeFileSync(path.join(root, "cm.yaml"), configMap);
  const first = await falcoverage("check", "--fix");
  expect(readFileSync(path.join(root, "cm.yaml"), "utf8")).toBe(fixed);
  expect(first.err).toContain("Fixed 2 findings in 1 file.");
  const second = await falcoverage("check", "--fix");
  expect(second.err).toContain("Fixed 0 findings in 0 files.");
  expect(readFileSync(path.join(root, "cm.yaml"), "utf8")).toBe(fixed);
});

test("--diff prints a patch, changes nothing and fails", async () => {
  writeFileSync(path.join(root, "cm.yaml"), configMap);
  const { code, out } = await falcoverage("check", "--diff");
  expect(code).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "--- a/cm.yaml
    +++ b/cm.yaml
    @@ -10,10 +10,11 @@
     
         - rule: Shell
           desc: A shell
    -      condition: evt.type = execve and container and proc.name in (bash, bash)
    +      condition: evt.type = execve and container and proc.name in (bash)
           output: shell (user=%user.name process=%proc.name command=%proc.cmdline parent=%proc.pname)
           priority: "warning" # as agreed
           tags: [process]
     
         - rule: Shell
           enabled: false
    +      override: {enabled: replace}
    "
  `);
  expect(readFileSync(path.join(root, "cm.yaml"), "utf8")).toBe(configMap);
  writeFileSync(path.join(root, "cm.yaml"), fixed);
  expect(await falcoverage("check", "--diff")).toMatchObject({ code: 0, out: "" });
});

test("a byte order mark stays, and a link out of the workspace is not written through", async () => {
  writeFileSync(path.join(root, "cm.yaml"), `\uFEFF${configMap}`);
  await falcoverage("check", "--fix");
  expect(readFileSync(path.join(root, "cm.yaml"), "utf8")).toBe(`\uFEFF${fixed}`);
  const outside = path.join(mkdtempSync(path.join(tmpdir(), "outside-")), "cm.yaml");
  writeFileSync(outside, configMap);
  symlinkSync(outside, path.join(root, "link.yaml"));
  expect((await falcoverage("check", "link.yaml", "--fix")).code).toBe(2);
  expect(readFileSync(outside, "utf8")).toBe(configMap);
});

test("--unsafe-fixes alone is refused", async () => {
  const { code, err } = await falcoverage("check", "--unsafe-fixes");
  expect(code).toBe(2);
  expect(err).toContain("--unsafe-fixes needs --fix");
});
