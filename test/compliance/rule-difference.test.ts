import { expect, test } from "vitest";
import type { ReportedRule } from "../../src/compliance/reported-rule.ts";
import { ruleChanges } from "../../src/compliance/rule-difference.ts";
import { parse } from "../../src/falco/language/parse.ts";
import { print } from "../../src/falco/language/print.ts";

function rule(condition: string, more: Partial<ReportedRule> = {}): ReportedRule {
  const parsed = parse(condition).condition;
  return {
    name: "Netcat",
    source: "syscall",
    priority: "Warning",
    enabled: true,
    condition: parsed === undefined ? null : print(parsed),
    exceptions: [],
    tags: [],
    file: "rules.yaml",
    line: 1,
    changedAt: [],
    ...more,
  };
}

test.each([
  [
    "proc.name = nc and not user.name in (root)",
    "proc.name = nc and not user.name in (root, admin)",
    "less",
    ["added to the list of user.name in: admin, under not"],
  ],
  ["proc.name in (nc, ncat)", "proc.name in (ncat)", "less", ["removed from the list of proc.name in: nc"]],
  ["proc.name = nc", "proc.name = nc and container.id != host", "less", ["added: container.id != host"]],
  ["proc.name = nc and user.uid = 0", "proc.name = nc", "more", ["removed: user.uid = 0"]],
  [
    "proc.name = nc",
    "proc.name = socat",
    "undecided",
    ["added: proc.name = socat", "removed: proc.name = nc"],
  ],
])("%s -> %s", (before, after, effect, details) => {
  expect(ruleChanges(rule(before), rule(after))).toEqual([{ aspect: "condition", effect, details }]);
});

test("an exception is named", () => {
  const before = rule("proc.name = nc");
  const after = rule("(proc.name = nc) and not (user.name in (root))", {
    exceptions: [{ name: "admins", values: 1 }],
  });
  expect(ruleChanges(before, after)).toEqual([
    { aspect: "condition", effect: "less", details: ['exception "admins" added'] },
  ]);
  expect(ruleChanges(after, before)).toEqual([
    { aspect: "condition", effect: "more", details: ['exception "admins" removed'] },
  ]);
});

test("what does not compile, or does not read as it was printed, is not decided", () => {
  const broken = rule("proc.name = ");
  expect(broken.condition).toBeNull();
  expect(ruleChanges(rule("proc.name = nc"), broken)).toEqual([
    { aspect: "condition", effect: "undecided", details: [] },
  ]);
  const odd = rule('proc.name in ("a,b")');
  expect(ruleChanges(odd, rule('proc.name in ("a,b", c)'))).toEqual([
    { aspect: "condition", effect: "undecided", details: [] },
  ]);
});

test("the switch, the priority and the source are distinguished from the condition", () => {
  const before = rule("proc.name = nc");
  expect(ruleChanges(before, { ...before, enabled: false, priority: "Notice", source: "k8s_audit" })).toEqual(
    [
      { aspect: "enabled", to: false },
      { aspect: "priority", from: "Warning", to: "Notice" },
      { aspect: "source", from: "syscall", to: "k8s_audit" },
    ],
  );
  expect(ruleChanges(before, before)).toEqual([]);
});
