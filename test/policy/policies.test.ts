import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runIn } from "../run-in.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

const falcoverage = (...args: readonly string[]) => runIn(folder, ...args);

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

async function policyFindings(): Promise<{ findings: Found[]; error: string }> {
  const { out, error } = await falcoverage("check", "--format", "json");
  const findings = error === "" ? (JSON.parse(out).findings as Found[]) : [];
  return { findings: findings.filter(({ rule }) => rule.startsWith("policy/")), error };
}

const rules = `- rule: Shell started
  desc: A shell starts.
  condition: evt.type = execve and proc.name = bash
  output: "%proc.name"
  priority: CRITICAL
  tags: [owner:platform, container]

- rule: Tool started
  desc: A tool starts.
  condition: evt.type = open and fd.name = /etc/shadow
  output: "%fd.name"
  priority: WARNING
  tags: [container]
`;

interface Written {
  readonly each?: string;
  readonly more?: string;
  readonly severity?: string;
}

function policy(assert: string, { each = "rule", more = "", severity = "error" }: Written = {}): void {
  write({
    "falcoverage.yaml": "policies: [house.yaml]\n",
    "rules.yaml": rules,
    "house.yaml": `policies:
  - id: house
    severity: ${severity}
    message: It breaks the rule of the house.
    each: ${each}
    assert: ${JSON.stringify(assert)}
${more}`,
  });
}

describe("a policy about rules", () => {
  const verdicts: Readonly<Record<string, readonly string[]>> = {
    'rule.priority != "CRITICAL" || rule.tested': ["Shell started"],
    'rule.tags.exists(tag, tag.startsWith("owner:"))': ["Tool started"],
    'rule.tags.exists(tag, tag.matches("^owner:[a-z]+$"))': ["Tool started"],
    '"execve" in rule.events': ["Tool started"],
    'rule.fields.all(field, field != "fd.name")': ["Tool started"],
    "rule.enabled && !rule.published": [],
    'rule.rungs.size() > 1 ? rule.file == "rules.yaml" : false': [],
    'rule.condition.contains("proc.name = bash")': ["Tool started"],
    'rule.tags.filter(tag, tag != "container").size() == 1': ["Tool started"],
    '!(rule.name in ["Shell started"])': ["Shell started"],
    'rule.tags.exists(tag, (tag == "container")) && (rule.name).matches("Shell")': ["Tool started"],
    'rule.tags.exists(a, rule.tags.exists(b, a != b && b.matches("own")))': ["Tool started"],
    "rule.controls.exists(control, control.covered)": ["Shell started", "Tool started"],
  };

  test.each(Object.entries(verdicts))("%s", async (assert, broken) => {
    policy(assert);
    const { findings, error } = await policyFindings();
    expect(error).toBe("");
    expect(findings.map(({ message }) => /"(.*)"/.exec(message)?.[1])).toEqual(broken);
    const line = { "Shell started": 1, "Tool started": 8 };
    for (const { file, line: at, message } of findings) {
      expect(file).toBe("rules.yaml");
      expect(at).toBe(message.includes("Shell") ? line["Shell started"] : line["Tool started"]);
    }
  });

  test("fails the check, and not where a comment, the configuration or an exception says so", async () => {
    policy("false");
    expect((await falcoverage("check")).code).toBe(1);
    write({
      "rules.yaml": rules.replaceAll("- rule:", "# falcoverage-ignore policy/house: agreed\n- rule:"),
    });
    const { findings } = await policyFindings();
    expect(findings).toEqual([]);
    write({
      "rules.yaml": rules,
      "falcoverage.yaml": "policies: [house.yaml]\nrules: {policy/house: notice}\n",
    });
    expect((await policyFindings()).findings.map(({ severity }) => severity)).toEqual(["notice", "notice"]);
    policy("false", { more: "    except: [{name: 'T*started', reason: agreed}]\n" });
    expect((await policyFindings()).findings.map(({ line }) => line)).toEqual([1]);
  });

  test("says which exception changes nothing", async () => {
    policy("true", { more: "    except: [{name: Shell started, reason: agreed}]\n" });
    const { findings } = await policyFindings();
    expect(findings).toMatchObject([{ file: "house.yaml", line: 7, severity: "notice" }]);
  });

  test("explains itself, and is in SARIF with its text", async () => {
    policy("false", { more: "    help: Because of the house.\n" });
    expect((await falcoverage("explain", "policy/house")).out).toContain("Because of the house.");
    const sarif = JSON.parse((await falcoverage("check", "--format", "sarif")).out);
    const rule = sarif.runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === "policy/house");
    expect(JSON.stringify(rule)).toContain("Because of the house.");
  });
});

