import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/commands/program.ts";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-completion-"));
  for (const shell of ["bash", "zsh", "fish"]) {
    let out = "";
    const terminal = {
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: () => true },
      env: {},
      cwd: () => folder,
    };
    expect(await run(["completion", shell], terminal)).toBe(0);
    writeFileSync(path.join(folder, `c.${shell}`), out);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const has = (shell: string) => spawnSync(shell, ["-c", "true"]).status === 0;

/** What the shell offers at the end of a command line. */
function offered(shell: "bash" | "fish", line: string): string[] {
  const script =
    shell === "fish"
      ? `source ${path.join(folder, `c.${shell}`)}; complete -C '${line}' | string replace -r '\\t.*' ''`
      : `source ${path.join(folder, `c.${shell}`)}; COMP_WORDS=(${line.replace(/ $/, " ''")}); ` +
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _falcoverage; printf '%s\\n' \"${COMPREPLY[@]}\"";
  const { stdout, stderr } = spawnSync(shell, ["-c", script], { encoding: "utf8", cwd: folder });
  expect(stderr).toBe("");
  return stdout.trim().split("\n").sort();
}

describe.each(["bash", "fish"] as const)("%s completes", (shell) => {
  test.skipIf(!has(shell)).each([
    ["falcoverage desc", ["describe"]],
    ["falcoverage check --fo", ["--format"]],
    ["falcoverage check --format sa", ["sarif"]],
    ["falcoverage trace --lev", ["--level"]],
    ["falcoverage --min-cov", ["--min-coverage"]],
    ["falcoverage completion z", ["zsh"]],
  ])("%s", (line, words) => {
    expect(offered(shell, line)).toEqual(words);
  });
});

test.skipIf(!has("bash"))("bash completes files where no word is asked for", () => {
  expect(offered("bash", "falcoverage validate c.f")).toEqual(["c.fish"]);
});

test.skipIf(!has("zsh"))("zsh takes the script without a complaint", () => {
  const script = `autoload -Uz compinit; compinit -u -D; source ${path.join(folder, "c.zsh")}; whence -w _falcoverage`;
  const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toBe("_falcoverage: function\n");
});

test("a shell that is not known is refused with those that are", async () => {
  let error = "";
  const code = await run(["completion", "csh"], {
    stdout: { write: () => true },
    stderr: { write: (text) => (error += text) },
    env: {},
    cwd: () => folder,
  });
  expect(code).toBe(2);
  expect(error).toContain("bash, zsh, fish");
});
