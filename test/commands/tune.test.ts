import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../src/commands/program.ts";
import { validate } from "../../src/falco/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  write("rules.yaml", rules);
  write("tests.yaml", tests);
});
afterEach(() => rmSync(folder, { recursive: true }));

const rules = `- rule: Shell in container
  desc: A shell runs in a container.
  condition: evt.type in (execve, execveat) and container.id != host and proc.name in (bash, sh)
  exceptions:
    - name: known
      fields: [k8s.ns.name, proc.pname]
      comps: ["=", "="]
      values: [[build, make]]
  output: "Shell (command=%proc.cmdline)"
  priority: WARNING
`;

const tests = `rules: [rules.yaml]
tests:
  - rule: Shell in container
    fires:
      - name: a shell in the shop
        event: {evt.type: execve, container.id: 0123456789ab, container.image.repository: shop, k8s.ns.name: shop,
                proc.name: sh, proc.pname: nginx}
    silent:
      - name: not a shell
        event: {evt.type: execve, container.id: 0123456789ab, proc.name: ls}
`;

const job = {
  "container.id": "0123456789ab",
  "container.image.repository": "registry.acme.io/backup",
  "k8s.ns.name": "backup",
  "proc.name": "bash",
  "proc.pname": "backup-agent",
};

function alert(fields: unknown, rule = "Shell in container"): string {
  return JSON.stringify({
    time: "2026-11-24T05:30:00Z",
    rule,
    priority: "Warning",
    source: "syscall",
    output_fields: fields,
  });
}

function write(file: string, text: string): void {
  writeFileSync(path.join(folder, file), text);
}

async function tune(lines: readonly string[], ...args: readonly string[]) {
  write("alerts.jsonl", lines.join("\n"));
  let out = "";
  let error = "";
  const code = await run(["tune", "--alerts", "alerts.jsonl", "--rule", "Shell in container", ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (error += text) },
    env: {},
    cwd: () => folder,
  });
  return { code, out, error };
}

test("proposes one entry for alerts of one actor, and says what it hides", async () => {
  const other = { ...job, "proc.pname": "sshd" };
  const { code, out, error } = await tune(
    [alert(job), alert({ ...job, "container.id": "ba9876543210" }), alert(other), alert(job, "Another rule")],
    "--select",
    "proc.pname=backup-agent",
    "--output",
    "tuned.yaml",
  );
  expect({ code, error }).toEqual({ code: 0, error: "Wrote tuned.yaml\n" });
  expect(out).toMatchSnapshot();
});

test("the file loads after the rules without error or warning, and silences what it should alone", async () => {
  await tune([alert(job)], "-o", "tuned.yaml");
  const files = ["rules.yaml", "tuned.yaml"].map((name) => ({
    name,
    text: readFileSync(path.join(folder, name), "utf8"),
  }));
  const { falco_load_results } = validate(files, { falcoVersion: "0.44.1" });
  expect(falco_load_results.map(({ successful, warnings }) => [successful, warnings])).toEqual([
    [true, []],
    [true, []],
  ]);
  const silent = (event: object) =>
    ["      - name: tuned", `        event: ${JSON.stringify(event)}`].join("\n");
  write(
    "tests.yaml",
    `${tests.replace("[rules.yaml]", "[rules.yaml, tuned.yaml]")}${silent({ "evt.type": "execve", ...job })}\n`,
  );
  let out = "";
  const terminal = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => true } };
  expect(await run(["test"], { ...terminal, env: {}, cwd: () => folder }), out).toBe(0);
});

test("passes over alerts that an exception of the rule hides by now", async () => {
  const old = { ...job, "k8s.ns.name": "build", "proc.pname": "make" };
  const alone = await tune([alert(old)]);
  expect(alone).toEqual({
    code: 0,
    error: "",
    out: "Exceptions that the rule has hide 1 chosen alert already.\n",
  });
  const { out } = await tune([alert(old), alert(job)]);
  expect(out).toContain("would silence 1 of 1 chosen alert");
});

