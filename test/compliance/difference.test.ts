import { describe, expect, test } from "vitest";
import {
  atLeast,
  type ControlCoverage,
  countRungs,
  type RuleCoverage,
  type Rung,
} from "../../src/compliance/coverage.ts";
import { type Compared, compare, regressions } from "../../src/compliance/difference.ts";
import type { ReportedRule } from "../../src/compliance/reported-rule.ts";

/** A revision in which each control has the rules given, on the rungs given. */
function revision(
  controls: Readonly<Record<string, Readonly<Record<string, Rung>>>>,
  more: Partial<Compared> & { readonly level?: Rung; readonly outOfScope?: string } = {},
): Compared {
  const level = more.level ?? "routed";
  const all = Object.entries(controls).map(([id, reached]): ControlCoverage => {
    const rules = Object.entries(reached).map(
      ([name, rung]): RuleCoverage => ({
        name,
        rung,
        blockedBy:
          rung === "proven" || rung === "routed"
            ? null
            : { rung: "enabled", reason: `${name} is held back.`, file: "rules.yaml", line: 7 },
      }),
    );
    const order = ["mapped", "valid", "enabled", "deployed", "routed", "proven"];
    const best = rules.toSorted((a, b) => order.indexOf(b.rung!) - order.indexOf(a.rung!))[0];
    const rung = best?.rung ?? null;
    return {
      id,
      title: `Title of ${id}`,
      parent: null,
      runtime: "detect",
      why: "",
      rung,
      covered: atLeast(rung, level),
      counted: true,
      outOfScope: more.outOfScope === id ? "Nothing there." : null,
      rules,
      blockedBy: best?.blockedBy ?? null,
    };
  });
  const counts = countRungs(all.filter(({ outOfScope }) => outOfScope === null));
  return {
    coverage: {
      level,
      totals: counts,
      frameworks: [
        {
          id: "soc2",
          name: "SOC 2",
          version: "2017",
          baseline: null,
          totals: { detect: counts, support: countRungs([]), none: 0 },
          controls: all,
        },
      ],
    },
    rules: more.rules ?? [],
    findings: more.findings ?? [],
  };
}

function rule(name: string, more: Partial<ReportedRule> = {}): ReportedRule {
  const condition = more.condition === undefined ? `proc.name = ${name}` : more.condition;
  return {
    name,
    source: "syscall",
    priority: "WARNING",
    enabled: true,
    exceptions: [],
    tags: [],
    file: "rules.yaml",
    line: 3,
    changedAt: [],
    ...more,
    condition,
  };
}

describe("controls", () => {
  test("tells what was lost and gained, and by which rule", () => {
    const { controls } = compare(
      revision({
        "CC6.1": { A: "routed", B: "valid" },
        "CC6.6": {},
        "CC6.8": { B: "routed" },
        "CC7.1": { B: "mapped" },
      }),
      revision({
        "CC6.1": { A: "valid", B: "valid" },
        "CC6.6": { C: "routed" },
        "CC6.8": { B: "proven" },
        "CC7.1": {},
      }),
    );
    expect(controls.map(({ id, kind, from, to }) => [id, kind, from, to])).toEqual([
      ["CC6.1", "lost", "routed", "valid"],
      ["CC6.6", "gained", null, "routed"],
      ["CC6.8", "raised", "routed", "proven"],
      ["CC7.1", "lowered", "mapped", null],
    ]);
    expect(controls[0]).toMatchObject({
      rules: [{ name: "A", from: "routed", to: "valid", blockedBy: { reason: "A is held back.", line: 7 } }],
      cause: { reason: "A is held back.", file: "rules.yaml", line: 7 },
    });
  });

  test("a control that is out of scope, or no longer selected, has left, which is a loss too", () => {
    const difference = compare(
      revision({ "CC6.1": { A: "routed" }, "CC6.6": { A: "routed" } }),
      revision({ "CC6.1": { A: "routed" }, "CC7.1": {} }, { outOfScope: "CC6.1" }),
    );
    expect(difference.controls.map(({ id, kind }) => [id, kind])).toEqual([
      ["CC7.1", "joined"],
      ["CC6.1", "left"],
      ["CC6.6", "left"],
    ]);
    expect(regressions(difference).map(({ id }) => id)).toEqual(["CC6.1", "CC6.6"]);
  });

  test("both revisions are held against the newer level", () => {
    const difference = compare(
      revision({ "CC6.1": { A: "routed" } }, { level: "mapped" }),
      revision({ "CC6.1": { A: "valid" } }, { level: "proven" }),
    );
    expect(difference.controls[0]?.kind).toBe("lowered");
    expect(difference.totals.at(-1)).toEqual({
      from: { covered: 0, total: 1, percent: 0 },
      to: { covered: 0, total: 1, percent: 0 },
    });
  });

  test("a framework that comes or goes has no number on the other side", () => {
    const none = { ...revision({}), coverage: { ...revision({}).coverage, frameworks: [] } };
    const { totals } = compare(none, revision({ "CC6.1": {} }));
    expect(totals[0]).toEqual({
      framework: "soc2",
      name: "SOC 2",
      from: null,
      to: { covered: 0, total: 1, percent: 0 },
    });
  });
});

describe("rules", () => {
  const controls = { "CC6.8": { A: "routed", B: "routed" } } as const;

  test("added, removed and renamed, with the controls they answer", () => {
    const { rules } = compare(
      revision(controls, { rules: [rule("A"), rule("B", { line: 9 })] }),
      revision(
        { "CC6.8": { A: "mapped", B: "mapped" } },
        { rules: [rule("A2", { condition: "proc.name = A" }), rule("C")] },
      ),
    );
    expect(rules.map(({ name, was, kind, controls }) => ({ name, was, kind, controls }))).toEqual([
      { name: "A2", was: "A", kind: "renamed", controls: [{ framework: "soc2", id: "CC6.8" }] },
      { name: "B", was: undefined, kind: "removed", controls: [{ framework: "soc2", id: "CC6.8" }] },
      { name: "C", was: undefined, kind: "added", controls: [] },
    ]);
  });

  test("of rules of one name in two files, each is compared with its own", () => {
    const two = [rule("A", { file: "dev.yaml" }), rule("A", { file: "prod.yaml" })];
    const { rules } = compare(
      revision(controls, { rules: two }),
      revision(controls, { rules: [rule("A", { file: "prod.yaml", enabled: false })] }),
    );
    expect(rules.map(({ kind, file, changes }) => [kind, file, changes])).toEqual([
      ["changed", "prod.yaml", [{ aspect: "enabled", to: false }]],
      ["removed", "dev.yaml", []],
    ]);
  });

  test("a rule that moved to another file is the same rule", () => {
    const { rules } = compare(
      revision(controls, { rules: [rule("A")] }),
      revision(controls, { rules: [rule("A", { file: "other.yaml", line: 90 })] }),
    );
    expect(rules).toEqual([]);
  });
});

test("findings are new or fixed by their fingerprints", () => {
  const { findings } = compare(
    revision({}, { findings: [{ fingerprint: "a" }, { fingerprint: "b" }] }),
    revision({}, { findings: [{ fingerprint: "b" }, { fingerprint: "c" }] }),
  );
  expect(findings).toEqual({ added: ["c"], fixed: 1 });
});
