import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { provenRules } from "../../src/proof/proven.ts";
import { runTests } from "../../src/proof/run-tests.ts";
import { readTestProject } from "../../src/proof/test-project.ts";
import { testText } from "../../src/report/test-results.ts";

let root: string;
const write = (file: string, content: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
};

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  write(
    "deploy/rules.yaml",
    `apiVersion: v1
kind: ConfigMap
metadata: {name: rules}
data:
  10-base.yaml: |
    - list: shells
      items: [bash, sh]
    - macro: spawned
      condition: evt.type = execve and evt.rawres = 0
  20-rules.yaml: |
    - rule: Shell
      desc: A shell
      condition: spawned and proc.name in (shells)
      exceptions:
        - name: by_ssh
          fields: [proc.pname, user.name]
          values: [[sshd, admin]]
        - name: never_used
          fields: proc.pname
          comps: in
          values: [cron]
      output: Shell %proc.name in %container.id by %user.name
      priority: WARNING
    - rule: Secret read
      desc: Somebody reads a secret
      condition: ka.verb = get and ka.target.resource = secrets and ka.user.groups intersects (dev)
      output: "%ka.user.name"
      priority: NOTICE
      source: k8s_audit
`,
  );
  write(
    "tests/shell.yaml",
    `rules: [../deploy/rules.yaml]
tests:
  - rule: Shell
    fires:
      - name: a shell of a user
        event: {evt.type: execve, evt.rawres: 0, proc.name: bash, user.name: bob, container.id: 3ad7d3}
        output: Shell bash in 3ad7d3 by bob
      - name: of somebody else over ssh
        event: {evt.type: execve, evt.rawres: 0, proc.name: sh, proc.pname: sshd, user.name: bob}
    silent:
      - name: an administrator's over ssh
        event: {evt.type: execve, evt.rawres: 0, proc.name: bash, proc.pname: sshd, user.name: admin}
      - name: not started at all
        event: {evt.type: execve, evt.rawres: -2, proc.name: bash}
  - rule: Secret read
    fires:
      - name: a developer
        event: {ka.verb: get, ka.target.resource: secrets, ka.user.groups: [dev, ops]}
    silent:
      - name: nobody of the group
        event: {ka.verb: get, ka.target.resource: secrets, ka.user.groups: [ops]}
      - name: a field of another source
        event: {proc.name: bash}
`,
  );
});
afterAll(() => rmSync(root, { recursive: true }));

test("rules are in a manifest, outside of the folder that is named", () => {
  const results = runTests(readTestProject({ root, paths: ["tests"] }), { mutate: true });
  expect(testText(results, { color: false, quiet: false })).toMatchInlineSnapshot(`
    "tests/shell.yaml
      ✓ Shell (4 cases, 75% of the condition, 100% of the mutants)
          exception never_used  never met
          evt.type = execve  never false
          proc.name in (bash, sh)  never false
          proc.pname in (cron)  never true
      ✗ Secret read (3 cases, 66% of the condition, 100% of the mutants)
          ✗ a field of another source tests/shell.yaml:22:15
            \`proc.name\` is a field of source \`syscall\`, and the rule's source is \`k8s_audit\`.
          ka.verb = get  never false
          ka.target.resource = secrets  never false

    6 passed, 1 error of 2 rules; 72% condition coverage; 100% of the mutants caught
    "
  `);
  const proof = provenRules(results);
  expect(proof.get("Shell")).toMatchObject({ passed: true, fires: 2, silent: 2 });
  expect(proof.get("Secret read")).toMatchObject({ passed: false });
});

test("paths that lead nowhere, out of the workspace or to no rules", () => {
  symlinkSync("/", path.join(root, "out"));
  write("other.yaml", "a: 1\n");
  write(
    "wrong/a.yaml",
    `rules: [nowhere.yaml, ../../etc/passwd, ../out/etc/hostname, ../other.yaml]
tests:
  - rule: A
    fires: []
`,
  );
  const results = runTests(readTestProject({ root, paths: ["wrong"] }));
  expect(testText(results, { color: false, quiet: false })).toMatchInlineSnapshot(`
    "wrong/a.yaml
      error 1:9 \`wrong/nowhere.yaml\` is not among the files.
      error 1:23 \`../etc/passwd\` is not among the files.
      error 1:41 \`out/etc/hostname\` is not among the files.
      error 1:62 \`other.yaml\` holds no Falco rules.
      ✗ A (0 cases)
          No rule \`A\` is loaded.

    0 passed, 5 errors of 1 rule
    "
  `);
});

test("rules that Falco would not load", () => {
  write(
    "broken/rules.yaml",
    "- rule: A\n  desc: d\n  condition: proc.nam = a\n  output: x\n  priority: NOTICE\n",
  );
  write("broken/test.yaml", "rules: [rules.yaml]\ntests:\n  - rule: A\n    fires: []\n");
  const results = runTests(readTestProject({ root, paths: ["broken"] }));
  expect(testText(results, { color: false, quiet: true })).toMatchInlineSnapshot(`
    "broken/test.yaml
      error broken/rules.yaml:3:14 Falco does not load this: there is no field \`proc.nam\`; did you mean \`proc.name\`?
      ✗ A (0 cases)
          Falco does not load this rule.

    0 passed, 2 errors of 1 rule
    "
  `);
});