test("says the same as JSON", async () => {
  const { code, out } = await tune([alert(job)], "--format", "json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    rule: "Shell in container",
    file: expect.stringContaining('- rule: "Shell in container"'),
    exceptions: [{ silenced: 1, entries: 1, hidden: [] }],
    refusals: [],
    kept: { tests: 1 },
  });
});

describe("of a rule that the Falco project publishes", () => {
  const published = "Terminal shell in container";
  const tunePublished = (rule: string, ...args: readonly string[]) =>
    tune([alert(job, rule)], "--rule", rule, ...args);

  test("proposes an exception by override, which loads, and says that its text is not known", async () => {
    const { code, out, error } = await tunePublished(published, "-o", "tuned.yaml");
    expect({ code, error }).toEqual({ code: 0, error: "Wrote tuned.yaml\n" });
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      /would silence 1 of 1 chosen alert, and keep 0 firing tests and [1-9]/,
    );
    expect(out).toContain("The Falco project publishes this rule");
    const file = readFileSync(path.join(folder, "tuned.yaml"), "utf8");
    expect(file).toContain("exceptions: append");
    const standing = rules
      .replace("Shell in container", published)
      .replace(/ {2}exceptions:.*?(?= {2}output)/s, "");
    const { falco_load_results } = validate(
      [
        { name: "falco_rules.yaml", text: standing },
        { name: "tuned.yaml", text: file },
      ],
      { falcoVersion: "0.44.1" },
    );
    expect(falco_load_results.map(({ successful, warnings }) => [successful, warnings])).toEqual([
      [true, []],
      [true, []],
    ]);
  });

  test("keeps exceptions that the files add to it, and passes over what they hide", async () => {
    await tunePublished(published, "-o", "tuned.yaml");
    const { out } = await tunePublished(published);
    expect(out).toBe("Exceptions that the rule has hide 1 chosen alert already.\n");
  });

  test("refuses where no attack is recorded", async () => {
    const none = await tunePublished("Basic Interactive Reconnaissance");
    expect(none.code).toBe(2);
    expect(none.error).toContain("No reference attack is recorded");
  });

  test("takes a rule on the audit log where its plugin is loaded, and refuses it elsewhere", async () => {
    const name = "Attach/Exec Pod";
    const who = {
      "ka.user.name": "system:serviceaccount:ci:runner",
      "ka.target.name": "app",
      "ka.target.namespace": "ci",
      "ka.target.resource": "pods",
      "ka.target.subresource": "exec",
    };
    const line = JSON.stringify({ ...JSON.parse(alert(who, name)), source: "k8s_audit" });
    const without = await tune([line], "--rule", name);
    expect(without.code).toBe(2);
    expect(without.error).toContain("Nothing among the files loads a plugin");
    write("falcoverage.yaml", "plugins: [k8saudit, json]\n");
    const { code, out, error } = await tune([line], "--rule", name);
    expect(error).toBe("");
    expect(out).toContain("The Falco project publishes this rule");
    expect(code).toBe(0);
  });

  test("refuses where the files add values to an exception that only its text has", async () => {
    write(
      "override.yaml",
      `- rule: ${published}\n  exceptions: [{name: theirs, values: [[a]]}]\n  override: {exceptions: append}\n`,
    );
    const { code, error } = await tunePublished(published);
    expect(code).toBe(2);
    expect(error).toContain("only the published text");
  });
});