describe("policies about other things", () => {
  const daemonset = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      containers:
        - name: agent
          image: example.com/agent:1
          securityContext: {privileged: true}
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
`;

  test("containers", async () => {
    policy("!container.privileged || container.isFalco", { each: "container" });
    write({ "agent.yaml": daemonset });
    expect((await policyFindings()).findings).toMatchObject([{ file: "agent.yaml", line: 10 }]);
  });

  test("deployments", async () => {
    policy('deployment.reaches.exists(one, one == "pagerduty")', { each: "deployment" });
    write({ "agent.yaml": daemonset });
    expect((await policyFindings()).findings).toMatchObject([{ file: "agent.yaml" }]);
  });

  test("controls, where the matrix names them", async () => {
    policy('control.id != "CC6.8" || "proven" in control.rungs', { each: "control" });
    write({
      "matrix.yaml": "version: 1\nframeworks: [{id: soc2}]\ncontrols:\n  soc2:\n    CC6.8: [Shell started]\n",
    });
    expect((await policyFindings()).findings).toMatchObject([{ file: "matrix.yaml", line: 5 }]);
  });

  test("findings, where they are", async () => {
    policy('finding.rule != "falco/compile-condition"', { each: "finding" });
    write({ "rules.yaml": rules.replace("proc.name = bash", "proc.nmae = bash") });
    const { findings } = await policyFindings();
    expect(findings).toMatchObject([{ file: "rules.yaml", line: 3 }]);
  });
});

describe("what is wrong with a policy is an error of the configuration", () => {
  const wrong: Readonly<Record<string, string>> = {
    'rule.priorty == "x"': "house.yaml:6:19: There is no field `priorty`. Did you mean `priority`?",
    'rule["priorty"] == "x"': "There is no field `priorty`",
    "rule.priority == 1": "The types do not fit: no such overload: string == int.",
    "rule.priority": "is of the type string, and has to be true or false",
    "control.id == rule.name":
      "There is no `control` here. The policy is about each rule, so only `rule` is.",
    "rule.tags.exits(t, true)": "There is no function `exits` in policies. Did you mean `exists`?",
    "rule.controls.all(c, c.idd == 'a')": "There is no field `idd`",
    "has(rule.nothing)": "There is no function `has`",
    "rule.attacks + 1 > 2": "`+` is not available",
    "rule.tags.map(t, t).size() > 0": "There is no function `map`",
    '{"a": 1}.size() == 1': "too large, or has a map",
    "rule.name ==": "This is no CEL expression",
    'rule.name.matches("(")': "This is no pattern of RE2",
    "rule.name.matches(rule.name)": "takes a pattern that is written down",
    "rule.tags.all(t /* , */ , true)": "This is no CEL expression",
    "step()": "There is no function `step`",
    [`rule.name == "${"x".repeat(4000)}"`]: "longer than 4000 characters",
    [`${"(".repeat(100)}rule.enabled${")".repeat(100)}`]: "too large",
  };

  test.each(Object.entries(wrong))("%s", async (assert, message) => {
    policy(assert);
    const { code, error } = await falcoverage("check");
    expect(error).toContain(message);
    expect(error).toMatch(/^falcoverage: house\.yaml:6:\d+: /);
    expect(code).toBe(2);
  });

  test("with a caret below the part at fault", async () => {
    policy('rule.priorty == "x"');
    const { error } = await falcoverage("check");
    const [, line, caret] = error.split("\n");
    expect(line).toBe('      assert: "rule.priorty == \\"x\\""');
    expect(caret).toBe(`${" ".repeat(20)}^^^^^^^`);
  });

  test.each([
    ["policies: [{id: A b}]", "house.yaml:1:12"],
    ["policies: []", "house.yaml:1:11"],
    ["policies: [{id: a, severity: error, mesage: m, each: rule, assert: 'true'}]", "house.yaml:1:"],
    [
      "policies: [{id: a, severity: error, message: m, each: rul, assert: 'true'}]",
      "`each` cannot be `rul`. Did you mean `rule`?",
    ],
    [
      `policies:\n${'- {id: a, severity: error, message: m, each: rule, assert: "true"}\n'.repeat(2)}`,
      "The policy `a` is there already, at house.yaml:2.",
    ],
  ])("%s", async (content, message) => {
    write({ "falcoverage.yaml": "policies: [house.yaml]\n", "rules.yaml": rules, "house.yaml": content });
    const { code, error } = await falcoverage("check");
    expect(error).toContain(message);
    expect(code).toBe(2);
  });

  test("a file that is not there, or outside", async () => {
    write({ "falcoverage.yaml": "policies: [house.yaml]\n", "rules.yaml": rules });
    expect((await falcoverage("check")).error).toContain("There is no house.yaml.");
    write({ "falcoverage.yaml": "policies: [../../etc/house.yaml]\n" });
    expect((await falcoverage("check")).error).toContain("without `..`");
  });
});

describe("hostile policies and files end soon", () => {
  const tags = (count: number) => Array.from({ length: count }, (_, i) => `\n    - t${i}`).join("");
  const nested = (depth: number) =>
    `${Array.from({ length: depth }, (_, i) => `rule.tags.all(x${i}, `).join("")}true${")".repeat(depth)}`;

  test.each([
    ["quantifiers in each other", nested(6), 60],
    ["quantifiers behind a true alternative", `rule.tags.all(a, (false) || ${nested(5)})`, 60],
    ["a search through a list at each step", "rule.tags.all(a, rule.tags.all(b, a in rule.tags))", 20_000],
    [
      "a filter of a filter",
      `rule.tags.filter(a, rule.tags.filter(b, ${nested(4)}).size() == 0).size() == 0`,
      60,
    ],
  ])(
    "%s",
    async (_, assert, count) => {
      policy(assert);
      write({ "rules.yaml": rules.replace(/\[container\]/g, tags(count)) });
      const start = performance.now();
      const { findings } = await policyFindings();
      expect(performance.now() - start).toBeLessThan(30_000);
      expect(findings.some(({ message }) => message.includes("it takes too many steps"))).toBe(true);
      expect(findings.every(({ severity }) => severity === "error")).toBe(true);
    },
    60_000,
  );

  test("a pattern that backtracks elsewhere", async () => {
    policy('!rule.description.matches("^(a+)+$")');
    write({ "rules.yaml": rules.replace("A tool starts.", `${"a".repeat(50_000)}!`) });
    const start = performance.now();
    expect((await policyFindings()).findings).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 40_000);

  test("what cannot be judged does not pass", async () => {
    policy('rule.tags[1] != "x"', { severity: "notice" });
    const { findings } = await policyFindings();
    expect(findings).toMatchObject([{ severity: "error", line: 8 }]);
    expect(findings[0]!.message).toContain("the policy house cannot be judged: no such key");
  });
});

describe("falcoverage test runs the examples", () => {
  const examples = (text: string) => `    examples:\n${text}`;

  test("and says which do not do as they should", async () => {
    policy('rule.priority != "CRITICAL" || rule.tested', {
      more: examples(`      good:
        - {priority: CRITICAL, tested: true}
        - {priority: CRITICAL}
      bad:
        - {priority: CRITICAL, tested: false}
        - {priority: WARNING}
        - {priorty: WARNING}
        - {tested: "yes"}
        - {controls: [{idd: a}]}
`),
    });
    const { code, out } = await falcoverage("test");
    expect(code).toBe(1);
    expect(out).toContain("good example 2 house.yaml:10:11");
    expect(out).toContain("bad example 2");
    expect(out).toContain("There is no field `priorty`. Did you mean `priority`?");
    expect(out).toContain("`tested` has to be of the type bool.");
    expect(out).toContain("There is no field `idd`.");
    expect(out).toContain("2 passed");
  });

  test("of the files below the paths that are given", async () => {
    policy("rule.tested", { more: examples("      bad: [{tested: false}]\n") });
    expect(await falcoverage("test")).toMatchObject({ code: 0 });
    expect(await falcoverage("test", "house.yaml")).toMatchObject({ code: 0 });
    expect(await falcoverage("test", "rules.yaml")).toMatchObject({ code: 2 });
  });

  test("of the page about policies", async () => {
    const { readFileSync } = await import("node:fs");
    const page = readFileSync(path.join(import.meta.dirname, "../../docs/examples/policies.yaml"), "utf8");
    write({ "falcoverage.yaml": "policies: [house.yaml]\n", "house.yaml": page });
    const { code, out } = await falcoverage("test");
    expect(out).toContain("19 passed");
    expect(code).toBe(0);
  });
});
