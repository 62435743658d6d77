import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../src/commands/program.ts";
import type { Report } from "../../src/report/report.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rules = `- rule: Watched Account Active
  desc: Somebody whom we watch more closely runs a command.
  condition: evt.type in (execve, execveat) and user.name in (watched_a, watched_b)
  output: Watched account active (user=%user.name command=%proc.cmdline)
  priority: NOTICE
`;

/** The control of the report, and how many support controls count. */
async function riskForIndividuals(matrix: string) {
  writeFileSync(path.join(folder, "rules.yaml"), rules);
  writeFileSync(path.join(folder, "matrix.yaml"), matrix);
  let out = "";
  const output = { write: (text: string) => (out += text) };
  await run(["coverage", "--format", "json"], { stdout: output, stderr: output, env: {}, cwd: () => folder });
  const [framework] = (JSON.parse(out) as Report).coverage.frameworks;
  const control = framework!.controls.find(({ id }) => id === "SI-4(19)")!;
  return { control, counted: framework!.totals.support.total };
}

const head = "version: 1\nframeworks: [{id: fedramp, selection: [SI-4(19), AU-5(1)]}]\n";

test("what people alone can show counts only where rules are named for it", async () => {
  const without = await riskForIndividuals(`${head}controls: {}\n`);
  expect(without.control).toMatchObject({ runtime: "support", counted: false, rung: null });
  expect(without.control.blockedBy?.reason).toContain("People show it, not a file");
  expect(without.counted).toBe(1);

  const named = await riskForIndividuals(
    `${head}controls:\n  fedramp:\n    SI-4(19): [Watched Account Active]\n`,
  );
  expect(named.control).toMatchObject({ counted: true, rung: "enabled" });
  expect(named.counted).toBe(2);
});
