import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe } from "vitest";
import { type Machine, test } from "./action.ts";
import {
  deployment,
  framework,
  lost,
  manifests,
  matrixOf,
  ruleTests,
  settings,
  signal,
  vaultRule,
} from "./deployment.ts";

const never = "evt.type in (execve, execveat) and proc.name = vaultctl and proc.name = never";
const blind = vaultRule({ condition: never });
const neutered = { "policies/falco.yaml": manifests(blind), "policies/rules.yaml": blind };
/** The manifests without those of a name or a kind. */
const without = (named: RegExp) =>
  manifests(vaultRule())
    .split("---\n")
    .filter((document) => !named.test(document))
    .join("---\n");
const withoutFalco = { "policies/falco.yaml": "" };

/** What a pull request could do to lose the control and pass. */
const attacks: Record<string, Record<string, string>> = {
  "a rule that never matches": neutered,
  "weaker tests beside a rule that never matches": {
    ...neutered,
    "policies/tests.yaml": `version: 1\nrules: [rules.yaml]\ntests:\n  - {rule: Vault dumped, silent: [{name: a dump, event: {evt.type: execve, proc.name: vaultctl}}]}\n`,
  },
  "tests of an untouched copy of the rule": { "policies/falco.yaml": manifests(blind) },
  "tests of a copy that is moved there": {
    ...neutered,
    "policies/copy.yaml": vaultRule(),
    "policies/tests.yaml": ruleTests("Vault dumped", "copy.yaml"),
  },
  "an exception for everything": {
    "policies/falco.yaml": manifests(
      `${vaultRule()}  exceptions:\n    - {name: all, fields: [evt.type], comps: [in], values: [[[execve, execveat]]]}\n`,
    ),
  },
  "a second item that disables the rule": {
    "policies/falco.yaml": manifests(
      `${vaultRule()}- rule: Vault dumped\n  enabled: false\n  override: {enabled: replace}\n`,
    ),
  },
  "a condition before the one there was": {
    "policies/falco.yaml": manifests(
      vaultRule().replace("  condition:", `  condition: ${never}\n  condition:`),
    ),
  },
  "a comment that hides what is wrong": {
    "policies/falco.yaml": manifests(
      vaultRule({
        condition: "evt.type = execve and proc.nmae = vaultctl # falcoverage-ignore falco/*: fine",
      }),
    ),
  },
  "a priority below that of falco.yaml": {
    "policies/falco.yaml": manifests(vaultRule(), "emergency"),
  },
  "an assumption in place of the route": {
    "falcoverage.yaml": `${settings}assume: {routed: true, outputs: [slack]}\n`,
    "policies/falco.yaml": manifests(vaultRule()).replace(/- name: SLACK.*|env: .*/, ""),
  },
  "less breadth asked for": { ...neutered, "falcoverage.yaml": `${settings}min-breadth: 0\n` },
  "a signal of its own, of which the rule sees the half": {
    ...neutered,
    "policies/signal.yaml": `${signal.split("attacks:")[0]}attacks: []\n`,
  },
  "one more file of reference events": {
    ...neutered,
    "policies/more.yaml": `${signal.split("attacks:")[0]}attacks:\n  - {name: never, technique: T1555, events: [{like: web, evt.type: execve, proc.name: never, proc.exepath: /never}]}\n`,
  },
  "a framework that sees no such control": {
    ...neutered,
    "policies/framework.yaml": framework.replace(/runtime: detect.*/, 'runtime: none, reason: "Not seen."}'),
  },
  "a matrix that takes the control out of scope": {
    ...neutered,
    "policies/matrix.yaml":
      "version: 1\nframeworks: [{id: own}]\ncontrols: {own: {own-1: {rules: [Vault dumped], scope: {reason: none, owner: me}}}}\n",
  },
  "a matrix with the framework twice": {
    ...neutered,
    "policies/matrix.yaml": `${matrixOf()}frameworks: []\n`,
  },
  "settings twice": { ...neutered, "falcoverage.yaml": `${settings}level: mapped\nlevel: mapped\n` },
  "settings under another name": {
    ...neutered,
    "falcoverage.yml": "level: mapped\n",
    ".falcoverage.yaml": "level: mapped\n",
  },
  "a baseline": {
    ...neutered,
    "falcoverage.yaml": `${settings}baseline: baseline.json\n`,
    "baseline.json": '{"version":1,"findings":[]}',
  },
  "values of the organisation": {
    ...neutered,
    "falcoverage.yaml": `${settings}organisation: {shells: [/usr/bin/vaultctl]}\n`,
  },
  "a policy file of its own": {
    ...neutered,
    "falcoverage.yaml": `${settings}policies: [own.yaml]\n`,
    "own.yaml": "",
  },
  "rules that are off": { ...neutered, "falcoverage.yaml": `${settings}rules: {"falco/validate": off}\n` },
  "another scope and version": {
    ...neutered,
    "falcoverage.yaml": `${settings}scope: all\nfalco-version: 0.40.0\n`,
  },
  "settings that nobody can read": { ...neutered, "falcoverage.yaml": "level: [" },
  "a second, better deployment": {
    ...neutered,
    "other/falco.yaml": manifests(vaultRule()).replaceAll("namespace: falco", "namespace: other"),
  },
  "a rule of the same name that nothing loads": {
    ...neutered,
    "policies/unused.yaml": vaultRule(),
  },
  "no Falco": withoutFalco,
  "Falco alone removed": { "policies/falco.yaml": without(/kind: DaemonSet/) },
  "the rules alone removed": { "policies/falco.yaml": without(/name: falco-rules, namespace/) },
  "the rules file alone removed": { "policies/rules.yaml": "" },
  "the receiver of alerts alone removed": { "policies/falco.yaml": without(/kind: Deployment/) },
  "settings of a file that the base's extend": {
    ...neutered,
    "org.yaml": "level: mapped\nfail-on-regression: false\n",
  },
  "extending other settings": {
    ...neutered,
    "falcoverage.yaml": `extends: [own.yaml]\n${settings}`,
    "own.yaml": "fail-on-regression: false\n",
  },
  "a file that is too large": { "policies/falco.yaml": `${manifests(vaultRule())}#${"x".repeat(6 << 20)}\n` },
  "a file that is no text": { "policies/falco.yaml": `${manifests(vaultRule())}#\u0000\n` },
  "more documents than are read": {
    "policies/falco.yaml": `${"---\n".repeat(200_000)}${manifests(blind)}`,
  },
  "an alias bomb": {
    "policies/falco.yaml": `a: &a [x, x]\nb: &b [${"*a, ".repeat(500)}]\nc: &c [${"*b, ".repeat(500)}]\nd: [${"*c, ".repeat(500)}]\n---\n${manifests(blind)}`,
  },
  "git attributes": { ...neutered, ".gitattributes": "* -diff -text export-ignore\n" },
};

