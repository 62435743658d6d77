import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const folder = path.join(import.meta.dirname, "../../policies");

interface Rule {
  readonly rule: string;
  readonly output: string;
}

const ruleFiles: Record<string, string> = parse(
  readFileSync(path.join(folder, "falco/falco-rules-compliance.yaml"), "utf8"),
).data;
const outputs = new Map<string, string>(
  Object.values(ruleFiles).flatMap((text) =>
    parse(text)
      .filter((item: object) => "rule" in item)
      .map(({ rule, output }: Rule): [string, string] => [rule, output]),
  ),
);

/** What a page on the monitoring itself looks for: attempts on the sensor before it fell silent. */
const sensorRules = ["Kubernetes Security Tool Changed", "Security Tool Tampering"];

const runbooks = readdirSync(path.join(folder, "runbooks"))
  .filter((file) => file !== "README.md")
  .map((file) => {
    const text = readFileSync(path.join(folder, "runbooks", file), "utf8");
    const named: readonly string[] = parse(text.split("---\n")[1] ?? "").rules;
    return { file, text, rules: named.length > 0 ? named : sensorRules };
  });

/** The labels that Loki's `json` stage makes of the fields in an output: any other character becomes an underscore. */
const labelsOf = (output: string): string[] =>
  [...output.matchAll(/%([a-z][\w.]*(?:\[[^\]]*\])?)/g)].map(
    ([, field = ""]) => `output_fields_${field.replaceAll(/\W/g, "_")}`,
  );

describe("the queries in the runbooks of the reference pack", () => {
  it.each(runbooks)("$file finds the alerts of its rules in Loki", ({ text, rules }) => {
    const [, query = ""] = /```logql\n(.*?)```/s.exec(text) ?? [];
    const [, selected = ""] = /^\{rule=~"([^"]*)"\}\n {2}\| json\n/.exec(query) ?? [];
    expect(selected.split("|")).toEqual(rules);
    const labels = new Set(rules.flatMap((rule) => labelsOf(outputs.get(rule)!)));
    const used = [...query.matchAll(/\{\{\.(\w+)\}\}/g)].map(([, label = ""]) => label);
    expect(used.slice(0, 2)).toEqual(["rule", "hostname"]);
    expect(used.length).toBeGreaterThan(3);
    expect(used.slice(2).filter((label) => !labels.has(label))).toEqual([]);
  });

  it.each(runbooks)("$file finds the alerts of its rules in Elasticsearch", ({ text, rules }) => {
    const [, body = ""] = /_search\?[^\n]*<<'JSON'\n(.*?)\nJSON\n/s.exec(text) ?? [];
    const { bool } = JSON.parse(body).query;
    expect(bool.should).toEqual(rules.map((rule) => ({ match_phrase: { rule } })));
    expect(bool.minimum_should_match).toBe(1);
    expect(bool.filter).toEqual([{ range: { time: { gte: "now-7d" } } }]);
  });
});
