import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Editor } from "./editor.ts";

let editor: Editor;
beforeEach(() => {
  editor = new Editor();
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
});

const rules = `- macro: shell
  condition: proc.name in (bash, sh)
- rule: Shell started
  desc: A shell starts.
  condition: evt.type = execve and shell
  output: "Shell %proc.name in %container.name of %k8s.pod.name in %k8s.ns.name (%user.name, %proc.cmdline, %container.id, %container.image.repository)"
  priority: WARNING
  tags: [SOC2_CC6.8, container, mitre_execution, T1059]
`;

const configMap = `apiVersion: v1
kind: ConfigMap
metadata: {name: falco-rules}
data:
  own.yaml: |
${rules.replace(/^/gm, "    ")}`;

test("shows Falco's verdict of what is being typed, and takes it back when it is fixed", async () => {
  editor.write({ "rules.yaml": rules });
  await editor.start();
  expect(editor.progress).toEqual(["begin", "end"]);
  await editor.open("rules.yaml");
  await editor.replace("rules.yaml", "and shell", "and proc.nmae = bash");
  await editor.until(() => editor.shown("rules.yaml").includes("4:35 falco/compile-condition"));
  await editor.replace("rules.yaml", "proc.nmae = bash", "shell");
  await editor.until(() => !editor.shown("rules.yaml").some((shown) => shown.includes("compile-condition")));
});

test("counts characters as editors do, behind those of two units too", async () => {
  editor.write({ "rules.yaml": rules.replace("A shell starts.", "😀 starts.") });
  await editor.start();
  await editor.open("rules.yaml");
  await editor.replace("rules.yaml", "evt.type = execve", 'proc.name = "😀" and proc.nmae = a');
  const at = editor.position("rules.yaml", "|proc.nmae");
  await editor.until(() =>
    editor.shown("rules.yaml").includes(`${at.line}:${at.character} falco/compile-condition`),
  );
});

test("finds an error in a ConfigMap at its line", async () => {
  editor.write({ "rules.yaml": configMap });
  await editor.start();
  await editor.open("rules.yaml");
  await editor.replace("rules.yaml", "macro: shell", "macro: shel");
  const at = editor.position("rules.yaml", "and |shell");
  await editor.until(() => editor.shown("rules.yaml").includes(`${at.line}:${at.character} falco/validate`));
});

const chartValues = `driver:
  kind: modern_ebpf
customRules:
  own.yaml: |-
${rules.trimEnd().replace(/^/gm, "    ")}
`;
const secret = `apiVersion: v1
kind: Secret
metadata: {name: falco-rules}
stringData:
  own.yaml: |
${rules.replace(/^/gm, "    ")}`;

test.each([
  ["the values of a chart", "values.yaml", chartValues],
  ["a Secret's stringData", "secret.yaml", secret],
])("finds an error in %s at its line, while it is typed", async (_, file, text) => {
  editor.write({ [file]: text });
  await editor.start();
  await editor.open(file);
  await editor.replace(file, "and shell", "and proc.nmae = bash");
  const at = editor.position(file, "and |proc.nmae");
  await editor.until(() => editor.shown(file).includes(`${at.line}:${at.character} falco/compile-condition`));
});

const pod = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: falco, namespace: falco}
spec:
  selector: {matchLabels: {app: falco}}
  template:
    metadata: {labels: {app: falco}}
    spec:
      containers:
        - name: falco
          image: falcosecurity/falco:0.44.1
          securityContext: {privileged: true}
          volumeMounts: [{name: proc, mountPath: /host/proc}, {name: config, mountPath: /etc/falco}]
      volumes: [{name: proc, hostPath: {path: /proc}}, {name: config, configMap: {name: falco-config}}]
`;
const config = `apiVersion: v1
kind: ConfigMap
metadata: {name: falco-config, namespace: falco}
data:
  falco.yaml: |
    rules_files: [/etc/falco/own.yaml]
    json_output: true
    stdout_output: {enabled: true}
  own.yaml: |
${rules.replace(/^/gm, "    ")}`;

test("finds a key that falco.yaml does not have", async () => {
  editor.write({ "daemonset.yaml": pod, "config.yaml": config });
  await editor.start();
  await editor.open("config.yaml");
  await editor.replace("config.yaml", "json_output", "json_ouput");
  const at = editor.position("config.yaml", "|json_ouput");
  await editor.until(() =>
    editor.shown("config.yaml").some((shown) => shown.startsWith(`${at.line}:${at.character} stack/`)),
  );
});

const tests = `rules: [rules.yaml]
tests:
  - rule: Shell started
    fires:
      - name: bash
        event: {evt.type: execve, proc.name: bash}
    silent:
      - name: another program
        event: {evt.type: execve, proc.name: nginx}
