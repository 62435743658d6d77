import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "record-conformance-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands in for Falco: says of a file that has `bad` in it that its condition does not compile. */
const binary = join(folder, "falco");
writeFileSync(
  binary,
  `#!${process.execPath}
const { readFileSync } = require("node:fs");
const args = process.argv.slice(2);
const after = (option) => args.flatMap((arg, i) => (arg === option ? [readFileSync(args[i + 1], "utf8")] : []));
if (args[0] === "--version") console.log("Falco version: 0.90.0 (x86_64)\\nEngine: 0.90.0");
else if (args.includes("-L")) {
  const rules = after("-r").map(() => ({ info: { name: "R" }, details: { events: ["open", "asyncevent"] } }));
  console.log(JSON.stringify({ rules, macros: [], lists: [] }));
} else if (after("-V").some((text) => text.includes("refuse"))) process.exitCode = 1;
else {
  const error = (text) => ({ code: "LOAD_ERR_X", context: { locations: [
    { item_type: "rules content", item_name: "", position: { line: 0, column: 0 } },
    { item_type: "rule", item_name: args.includes("all.yaml") ? "with plugins" : text.trim(), position: { line: 3, column: 4 } },
  ] } });
  const results = after("-V").map((text) => ({ successful: !text.includes("bad"), errors: text.includes("bad") ? [error(text)] : [], warnings: [] }));
  console.log("a line of the log\\n" + JSON.stringify({ falco_load_results: results }));
}
`,
  { mode: 0o755 },
);

function record(cases: readonly object[], ...args: string[]) {
  const path = join(folder, "cases.json");
  writeFileSync(path, `[\n${cases.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`);
  const script = "scripts/record-conformance/main.ts";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", script, "--falco", binary, ...args, path],
    { encoding: "utf8" },
  );
  return {
    status,
    stdout,
    stderr,
    cases: JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>[],
  };
}

const ofVersion = { falcoVersion: "0.90.0" };

test("records verdicts and descriptions of the binary's version, and leaves other cases alone", () => {
  const other = { id: "other", files: ["bad"], falcoVersion: "0.89.0", expect: "kept" };
  const { stdout, cases } = record([
    { id: "good", files: ["fine", "fine"], ...ofVersion, expect: {} },
    { id: "bad", files: ["bad"], ...ofVersion },
    { id: "refused", files: ["refuse"], ...ofVersion },
    { id: "described", files: ["fine"], describe: {}, ...ofVersion },
    other,
    { id: "unversioned", files: ["bad"] },
    { id: "plugins", files: ["bad"], plugins: "all", ...ofVersion },
  ]);
  const fine = { successful: true, errors: [], warnings: [] };
  const error = { code: "LOAD_ERR_X", item_type: "rule", item_name: "bad", line: 3, column: 4 };
  expect(cases).toMatchObject([
    { id: "good", expect: { loads: true, results: [fine, fine] } },
    { id: "bad", expect: { loads: false, results: [{ successful: false, errors: [error], warnings: [] }] } },
    { id: "refused", expect: { loads: false } },
    {
      id: "described",
      describe: { rules: [{ name: "R", events: ["asyncevent", "open"] }], macros: [], lists: [] },
    },
    other,
    { id: "unversioned" },
    { id: "plugins" },
  ]);
  expect(cases[3]).not.toHaveProperty("expect");
  expect(cases[5]).not.toHaveProperty("expect");
  expect(cases[6]).not.toHaveProperty("expect");
  expect(stdout).toContain(
    "recorded 4 with Falco 0.90.0, skipped 3, changed 4: good, bad, refused, described",
  );
});

test("records cases without a version and with all plugins when asked to", () => {
  const { cases } = record(
    [{ id: "a", files: ["bad"], plugins: "all" }],
    ...["--unversioned", "--plugins-config", "all.yaml"],
  );
  expect(cases).toMatchObject([{ expect: { results: [{ errors: [{ item_name: "with plugins" }] }] } }]);
});

test("a binary that cannot be run is one clear error", () => {
  const { status, stderr } = record([], "--falco", join(folder, "none"));
  expect(status).toBe(2);
  expect(stderr).toContain("none cannot be run");
});
