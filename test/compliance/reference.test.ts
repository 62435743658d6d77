import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { loadFramework } from "../../src/compliance/framework.ts";
import type { Report } from "../../src/report/report.ts";

const root = path.join(import.meta.dirname, "../..");
const rulesFile = "policies/falco/falco-rules-compliance.yaml";
const { report } = await check(["policies"], { root, level: "proven" });

describe("the reference policies", () => {
  const used = report.coverage.frameworks.map(({ id }) => id);
  test.each(used)("account for every control of %s", async (id) => {
    const { controls } = (await loadFramework(id))!;
    const framework = report.coverage.frameworks.find((one) => one.id === id)!;
    const baseline = framework.baseline;
    const expected = [...controls.values()].filter(
      ({ group, baselines }) => !group && (baseline === null || (baselines?.includes(baseline) ?? true)),
    );
    expect(framework.controls.map((control) => control.id)).toEqual(expected.map((control) => control.id));
    for (const control of framework.controls) {
      expect(control.why, control.id).not.toBe("");
      // Where a control is not at the top, something is named that keeps it from there.
      const isDone = control.runtime === "none" || control.rung === "proven";
      expect(isDone ? "" : (control.blockedBy?.reason ?? null), control.id).not.toBeNull();
    }
  });

  test("name for each control that is not proven the attacks that are missed, or the path that is a placeholder", () => {
    const open = report.coverage.frameworks.flatMap(({ controls }) =>
      controls.filter(({ runtime, counted, rung }) => runtime === "detect" && counted && rung !== "proven"),
    );
    // Nobody has regulated data in /srv/phi, so what protects it cannot be proven here.
    expect(open).not.toEqual([]);
    for (const { id, rung, blockedBy } of open) {
      expect(rung, id).toBe("routed");
      expect(blockedBy?.reason, id).toMatch(
        /^Its rules detect \d+ of \d+|^The path \/srv\/\w+ is a placeholder/,
      );
    }
  });

  test("answer the controls that the monitoring itself answers, but for what no manifest shows", () => {
    const open = report.coverage.frameworks.flatMap(({ id, controls }) =>
      controls
        .filter(({ runtime, counted, covered }) => runtime === "support" && counted && !covered)
        .map((control) => `${id} ${control.id}: ${control.blockedBy?.reason}`),
    );
    expect(open).toEqual([]);
  });
});

describe("a change of one rule shows exactly the controls that it costs", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync(path.join(root, "policies"), path.join(folder, "policies"), { recursive: true });
  const before = readFileSync(path.join(root, rulesFile), "utf8");

  /** The controls that no other rule answers. */
  function answeredAlone(rule: string): string[] {
    return report.coverage.frameworks.flatMap(({ id, controls }) =>
      controls
        .filter(({ runtime }) => runtime === "detect" || runtime === "partial")
        .map((control) => ({
          ...control,
          rules: control.rules.filter(({ rung }) => rung === "routed" || rung === "proven"),
        }))
        .filter(({ rules }) => rules.length > 0 && rules.every(({ name }) => name === rule))
        .map((control) => `${id} ${control.id}`),
    );
  }

  async function change(after: string): Promise<Report> {
    expect(after).not.toBe(before);
    writeFileSync(path.join(folder, rulesFile), after);
    const earlier = new Map([[rulesFile, before]]);
    return (await check(["policies"], { root: folder, earlier: { files: earlier, whole: false } })).report;
  }

  const frameworks = new Set(report.coverage.frameworks.map(({ id }) => id));
  function lost({ difference }: Report): string[] {
    return difference!.controls
      .filter(({ kind, framework }) => kind === "lost" && frameworks.has(framework))
      .map(({ framework, id }) => `${framework} ${id}`);
  }

  const names = [...before.matchAll(/^( *)- rule: (.+)$/gm)].map(([, , name]) => name!);
  const alone = names.filter((name) => answeredAlone(name).length > 0);
  const shared = names.filter((name) => answeredAlone(name).length === 0);

  test.each([...alone.slice(0, 1), ...shared.slice(0, 1)])(
    "%s, deleted",
    { timeout: 120_000 },
    async (name) => {
      const item = new RegExp(`^( *)- rule: ${name}\n(?:\\1 .*\n|\n)*`, "m");
      const difference = await change(before.replace(item, ""));
      expect(lost(difference)).toEqual(answeredAlone(name));
      expect(difference.difference?.rules).toMatchObject([{ name, kind: "removed" }]);
    },
  );

  // The layer audit of the production overlay switches its rules on, whatever the file of the rules says.
  const layer = readFileSync(path.join(root, "policies/falco/layers/audit/rules.yaml"), "utf8");
  const switched = alone.filter((name) => !layer.includes(`- rule: ${name}\n`));

  test.each(switched.slice(1, 2))("%s, disabled", { timeout: 120_000 }, async (name) => {
    const after = before.replace(
      new RegExp(`^( *)- rule: ${name}\n`, "m"),
      (line, indent: string) => `${line}${indent}  enabled: false\n`,
    );
    const difference = await change(after);
    expect(lost(difference)).toEqual(answeredAlone(name));
    expect(difference.difference?.rules).toMatchObject([
      { name, changes: [{ aspect: "enabled", to: false }] },
    ]);
  });
});