`;

test("shows the rule tests that fail at their case, and why, after a change of the rules too", async () => {
  editor.write({ "rules.yaml": rules, "tests.yaml": tests });
  await editor.start();
  await editor.open("tests.yaml");
  await editor.open("rules.yaml");
  expect(editor.shown("tests.yaml")).toEqual([]);
  await editor.replace("tests.yaml", "proc.name: nginx", "proc.name: sh");
  await editor.until(() => editor.shown("tests.yaml").includes("7:14 rule-test"));
  const [failed] = editor.diagnostics("tests.yaml");
  expect(failed!.message).toContain('"another program" does not pass: The rule fires.');
  expect(failed!.message).toContain('true  proc.name in (bash, sh)  proc.name: "sh"');
  await editor.replace("rules.yaml", "(bash, sh)", "(bash)");
  await editor.until(() => editor.shown("tests.yaml").length === 0);
});

test("shows what is wrong with a test file itself", async () => {
  editor.write({ "rules.yaml": rules, "tests.yaml": tests });
  await editor.start();
  await editor.open("tests.yaml");
  await editor.replace("tests.yaml", "rule: Shell started", "rule: Shell start");
  await editor.until(() => editor.shown("tests.yaml").includes("2:10 rule-test"));
  await editor.replace("tests.yaml", "[rules.yaml]", "[rule.yaml]");
  await editor.until(() => editor.shown("tests.yaml").includes("0:8 rule-test"));
});

test("checks the front matter of a runbook against the rules", async () => {
  editor.write({
    "rules.yaml": rules,
    "runbooks/shell.md": "---\nrules:\n  - Shell started\n---\n# Shell started\n",
  });
  await editor.start();
  await editor.open("runbooks/shell.md");
  await editor.replace("runbooks/shell.md", "- Shell started", "- Shell start");
  await editor.until(() =>
    editor.shown("runbooks/shell.md").some((shown) => shown.startsWith("2:4 runbook/")),
  );
});

test("checks a matrix against the rules", async () => {
  editor.write({
    "rules.yaml": rules,
    "matrix.yaml": "version: 1\nframeworks: [{id: soc2}]\ncontrols: {soc2: {CC6.8: [Shell started]}}\n",
    "tests.yaml":
      "rules: [rules.yaml]\ntests:\n  - rule: Shell started\n    fires:\n      - name: bash\n        event: {evt.type: execve, proc.name: bash}\n",
  });
  await editor.start();
  await editor.open("matrix.yaml");
  await editor.replace("matrix.yaml", "[Shell started]", "[Shell start]");
  await editor.until(() => editor.shown("matrix.yaml").some((shown) => shown.includes("2:26 matrix/")));
});

test("follows files that change on disk, and keeps what an editor has of others", async () => {
  editor.write({ "rules.yaml": rules });
  await editor.start();
  writeFileSync(path.join(editor.folder, "rules.yaml"), rules.replace("and shell", "and shel"));
  await editor.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: editor.uri("rules.yaml"), type: 2 }],
  });
  await editor.until(() => editor.shown("rules.yaml").includes("4:35 falco/validate"));
});

test("says once what is wrong with the configuration, and goes on when it is right", async () => {
  editor.write({
    "rules.yaml": rules.replace("and shell", "and shel"),
    "falcoverage.yaml": "level: nowhere\n",
  });
  await editor.start();
  await editor.until(() => editor.errors.length > 0);
  expect(editor.errors[0]).toMatch(/^falcoverage: falcoverage.yaml:1:8: /);
  editor.write({ "falcoverage.yaml": "level: valid\n" });
  await editor.notify("workspace/didChangeWatchedFiles", {
    changes: [{ uri: editor.uri("falcoverage.yaml"), type: 2 }],
  });
  await editor.until(() => editor.shown("rules.yaml").includes("4:35 falco/validate"));
});

test("checks a file that is open without its folder by itself", async () => {
  editor.write({ "rules.yaml": rules.replace("and shell", "and shel"), "other.yaml": rules });
  await editor.start({ folder: false });
  await editor.open("rules.yaml");
  await editor.until(() => editor.shown("rules.yaml").includes("4:35 falco/validate"));
  expect(editor.shown("other.yaml")).toEqual([]);
});
