import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parser as promql } from "@prometheus-io/lezer-promql";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const folder = path.join(import.meta.dirname, "../../policies");
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
const list = (directory: string, ending: string): string[] =>
  readdirSync(path.join(folder, directory))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${directory}/${name}`);

interface Rule {
  readonly rule: string;
  readonly output: string;
  readonly priority: string;
  readonly tags: readonly string[];
}

interface Control {
  readonly id: string;
  readonly runtime: string;
  readonly group?: boolean;
  readonly baselines?: readonly string[];
}

const ruleFiles: Record<string, string> = parse(read("falco/falco-rules-compliance.yaml")).data;
const rules: readonly Rule[] = Object.values(ruleFiles).flatMap((text) =>
  parse(text).filter((item: object) => "rule" in item),
);
const ruleNames = new Set(rules.map(({ rule }) => rule));
const matrix: Record<string, Record<string, { rules: string[] }>> = parse(read("matrix.yaml")).controls;
const frameworks = Object.keys(matrix);
const prefixes: Record<string, string> = {
  soc2: "SOC2_",
  hipaa: "HIPAA_",
  "pci-dss": "PCI_DSS_",
  gdpr: "GDPR_",
  fedramp: "FedRAMP_",
  iso27001: "ISO_27001_",
};

/** The controls of a framework for which the matrix names a rule. */
const controlsOf = (framework: string, rule: string): string[] =>
  Object.entries(matrix[framework] ?? {})
    .filter(([, entry]) => entry.rules.includes(rule))
    .map(([id]) => id);

const runbooks = list("runbooks", ".md")
  .filter((file) => !file.endsWith("README.md"))
  .map((file) => {
    const text = read(file);
    return { file, text, front: parse(text.split("---\n")[1] ?? "") };
  });

describe("the matrix of the reference pack", () => {
  it.each(frameworks)("maps every control of %s that a detector can see", (framework) => {
    const controls: Control[] = parse(read(`frameworks/${framework}.yaml`)).controls;
    const visible = controls.filter(
      ({ group, runtime, baselines }) =>
        group !== true &&
        (runtime === "detect" || runtime === "partial") &&
        (baselines === undefined || baselines.includes("high")),
    );
    expect(Object.keys(matrix[framework] ?? {})).toEqual(visible.map(({ id }) => id));
    for (const [id, { rules: named }] of Object.entries(matrix[framework] ?? {}))
      expect(
        named.filter((name) => ruleNames.has(name)),
        id,
      ).not.toEqual([]);
  });

  it.each(frameworks)("agrees with the rules' tags for %s", (framework) => {
    for (const { rule, tags } of rules) {
      const written = tags.filter((tag) => tag.startsWith(prefixes[framework] ?? "?"));
      const mapped = controlsOf(framework, rule).map((id) => prefixes[framework] + id.replaceAll(" ", ""));
      expect(written, rule).toEqual(mapped);
      expect(tags.includes(framework.replace("-", "_")), `${rule}: the tag of the framework`).toBe(
        mapped.length > 0,
      );
    }
  });
});

describe("the runbooks of the reference pack", () => {
  it("are named by the alerts, and name the alerts", () => {
    for (const { rule, output } of rules) {
      const file = / \| runbook=https:\/\/\S+\/policies\/(runbooks\/[\w-]+\.md)$/.exec(output)?.[1];
      expect(file, rule).toBeDefined();
      const runbook = runbooks.find((candidate) => candidate.file === file);
      expect(runbook?.front.rules, `${rule} in ${file}`).toContain(rule);
    }
    for (const { file, front } of runbooks)
      expect(
        front.rules.filter((name: string) => !ruleNames.has(name)),
        file,
      ).toEqual([]);
  });

  it.each(runbooks)("$file states the priority and the controls of its rules", ({ front }) => {
    if (front.rules.length === 0) return;
    const order = ["NOTICE", "WARNING", "CRITICAL"];
    const own = rules.filter(({ rule }) => front.rules.includes(rule));
    const highest = Math.max(...own.map(({ priority }) => order.indexOf(priority)));
    expect(front.priority).toBe(order[highest]);
    for (const framework of frameworks) {
      const expected = new Set(own.flatMap(({ rule }) => controlsOf(framework, rule)));
      expect(new Set(front.controls[framework] ?? []), framework).toEqual(expected);
    }
  });

  it.each(runbooks)("$file has shell that bash can read, and links that lead somewhere", ({ text }) => {
    for (const [, script = ""] of text.matchAll(/```bash\n(.*?)```/gs))
      expect(() => execFileSync("bash", ["-n"], { input: script, stdio: "pipe" })).not.toThrow();
    for (const [, target = ""] of text.matchAll(/\]\(([\w-]+\.md)[^)]*\)/g))
      expect(existsSync(path.join(folder, "runbooks", target)), target).toBe(true);
  });
});

describe("the monitoring of the reference pack", () => {
  interface Group {
    readonly rules: readonly {
      readonly expr: string;
      readonly annotations?: { readonly runbook_url?: string };
    }[];
  }
  const groups: Group[] = parse(read("monitoring/prometheus-rules.yaml")).spec.groups;
  const alerts = groups.flatMap((group) => group.rules);
  const panels: { targets?: { expr: string }[] }[] = JSON.parse(
    read("monitoring/grafana-dashboard.json"),
  ).panels;
  const expressions = [
    ...alerts.map(({ expr }) => expr),
    ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ].map((expr) => expr.replaceAll(/\$__(?:rate_interval|range)/g, "5m"));

  it.each(expressions)("asks in PromQL: %s", (expr) => {
    const errors: string[] = [];
    promql.parse(expr).iterate({
      enter: ({ type, from, to }) => {
        if (type.isError) errors.push(expr.slice(from, to));
      },
    });
    expect(errors).toEqual([]);
  });

  it("asks for rules and tags that there are", () => {
    // A tag becomes a label with each run of other characters as one underscore.
    const labels = new Set(
      rules.flatMap(({ tags }) =>
        tags.map((tag) => `tag_${tag}`.replaceAll(/[^a-zA-Z0-9_]/g, "_").replaceAll(/_+/g, "_")),
      ),
    );
    for (const expr of expressions) {
      for (const [label] of expr.matchAll(/\btag_\w+/g)) expect(labels, expr).toContain(label);
      for (const [, rule = ""] of expr.matchAll(/\brule(?:_name)?="([^"]*)"/g))
        expect(ruleNames, expr).toContain(rule);
    }
  });

  it("leads to runbooks that there are", () => {
    for (const { annotations } of alerts)
      if (annotations?.runbook_url !== undefined) {
        const file = annotations.runbook_url.replace(/^https:\/\/.*\/policies\//, "");
        expect(existsSync(path.join(folder, file)), annotations.runbook_url).toBe(true);
      }
  });
});

describe("the log shipping of the reference pack", () => {
  it("is written in the language of its programs", () => {
    expect(parse(read("logging/fluent-bit.yaml")).pipeline).toHaveProperty("outputs");
    expect(parse(read("logging/promtail.yaml")).scrape_configs).toHaveLength(1);
    expect(JSON.parse(read("logging/retention.json")).policy.phases).toHaveProperty("delete");
  });

  it("opens and closes Fluentd's sections in turn", () => {
    const open: string[] = [];
    for (const line of read("logging/fluentd.conf").split("\n")) {
      const [, close, name] = /^\s*<(\/?)(\w+)[^>]*>$/.exec(line) ?? [];
      if (name === undefined) continue;
      if (close === "") open.push(name);
      else expect(open.pop(), line).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

describe("the table of rules in the reference pack's README", () => {
  it("has every rule with its priority and runbook", () => {
    const text = read("README.md");
    for (const { rule, priority, output } of rules) {
      const runbook = /runbook=https:\/\/\S+\/runbooks\/([\w-]+)\.md$/.exec(output)?.[1];
      const row = text.split("\n").find((line) => line.startsWith(`| ${rule} |`));
      expect(row, rule).toContain(`| ${priority} |`);
      expect(row, rule).toContain(`[${runbook}](runbooks/${runbook}.md)`);
    }
    expect(text).toContain(`the ${rules.length} rules`);
  });
});

describe("the rule tests of the reference pack", () => {
  it.each(list("tests", ".yaml"))("%s has names that say what happens, each once", (file) => {
    const { tests } = parse(read(file));
    for (const test of tests)
      for (const kind of ["fires", "silent"]) {
        const names: string[] = (test[kind] ?? []).map(({ name }: { name: string }) => name);
        expect(new Set(names).size, `${test.rule}: ${names}`).toBe(names.length);
        // A condition instead of an act, and a change that is not named.
        expect(
          names.filter((name) =>
            /^(all )?but |^by |…|in other ways|for one thing|in one thing|\(\d+ of \d+\)/.test(name),
          ),
        ).toEqual([]);
      }
  });
});
