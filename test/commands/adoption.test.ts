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

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
}

const matrix = `version: 1
frameworks: [{id: soc2, selection: [CC6.8]}]
controls:
  soc2:
    CC6.8: [Miner Started]
    CC99.9: [Miner Started]
`;
const rules = `- rule: Miner Started
  desc: A miner starts.
  condition: evt.type = execve and proc.name = xmrig
  output: "Miner started (process=%proc.name)"
  priority: CRITICAL
  tags: [SOC2_CC6.8]
`;

test("a baseline makes the check pass until something new comes", async () => {
  write({ "matrix.yaml": matrix, "rules.yaml": rules });
  expect((await falcoverage("check")).code).toBe(1);

  const wrote = await falcoverage("check", "--baseline", "known.json", "--update-baseline");
  expect(wrote).toMatchObject({ code: 0, out: "" });
  expect(wrote.error).toMatch(/^Wrote \d+ findings? to known\.json\n$/);
  expect(readFileSync(path.join(folder, "known.json"), "utf8")).toContain('"rule":"matrix/unknown-control"');

  const passed = await falcoverage("check", "--baseline", "known.json");
  expect(passed.code).toBe(0);
  expect(passed.out).toMatch(/Left out: \d+ findings?, \d+ by the baseline\./);

  write({ "matrix.yaml": `${matrix}    CC88.8: [Miner Started]\n` });
  const failed = await falcoverage("check", "--baseline", "known.json");
  expect(failed.code).toBe(1);
  expect(failed.out).toContain("CC88.8");
  expect(failed.out).not.toContain("has no control `CC99.9`");

  write({ "matrix.yaml": matrix.replace("    CC99.9: [Miner Started]\n", "") });
  expect((await falcoverage("check", "--baseline", "known.json")).out).toMatch(
    /The baseline has \d+ findings? that are gone: update it\./,
  );
});

test("the configuration can name the baseline", async () => {
  write({ "matrix.yaml": matrix, "rules.yaml": rules, "falcoverage.yaml": "baseline: known.json\n" });
  expect((await falcoverage("check")).error).toContain("Cannot read the baseline known.json");
  expect((await falcoverage("check", "--update-baseline")).code).toBe(0);
  expect((await falcoverage("check")).code).toBe(0);
});

test("where to write the baseline has to be said", async () => {
  write({ "matrix.yaml": matrix });
  expect(await falcoverage("check", "--update-baseline")).toMatchObject({
    code: 2,
    error: "falcoverage: Name the file to write: --update-baseline --baseline falcoverage-baseline.json\n",
  });
});

test("with a base, only what is new can fail the check", async () => {
  write({ "matrix.yaml": matrix, "rules.yaml": rules });
  await falcoverage("check", "--format", "json", "--output", "base.json");
  expect((await falcoverage("check", "--base", "base.json")).code).toBe(1);
  expect((await falcoverage("check", "--base", "base.json", "--only-new")).code).toBe(0);

  write({ "matrix.yaml": `${matrix}    CC88.8: [Miner Started]\n` });
  const failed = await falcoverage("check", "--base", "base.json", "--only-new");
  expect(failed.code).toBe(1);
  expect(failed.out).toContain("1 error found that the base does not have.");
});

test("findings of a lower confidence are left out, counted, and not taken for gone", async () => {
  const hint = rules.replace("proc.name = xmrig", "user.name contains root");
  write({ "rules.yaml": `# falcoverage-ignore falco/output-fields: nobody answers these alerts\n${hint}` });
  const checked = async (...args: string[]) => {
    const { findings, summary } = JSON.parse((await falcoverage("check", "--format", "json", ...args)).out);
    const names: string[] = findings.map(
      (f: { rule: string; confidence: string }) => `${f.rule} ${f.confidence}`,
    );
    return { names, unsure: summary.suppressed.unsure };
  };
  const all = await checked();
  expect(all).toMatchObject({ names: expect.arrayContaining(["falco/contains-name low"]), unsure: 0 });

  const sure = await checked("--min-confidence", "high");
  expect(sure.names).toEqual(all.names.filter((name) => name.endsWith(" high")));
  expect(sure.unsure).toBe(all.names.length - sure.names.length);

  write({ "falcoverage.yaml": "min-confidence: medium\n" });
  expect((await falcoverage("check")).out).toMatch(/^Left out: 1 finding, 1 of a lower confidence\.$/m);
  expect(await checked("--min-confidence", "low")).toEqual(all);
  expect(await falcoverage("check", "--min-confidence", "sure")).toMatchObject({ code: 2 });
});

test("a lost control fails the check, unless it is told not to", async () => {
  write({ "matrix.yaml": matrix.replace(/.*CC99.*\n/, ""), "rules.yaml": rules });
  await falcoverage("check", "--level", "enabled", "--format", "json", "--output", "base.json");
  write({ "rules.yaml": `${rules}  enabled: false\n` });
  const args = ["check", "--level", "enabled", "--base", "base.json", "--fail-on", "never"];
  const failed = await falcoverage(...args);
  expect(failed.code).toBe(1);
  expect(failed.out).toMatch(
    /^What this change does\n {2}1 control lost: rule [^\n]* is not enabled\n {2}Coverage 100% \(1 of 1\) to 0% \(0 of 1\)/,
  );
  expect((await falcoverage(...args, "--no-fail-on-regression")).code).toBe(0);
  write({ "falcoverage.yaml": "fail-on-regression: false\n" });
  expect((await falcoverage(...args)).code).toBe(0);
  expect((await falcoverage(...args, "--fail-on-regression")).code).toBe(1);
});

test.each(["{", "[]", '{"version": 9}'])(
  "a base that is no report is refused in one line: %s",
  async (content) => {
    write({ "matrix.yaml": matrix, "base.json": content });
    const { code, out, error } = await falcoverage("check", "--base", "base.json");
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(/^falcoverage: base\.json is [^\n]+\n$/);
  },
);
