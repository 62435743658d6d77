import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parser } from "@grafana/lezer-logql";
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

/** Whether a LogQL query is one by Loki's grammar. */
function isLogql(query: string): boolean {
  let isRight = query.trim() !== "";
  parser.parse(query).iterate({
    enter: ({ type }) => {
      if (type.isError) isRight = false;
    },
  });
  return isRight;
}

/** Labels of the streams that falcosidekick 2.34 sends to Loki: `newLokiPayload`. */
const streamLabels = new Set([
  "rule",
  "source",
  "priority",
  "k8s_ns_name",
  "k8s_pod_name",
  "hostname",
  "tags",
]);

/** Keys of the JSON of an alert, as it sends it to Elasticsearch and, with `LOKI_FORMAT: json`, to Loki: `types.FalcoPayload`. */
const alertKeys = new Set([
  "uuid",
  "output",
  "priority",
  "rule",
  "time",
  "source",
  "output_fields",
  "hostname",
  "tags",
]);

/** The fields that a query of Elasticsearch names. */
function fieldsOf(query: unknown): string[] {
  if (Array.isArray(query)) return query.flatMap(fieldsOf);
  if (query === null || typeof query !== "object") return [];
  return Object.entries(query).flatMap(([key, value]) =>
    /^(?:match_phrase|match|term|terms|range|exists|prefix|wildcard)$/.test(key)
      ? Object.keys(value as object)
      : fieldsOf(value),
  );
}

describe("LogQL", () => {
  it.each([
    ["a query", '{rule=~"a|b"}\n  | json\n  | line_format "{{.rule}}"', true],
    ["an open selector", '{rule=~"a|b"\n  | json', false],
    ["an unquoted template", '{rule="a"} | line_format rule', false],
    ["nothing", "", false],
  ])("is told from what is none: %s", (_, query, expected) => {
    expect(isLogql(query)).toBe(expected);
  });
});

describe("the queries in the runbooks of the reference pack", () => {
  it.each(runbooks)("$file finds the alerts of its rules in Loki", ({ text, rules }) => {
    const [, query = ""] = /```logql\n(.*?)```/s.exec(text) ?? [];
    expect(isLogql(query), query).toBe(true);
    const selectors = [...query.matchAll(/[{,]\s*(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = ""]) => label);
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter((label) => !streamLabels.has(label))).toEqual([]);
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
    const { _source: wanted, query } = JSON.parse(body);
    const { bool } = query;
    const named = [...wanted, ...fieldsOf(query)].map((field: string) => field.split(".")[0]!);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((field) => !alertKeys.has(field))).toEqual([]);
    const [, sorted = ""] = /[?&]sort=([^&"]*)/.exec(text) ?? [];
    expect(alertKeys.has(sorted.split(":")[0]!), sorted).toBe(true);
    expect(bool.should).toEqual(rules.map((rule) => ({ match_phrase: { rule } })));
    expect(bool.minimum_should_match).toBe(1);
    expect(bool.filter).toEqual([{ range: { time: { gte: "now-7d" } } }]);
  });
});