describe("refuses, and says why, when", () => {
  test("an exception would hide a firing test", async () => {
    const shop = {
      "container.image.repository": "shop",
      "k8s.ns.name": "shop",
      "proc.name": "sh",
      "proc.pname": "nginx",
    };
    const { code, out } = await tune([alert(shop), alert(job)], "-o", "tuned.yaml");
    expect(code).toBe(1);
    expect(out).toMatchSnapshot();
    expect(readFileSync(path.join(folder, "tuned.yaml"), "utf8")).not.toContain("shop");
  });

  test("the alert does not say who acts, or where", async () => {
    const { code, out } = await tune([alert({ "proc.name": "bash" }), alert({ "k8s.ns.name": "ci" })]);
    expect(code).toBe(1);
    expect(out).toMatchSnapshot();
  });

  test("most of what the rule detects would be hidden in the same place", async () => {
    write("rules.yaml", rules.replace("(bash, sh)", "(bash)"));
    const { "proc.pname": _, ...without } = job;
    const { code, out } = await tune([alert(without)]);
    expect(code).toBe(1);
    expect(out).toMatchSnapshot();
  });

  test("a user of the audit log is excepted from what an attacker does with the user's token", async () => {
    write(
      "rules.yaml",
      `- rule: Shell in container
  desc: A secret is read.
  source: k8s_audit
  condition: ka.target.resource = secrets and ka.verb in (get, list)
  output: "Secret (user=%ka.user.name)"
  priority: WARNING
`,
    );
    const reader = { "ka.user.name": "alice@acme.io", "ka.target.resource": "secrets" };
    const { code, out } = await tune([alert(reader)]);
    expect(code).toBe(1);
    expect(out).toContain(
      "More than half of the attacks that the rule detects would be hidden in that place",
    );
    expect(out).toContain("add %ka.verb %ka.target.subresource");
    const narrow = { ...reader, "ka.verb": "get", "ka.target.namespace": "flux-system" };
    const { code: passed, out: proposed } = await tune([alert(narrow)]);
    expect(passed).toBe(0);
    expect(proposed).toContain("fields: [ka.user.name, ka.target.namespace]");
  });

  test("the values change from run to run", async () => {
    const { code, out } = await tune([
      alert({ ...job, "proc.name": "build-4711000", "proc.exepath": "/tmp/x/run" }),
    ]);
    expect(code).toBe(1);
    expect(out).toContain("proc.name cannot be part of an exception: it holds a number that changes.");
    expect(out).toContain(
      "proc.exepath cannot be part of an exception: anybody can make a file of that name.",
    );
  });
});

test("a field that another alert does not have leaves open whether it is hidden", async () => {
  const { "k8s.ns.name": _, ...without } = job;
  const { out } = await tune([alert(job), alert(without)], "--select", "k8s.ns.name=backup");
  expect(out).toContain("Unknown for 1 other alert, whose output lacks k8s.ns.name:\n    - alerts.jsonl:2");
  expect(out).toContain("Other alerts that it also hides (0): none.");
});

test("a field that had no value is not unknown", async () => {
  const { out } = await tune(
    [alert(job), alert({ ...job, "k8s.ns.name": null })],
    "--select",
    "k8s.ns.name=backup",
  );
  expect(out).not.toContain("Unknown for");
});

test("binds what a process of the host did to the host", async () => {
  write("rules.yaml", rules.replace("container.id != host and ", ""));
  const host = { ...job, "container.id": "host", "container.image.repository": null, "k8s.ns.name": "<NA>" };
  const { code, out } = await tune([alert(host)]);
  expect(code).toBe(0);
  const { "proc.pname": _, ...bare } = host;
  expect((await tune([alert(bare)])).code).toBe(1);
  expect(out).toContain("fields: [container.id, proc.name, proc.pname]");
  expect(out).toContain('- ["host", "bash", "backup-agent"]');
});

test("takes a new name where the rule has an exception of that name", async () => {
  write("rules.yaml", rules.replace("name: known", "name: tuned_image_namespace_process"));
  const { code, out } = await tune([alert(job)], "--select", "proc.name=bash");
  expect(code).toBe(0);
  expect(out).toMatch(/name: tuned_\w+/);
  expect(out).not.toMatch(/name: tuned_image_namespace_process$/m);
});

