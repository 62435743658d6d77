import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { run } from "../../src/commands/program.ts";
import { withFrameworks } from "../../src/init/matrix-file.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The frameworks of the first matrix. */
const reviewed = ["soc2", "hipaa", "pci-dss", "gdpr", "fedramp", "iso27001"];

interface Control {
  readonly id: string;
  readonly runtime: string;
  readonly counted: boolean;
  readonly rung: string | null;
  readonly rules: readonly { readonly name: string; readonly rung: string | null }[];
}

test("the second matrix maps each control of its frameworks that events show, by rules that detect what it asks for", async () => {
  cpSync(path.join(root, "policies"), path.join(folder, "policies"), { recursive: true });
  const config = readFileSync(path.join(root, "falcoverage.yaml"), "utf8");
  writeFileSync(path.join(folder, "falcoverage.yaml"), config.replace(", policies/matrix-further.yaml", ""));
  let out = "";
  const write = (text: string) => (out += text);
  await run(["check", "--format", "json"], {
    stdout: { write },
    stderr: { write: () => {} },
    env: {},
    cwd: () => folder,
  });
  const { coverage, findings } = JSON.parse(out);
  const about = findings.filter(({ file }: { file: string }) => file === "policies/matrix-further.yaml");
  expect(about).toEqual([]);
  const frameworks = coverage.frameworks as { id: string; controls: Control[] }[];
  const further = frameworks.filter(({ id }) => !reviewed.includes(id));
  expect(further).toHaveLength(8);
  for (const { id: framework, controls } of further) {
    for (const { id, runtime, counted, rules } of controls) {
      if (!counted || (runtime !== "detect" && runtime !== "partial")) continue;
      expect(rules.length, `${framework} ${id}`).toBeGreaterThan(0);
      for (const { name, rung } of rules) expect(rung, `${framework} ${id}: ${name}`).not.toBe("mapped");
    }
  }
}, 120_000);

test("init takes the frameworks that are chosen from both matrices, with the word on how they were made", () => {
  const texts = ["matrix.yaml", "matrix-further.yaml"].map((file) =>
    readFileSync(path.join(root, "policies", file), "utf8"),
  );
  const text = withFrameworks(texts, ["soc2", "dora"]);
  const matrix = parse(text) as { frameworks: { id: string }[]; controls: Record<string, object> };
  expect(matrix.frameworks.map(({ id }) => id)).toEqual(["soc2", "dora"]);
  expect(Object.keys(matrix.controls)).toEqual(["soc2", "dora"]);
  expect(text).toContain("  # Derived by signal, and not reviewed line by line.\n  dora:");
});
