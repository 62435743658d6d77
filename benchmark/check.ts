import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/*
 * Whole processes, in one run, as ratios: the check of the reference deployment against an empty Node process and
 * against one that only parses the same files with the `yaml` package, and the check of several copies of the
 * deployment against that of one, which shows how it grows.
 */
const root = path.resolve(import.meta.dirname, "..");
const cli = path.join(root, "dist/cli.js");
const parseAll = `
  import { readdirSync, readFileSync } from "node:fs";
  import { parseAllDocuments } from "${path.join(root, "node_modules/yaml/dist/index.js")}";
  for (const file of readdirSync(".", { recursive: true })) {
    if (file.endsWith(".yaml")) for (const d of parseAllDocuments(readFileSync(file, "utf8"))) d.toJS();
  }`;

/** Median wall time of a whole process, in seconds. */
function seconds(args: readonly string[], cwd: string, runs = 7): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    if (status === null || status > 1) throw new Error(stderr);
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

const workspace = mkdtempSync(path.join(tmpdir(), "falcoverage-benchmark-"));
try {
  const copies = (count: number): string => {
    const folder = path.join(workspace, String(count));
    for (let i = 0; i < count; i++) {
      mkdirSync(path.join(folder, String(i)), { recursive: true });
      cpSync(path.join(root, "policies/falco"), path.join(folder, String(i)), { recursive: true });
    }
    cpSync(path.join(root, "policies/matrix.yaml"), path.join(folder, "matrix.yaml"));
    return folder;
  };
  const check = [cli, "check", "--fail-on", "never"];
  const one = copies(1);
  const empty = seconds(["--eval", "0"], one);
  const parse = seconds(["--input-type=module", "--eval", parseAll], one);
  const single = seconds(check, one);
  console.log(`check of the deployment / empty process      ${(single / empty).toFixed(1)}`);
  console.log(`check of the deployment / parsing its YAML   ${(single / parse).toFixed(1)}`);
  for (const count of [5, 20]) {
    const ratio = seconds(check, copies(count), 3) / single;
    console.log(`${count} copies / 1 copy${" ".repeat(27 - String(count).length)}${ratio.toFixed(1)}`);
  }
} finally {
  rmSync(workspace, { recursive: true });
}