describe("alerts are hostile", () => {
  test("control characters, huge values and other types are no part of an exception, and are not printed", async () => {
    const { code, out, error } = await tune([
      alert({ ...job, "proc.pname": "\u001b[31mred\u202e" }),
      alert({ ...job, "proc.name": "x".repeat(100_000), "proc.pname": ["a", { b: 1 }] }),
      `{"rule": "Shell in container", "time": "2026-11-24T05:30:00Z", "output_fields": {"__proto__": {"a": 1}, "proc.name": 7}}`,
      `{"rule": "${"y".repeat(2_000_000)}"}`,
      "\u001b[2J{",
      "[]",
    ]);
    expect(code).toBe(1);
    expect(error).toBe("3 lines are no alert, the first at alerts.jsonl:4: It is longer than 1 MiB.\n");
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(out).not.toContain("xxxx");
    expect(out).toMatchSnapshot();
  });

  test("what is no alert is not printed as it is", async () => {
    const { code, error } = await tune(["\u001b[2J{", alert(job)]);
    expect(code).toBe(0);
    expect(error).toContain("1 line is no alert, the first at alerts.jsonl:1: This is not a line of JSON");
    expect(error).not.toContain("\u001b");
  });

  test("what Falco could read as a part of the condition is no value", async () => {
    const names = [
      'a" or proc.name exists or "',
      "x or proc.name exists",
      "a, b",
      "(sd-pam)",
      "it's",
      "a\\b",
      "*",
    ];
    const { code, out } = await tune(names.map((name) => alert({ ...job, "proc.pname": name })));
    expect(code).toBe(0);
    expect(out).not.toMatch(/sd-pam|it's|\*|, b|\\/);
  });

  test("texts that YAML could read as something else stay texts", async () => {
    const names = ["1e3", "true", "null", "- x: y", "0x1F", "~", "x or proc.name exists"];
    const { code, out } = await tune(names.map((name) => alert({ ...job, "proc.pname": name })));
    expect(out).toContain("would silence 7 of 7 chosen alerts");
    expect(code).toBe(0);
  });

  test("a file that does not do what it should is not proposed", async () => {
    write("rules.yaml", `- list: backup\n  items: [a, b]\n${rules}`);
    const { code, out } = await tune([alert(job)], "-o", "tuned.yaml");
    expect(code).toBe(1);
    expect(out).toMatchSnapshot();
    expect(readdirSync(folder)).not.toContain("tuned.yaml");
  });

  test("more actors than anybody would read are refused", async () => {
    const lines = Array.from({ length: 201 }, (_, index) =>
      alert({ ...job, "k8s.ns.name": `team-${index}x` }),
    );
    expect(await tune(lines)).toEqual({
      code: 2,
      out: "",
      error:
        "falcoverage: The chosen alerts come from more than 200 different actors: choose fewer with --select FIELD=VALUE.\n",
    });
  });
});

test.each([
  [["--select", "nothing"], '--select takes FIELD=VALUE, such as k8s.ns.name=ci, not "nothing".'],
  [
    ["--select", "k8s.pod.name=a"],
    'No alert of "Shell in container" has the field "k8s.pod.name" in its output.',
  ],
  [["--select", "k8s.ns.name=a"], 'No alert of "Shell in container" has k8s.ns.name=a.'],
  [["--rule", "Shell in containr"], 'No alert that was given is of "Shell in containr".'],
  [["--alerts", "none.jsonl"], "Cannot read none.jsonl: ENOENT"],
])("a wrong call is one clear line: %j", async (args, error) => {
  expect(await tune([alert(job)], ...args)).toEqual({ code: 2, out: "", error: `falcoverage: ${error}\n` });
});

test("a rule that is not among the files is one clear line", async () => {
  const { code, error } = await tune([alert(job, "Shell in containr")], "--rule", "Shell in containr");
  expect({ code, error }).toEqual({
    code: 2,
    error: 'falcoverage: There is no rule "Shell in containr". Did you mean "Shell in container"?\n',
  });
});