describe.concurrent("a pull request does not pass by", () => {
  test.for(Object.entries(attacks))("%s", async ([, files], { machine, expect }) => {
    const base: Record<string, string> = { ...deployment, "org.yaml": "fail-on: never\n" };
    base["falcoverage.yaml"] = `extends: [org.yaml]\n${settings}`;
    const result = await machine.run(machine.propose(base, () => machine.write(files)));
    expect([1, 2]).toContain(result.code);
    if (result.code === 1) expect(result.annotations).toContain(lost);
  });

  const refused = async (machine: Machine, change: () => void, base = deployment) =>
    machine.run(machine.propose(base, change));

  test("moving all to a folder that is not looked at", async ({ machine, expect }) => {
    const result = await refused(machine, () => {
      mkdirSync(path.join(machine.workspace, "node_modules"));
      renameSync(
        path.join(machine.workspace, "policies"),
        path.join(machine.workspace, "node_modules/policies"),
      );
    });
    expect(result.annotations).toContain(lost);
  });

  test("a link in place of the folder", async ({ machine, expect }) => {
    const result = await refused(machine, () => {
      machine.delete("policies");
      symlinkSync("/etc", path.join(machine.workspace, "policies"));
    });
    expect(result.annotations).toContain(lost);
  });

  test("a link in place of a file", async ({ machine, expect }) => {
    const result = await refused(machine, () => {
      machine.delete("policies/falco.yaml");
      symlinkSync("rules.yaml", path.join(machine.workspace, "policies/falco.yaml"));
    });
    expect(result.annotations).toContain(lost);
  });

  test("a file in place of the folder", async ({ machine, expect }) => {
    const result = await refused(machine, () => {
      machine.delete("policies");
      machine.write({ policies: "" });
    });
    expect(result.annotations).toContain(lost);
  });

  test("names that git quotes", async ({ machine, expect }) => {
    const { "policies/falco.yaml": falco, ...others } = deployment;
    const file = 'policies/-n "été"\t\n.yaml';
    const result = await refused(machine, () => machine.delete(file), { ...others, [file]: falco! });
    expect(result.annotations).toContain(lost);
  });

  test("an encoding that hides an unchanged file from both sides", async ({ machine, expect }) => {
    const event = machine.propose(deployment, () => {
      machine.write({
        "policies/rules.yaml": blind,
        ".gitattributes": "policies/falco.yaml working-tree-encoding=UTF-16\n",
      });
      // As actions/checkout writes it. To git it is the same as before.
      const content = Buffer.from(`\ufeff${deployment["policies/falco.yaml"]}`, "utf16le");
      writeFileSync(path.join(machine.workspace, "policies/falco.yaml"), content);
    });
    expect(machine.git("diff", "--name-only", "HEAD~1")).not.toContain("falco.yaml");
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
  });

  test("another commit of a submodule", async ({ machine, expect }) => {
    const module = mkdtempSync(path.join(machine.home, "module-"));
    const git = (...args: string[]) =>
      execFileSync("git", [
        "-C",
        module,
        "-c",
        "user.name=Dev",
        "-c",
        "user.email=dev@acme.example",
        ...args,
      ]);
    const { "policies/falco.yaml": falco, ...others } = deployment;
    git("init", "-q");
    writeFileSync(path.join(module, "falco.yaml"), falco!);
    git("add", ".");
    git("commit", "-qm", "Rules");
    machine.git("init", "-q", "-b", "main");
    machine.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", module, "deploy");
    const result = await machine.run(
      machine.propose(others, () => {
        writeFileSync(path.join(machine.workspace, "deploy/falco.yaml"), manifests(blind));
        execFileSync("git", [
          ...["-C", path.join(machine.workspace, "deploy"), "-c", "user.name=Dev"],
          ...["-c", "user.email=dev@acme.example", "commit", "-qam", "Blind"],
        ]);
      }),
    );
    expect(result.annotations.at(-1)).toContain("submodule deploy");
    expect(result.code).toBe(1);
  });
});

