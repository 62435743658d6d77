import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../src/commands/index.ts";
import { runAtChanges } from "../../src/commands/run-at-changes.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "editing-"));
});
afterEach(() => rmSync(root, { recursive: true }));

async function falcoverage(args: readonly string[], input?: string) {
  const written = { out: "", err: "" };
  const code = await run(args, {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    ...(input === undefined ? {} : { stdin: Readable.from([input]) }),
    env: {},
    cwd: () => root,
  });
  return { code, ...written };
}

const rules = `- macro: container
  condition: container.id != host

- rule: Shell
  desc: A shell
  condition: >
    evt.type = execve and container.id != host
    and proc.name in (bash, bash)
  output: shell (user=%user.name command=%proc.cmdline)
  priority: WARNING
`;
const configMap = `apiVersion: v1\r
kind: ConfigMap\r
metadata: {name: rules}\r
data:\r
  rules.yaml: |\r
${rules.replace(/^(?=.)/gm, "    ").replaceAll("\n", "\r\n")}`;

test("--add-ignores hides what is found, above its block, and needs a reason", async () => {
  writeFileSync(path.join(root, "cm.yaml"), configMap);
  const unreasoned = await falcoverage(["check", "--add-ignores"]);
  expect(unreasoned.code).toBe(2);
  expect(unreasoned.err).toContain("--reason");
  const { code, err } = await falcoverage(["check", "--add-ignores", "--reason", "known\n to the team"]);
  expect([code, err]).toEqual([0, "Hid 2 findings in 1 file.\n"]);
  const comment =
    "      # falcoverage-ignore falco/duplicate-value, falco/missed-variant: known to the team\r\n      condition: >\r\n";
  expect(readFileSync(path.join(root, "cm.yaml"), "utf8")).toBe(
    configMap.replace("      condition: >\r\n", comment),
  );
  expect((await falcoverage(["check", "--quiet"])).out).not.toContain("falco/");
});

test("--add-ignores leaves a file in which no comment can stand", async () => {
  const text = rules.replace(
    /condition: >[\s\S]*?(?= {2}output)/,
    "condition: evt.type = execve and\n    proc.name in (bash, bash)\n",
  );
  writeFileSync(path.join(root, "rules.yaml"), text);
  const { code, err } = await falcoverage(["check", "--add-ignores", "--reason", "known"]);
  expect([code, err]).toEqual([
    1,
    "Hid 0 findings in 0 files. 2 left, where no comment is possible: rules.yaml:6, rules.yaml:7.\n",
  ]);
  expect(readFileSync(path.join(root, "rules.yaml"), "utf8")).toBe(text);
});

test("--stdin-filename checks the text of an editor as its file, among the others", async () => {
  writeFileSync(path.join(root, "rules.yaml"), "# not yet\n");
  writeFileSync(path.join(root, "other.yaml"), rules.replace("rule: Shell", "rule: Other"));
  const given = ["check", "--stdin-filename", "rules.yaml"];
  const { out } = await falcoverage([...given, "--format", "json"], rules);
  const { findings } = JSON.parse(out) as { findings: { file: string; rule: string }[] };
  expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(["rules.yaml"]));
  const fixed = await falcoverage([...given, "--fix"], rules);
  expect([fixed.code, fixed.out]).toEqual([0, rules.replace("(bash, bash)", "(bash)")]);
  expect(readFileSync(path.join(root, "rules.yaml"), "utf8")).toBe("# not yet\n");
  expect((await falcoverage([...given.slice(0, 2), "../x.yaml"], rules)).code).toBe(2);
  expect((await falcoverage(given)).code).toBe(2);
});

test("--watch checks again at a change, and clears only a screen", async () => {
  const file = path.join(root, "rules.yaml");
  writeFileSync(file, "");
  for (const isTTY of [true, false]) {
    const once = new AbortController();
    let runs = 0;
    let out = "";
    const terminal = {
      stdout: { write: (text: string) => (out += text), isTTY },
      stderr: { write: () => undefined },
      env: {},
      cwd: () => root,
    };
    await runAtChanges(
      async () => {
        runs++;
        if (runs === 2) once.abort();
        else writeFileSync(file, `# ${isTTY}\n`);
      },
      terminal,
      once.signal,
    );
    expect(runs).toBe(2);
    expect(out.includes("\x1b[2J")).toBe(isTTY);
  }
});
