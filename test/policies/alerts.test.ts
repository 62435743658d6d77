import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const folder = path.join(import.meta.dirname, "../../policies");

interface Rule {
  readonly rule: string;
  readonly output: string;
  readonly priority: string;
  readonly source?: string;
}

interface Case {
  readonly name: string;
  readonly json?: string;
}

const ruleFiles: Record<string, string> = parse(
  readFileSync(path.join(folder, "falco/falco-rules-compliance.yaml"), "utf8"),
).data;
const rules: readonly Rule[] = Object.values(ruleFiles).flatMap((text) =>
  parse(text).filter((item: object) => "rule" in item),
);

const alerts = readdirSync(path.join(folder, "tests")).flatMap((file) => {
  const { tests } = parse(readFileSync(path.join(folder, "tests", file), "utf8"));
  return tests.flatMap(
    ({ rule, fires = [], silent = [] }: { rule: string; fires?: Case[]; silent?: Case[] }) =>
      [...fires, ...silent].flatMap(({ name, json }) =>
        json === undefined ? [] : [{ file, rule, name, alert: JSON.parse(json) }],
      ),
  );
});

describe("the alerts in the tests of the reference pack", () => {
  it.each(["syscall", "k8s_audit"])("are of several rules on %s", (source) => {
    const tested = new Set(alerts.filter(({ alert }) => alert.source === source).map(({ rule }) => rule));
    expect(tested.size).toBeGreaterThanOrEqual(5);
  });

  it.each(alerts)("$rule: $name has what Falco writes for the rule", ({ rule: name, alert }) => {
    const rule = rules.find(({ rule }) => rule === name)!;
    expect(Object.keys(alert)).toEqual([
      "hostname",
      "output",
      "output_fields",
      "priority",
      "rule",
      "source",
      "tags",
      "time",
    ]);
    expect(alert.rule).toBe(name);
    expect(alert.source).toBe(rule.source ?? "syscall");
    expect(alert.priority.toUpperCase()).toBe(rule.priority);
    const named = [...rule.output.matchAll(/%([a-z][\w.]*(?:\[[^\]]*\])?)/g)].map(([, field]) => field);
    expect(new Set(Object.keys(alert.output_fields))).toEqual(new Set([...named, "evt.time.iso8601"]));
    expect(alert.output).toContain(`: ${alert.priority} `);
  });
});