describe.concurrent("a rule that is renamed", () => {
  const renamed = (rule: string) => ({
    "policies/falco.yaml": manifests(rule),
    "policies/rules.yaml": rule,
    "policies/tests.yaml": ruleTests("Vault read"),
    "policies/matrix.yaml": matrixOf("Vault read"),
  });

  test("with its matrix and tests keeps its control", async ({ machine, server, expect }) => {
    const event = machine.propose(deployment, () =>
      machine.write(renamed(vaultRule({ name: "Vault read" }))),
    );
    const result = await machine.run(event);
    expect(result.annotations.filter((line) => line.startsWith("::error::"))).toEqual([]);
    expect(result.code).toBe(0);
    expect(server.comments[0]!.body).toContain("the matrix is changed");
  });

  test.for([
    { name: "Vault read", condition: never },
    { name: "Vault read", priority: "DEBUG" },
    { name: "Vault read", condition: "evt.type = execve and proc.name = vaultctl" },
  ])("and weakened loses it: %j", async (rule, { machine, expect }) => {
    const event = machine.propose(deployment, () => machine.write(renamed(vaultRule(rule))));
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
    expect(result.code).toBe(1);
  });

  test("without its matrix loses it", async ({ machine, expect }) => {
    const { "policies/matrix.yaml": _, ...files } = renamed(vaultRule({ name: "Vault read" }));
    const result = await machine.run(machine.propose(deployment, () => machine.write(files)));
    expect(result.annotations).toContain(lost);
  });
});
