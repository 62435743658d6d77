import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import stringWidth from "string-width";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../src/commands/program.ts";
import { coreFields, plugins } from "../../src/falco/catalog/fields.ts";
import { errorCodes, modifiers, transformers, warningCodes } from "../../src/falco/index.ts";
import { comparisonOperators } from "../../src/falco/language/index.ts";
import { lintRules } from "../../src/lint/rules/index.ts";
import { runIn } from "../run-in.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
}

const falcoverage = (...args: readonly string[]) => runIn(folder, ...args);

/** The same with so many columns, of whose lines a terminal would cut longer ones. */
async function widthIn(columns: number, ...args: readonly string[]): Promise<number> {
  let out = "";
  const stdout = { write: (text: string) => (out += text), columns };
  await run(args, { stdout, stderr: stdout, env: {}, cwd: () => folder });
  return Math.max(...out.split("\n").map((line) => stringWidth(line)));
}

const rule = (condition: string) => `- rule: Shell started
  desc: A shell starts.
  condition: ${condition}
  output: "Shell %proc.name in %container.name of %k8s.pod.name in %k8s.ns.name (%user.name, %proc.cmdline, %container.id, %container.image.repository)"
  priority: WARNING
  tags: [SOC2_CC6.8, container, mitre_execution, T1059]
`;
const good = rule("evt.type = execve and proc.name = bash");
const broken = rule("evt.type = execve and proc.nmae = bash");

describe("JSON shows invisible characters as escapes, with the same values", () => {
  const name = "Shell \u202estarted\u{e0041}";
  const text = good.replace("Shell started", JSON.stringify(name));

  test.each([["validate"], ["describe"]])("%s", async (command) => {
    const [lowest, highest] = [text.replace("WARNING", "LOUD"), text];
    write({ "rules.yaml": command === "validate" ? lowest : highest });
    const { out } = await falcoverage(command, "rules.yaml", "--format", "json");
    expect(out).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
    expect(out).toContain("\\u202estarted\\udb40\\udc41");
    expect(JSON.stringify(JSON.parse(out))).toContain(name);
  });
});

describe("signals", () => {
  const matrix = "version: 1\nframeworks: [{id: soc2}]\ncontrols: {soc2: {CC6.8: [Shell started]}}\n";
  const events = `signal: unexpected-process
attacks:
  - {name: a shell of our own, technique: T1059, events: [{like: web, evt.type: execve, proc.exepath: /bin/bash}]}
everyday:
  - {name: our entrypoint, who: our images, events: [{like: web, evt.type: execve, proc.exepath: /bin/bash}]}
`;

  test("lists what is detected and missed, and explains one with its events", async () => {
    write({ "rules.yaml": good, "matrix.yaml": matrix, "events.yaml": events });
    const list = await falcoverage("signals");
    expect(list.code).toBe(0);
    // Without a deployment no rule is routed, so nothing is detected.
    expect(list.out).toMatch(/^unexpected-process +0 of \d+ +0 of \d+ +0$/m);
    expect(list.out).toContain("missed: a shell of our own");
    const one = await falcoverage("explain", "unexpected-process");
    expect(one.out).toContain("✗ a shell of our own (T1059)");
    expect(one.out).toContain("our entrypoint (our images)");
    const signals = JSON.parse((await falcoverage("signals", "--format", "json")).out) as { id: string }[];
    expect(signals.map(({ id }) => id)).toContain("unexpected-process");
  });

  test("ranks rules by the everyday events on which they fire", async () => {
    write({ "rules.yaml": good, "matrix.yaml": matrix });
    expect(await falcoverage("noise")).toEqual({
      code: 0,
      out: "No routed rule fires on an everyday event.\n",
      error: "",
    });
    expect(JSON.parse((await falcoverage("noise", "--format", "json")).out)).toEqual([]);
  });
});

describe("the built program", () => {
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, [path.resolve("dist/cli.js"), ...args], { cwd: folder, encoding: "utf8" });

  test("says what is wrong on standard output, and nothing on standard error", () => {
    write({ "good.yaml": good, "broken.yaml": broken });
    expect(cli("validate", "good.yaml")).toMatchObject({ status: 0, stderr: "" });
    const failed = cli("validate", "broken.yaml");
    expect(failed).toMatchObject({ status: 1, stderr: "" });
    expect(failed.stdout).toContain("proc.name");
    expect(failed.stdout).not.toContain("\u001b");
  });

  test("has colours where they are asked for", () => {
    write({ "broken.yaml": broken });
    const { stdout } = spawnSync(process.execPath, [path.resolve("dist/cli.js"), "validate", "broken.yaml"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: "" },
    });
    expect(stdout).toContain("\u001b[31m");
  });

  test("ends quietly when nobody reads on", () => {
    // More than a pipe holds, so that the program still writes when the reader has gone.
    write({
      "rules.yaml": Array.from({ length: 2000 }, (_, i) => good.replace("Shell started", `Shell ${i}`)).join(
        "",
      ),
    });
    const args = `"${process.execPath}" "${path.resolve("dist/cli.js")}" describe rules.yaml | head -c 1`;
    const { stderr } = spawnSync("sh", ["-c", args], { cwd: folder, encoding: "utf8" });
    expect(stderr).toBe("");
  });
});

describe("a wrong call", () => {
  test.each([
    [["check", "nowhere"], "No such file or folder: nowhere"],
    [["check", ".."], "outside the workspace"],
    [["check", "--matrix", "rules.yaml"], "is not a matrix"],
    [["check", "--level", "covered"], "--level"],
    [["check", "--min-coverage", "a lot"], "min-coverage takes a percentage"],
    [["check", "--format", "pdf"], "--format"],
    [["check", "--falco-version", "0.12.0"], "0.12.0"],
    [["check", "--scope", "all", "--kubernetes-version", "9.9"], "9.9"],
    [["check", "--config", "nowhere.yaml"], "nowhere.yaml"],
    [["check", "--base", "nowhere.json"], "nowhere.json"],
    [["check", "--no-such-option"], "--no-such-option"],
    [["validate"], "files"],
    [["validate", "nowhere.yaml"], "No such file or folder: nowhere.yaml"],
    [["validate", "rule.yaml"], "did you mean rules.yaml?"],
    [["check", "rule.yaml"], "did you mean rules.yaml?"],
    [["import", "manifets.yaml"], "did you mean manifest.yaml?"],
    [["check", "--frmat", "json"], "Did you mean --format?"],
    [["report"], 'Did you mean "falcoverage check --format html --output report.html"?'],
    [["test"], "No rule tests were found"],
    [["trace", "Shell startde"], 'Did you mean "Shell started"?'],
    [["explain", "fd.spi"], 'Did you mean "fd.sip"?'],
    [["badge", "--framework", "soc3"], "soc3"],
    [["init", "--frameworks", "soc22"], 'did you mean "soc2"?'],
    [["merge", "nowhere.json"], "nowhere.json is not there"],
    [["chek"], 'Did you mean "falcoverage check"?'],
    [["trace", "started"], 'Did you mean "Shell started"?'],
    [["describe", "nowhere.yaml"], "No such file or folder: nowhere.yaml"],
  ])("%j gives one clear line and exit code 2", async (args, expected) => {
    const manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    write({ "rules.yaml": good, "manifest.yaml": manifest });
    const { code, out, error } = await falcoverage(...args);
    expect(error).toContain(expected);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toMatch(/^falcoverage: [^\n]*\n$/);
  });

  test.each([
    ["level: coverd\n", /falcoverage\.yaml:1:8: .*covered|mapped/],
    ["levle: routed\n", /falcoverage\.yaml:1:1: .*Did you mean `level`\?/],
    ["level: [\n", /falcoverage\.yaml:\d+:\d+: /],
  ])("a configuration of %j is refused with its place", async (config, expected) => {
    write({ "falcoverage.yaml": config, "rules.yaml": good });
    const { code, error } = await falcoverage("check");
    expect(code).toBe(2);
    expect(error).toMatch(expected);
    expect(error.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("help", () => {
  test.each([
    "check",
    "coverage",
    "validate",
    "describe",
    "test",
    "trace",
    "explain",
    "badge",
    "merge",
    "init",
  ])("of %s has options and examples", async (command) => {
    const { code, out } = await falcoverage(command, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`falcoverage ${command}`);
    expect(out).toContain("Examples:");
  });

  test("names every command", async () => {
    const { out } = await falcoverage("--help");
    for (const command of [
      "check",
      "coverage",
      "validate",
      "describe",
      "test",
      "trace",
      "explain",
      "merge",
    ]) {
      expect(out).toContain(command);
    }
  });
});

describe("validate", () => {
  test("prints Falco's shape", async () => {
    write({ "broken.yaml": broken });
    const { code, out } = await falcoverage("validate", "broken.yaml", "--format", "json");
    expect(code).toBe(1);
    const { falco_load_results } = JSON.parse(out);
    expect(falco_load_results).toMatchObject([
      {
        name: "broken.yaml",
        successful: false,
        errors: [
          {
            code: "LOAD_ERR_COMPILE_CONDITION",
            context: { locations: [{}, { item_type: "rule", item_name: "Shell started" }, {}, {}] },
          },
        ],
        warnings: [],
      },
    ]);
  });

  test("says how to load the plugin that rules want", async () => {
    write({
      "audit.yaml": `- rule: Object created
  desc: Somebody creates an object.
  source: k8s_audit
  condition: ka.verb = create
  output: "Created by %ka.user.name"
  priority: NOTICE
`,
    });
    const { out } = await falcoverage("validate", "audit.yaml");
    expect(out).toContain("--plugins container,k8saudit");
    const loaded = await falcoverage("validate", "audit.yaml", "--plugins", "container,k8saudit");
    expect(loaded).toMatchObject({ code: 0, out: "Falco loads this file (1 rule, Falco 0.44.1).\n" });
  });

  test("loads the rules that a ConfigMap carries, and several files in their order", async () => {
    const data = good.replace(/^/gm, "    ").trimEnd();
    write({
      "map.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  rules.yaml: |\n${data}\n`,
      "off.yaml": "- rule: Shell started\n  enabled: false\n  override: {enabled: replace}\n",
    });
    expect((await falcoverage("validate", "map.yaml", "off.yaml")).out).toContain(
      "Falco loads these 2 files",
    );
    expect((await falcoverage("validate", "off.yaml", "map.yaml")).code).toBe(1);
  });
});

test("describe says what Falco makes of the rules", async () => {
  write({
    "rules.yaml": `- list: shells\n  items: [bash, sh]\n${rule("evt.type = execve and proc.name in (shells)")}`,
  });
  const { out } = await falcoverage("describe", "rules.yaml");
  expect(out).toContain("evt.type = execve and proc.name in (bash, sh)");
  const json = JSON.parse((await falcoverage("describe", "rules.yaml", "--format", "json")).out);
  expect(json.rules[0].details.lists).toEqual(["shells"]);
});

describe("explain", () => {
  test("knows every lint rule and every code of Falco", async () => {
    for (const { id } of lintRules)
      expect((await falcoverage("explain", id)).out.startsWith(`${id}\n`)).toBe(true);
    for (const code of [...errorCodes, ...warningCodes]) {
      expect((await falcoverage("explain", code)).out.startsWith(`${code}\n`)).toBe(true);
    }
  });

  test("knows every field", async () => {
    const names = new Set(
      [...coreFields, ...[...plugins.values()].flatMap(({ fields }) => fields)].map(({ name }) => name),
    );
    expect(names.size).toBeGreaterThan(400);
    for (const name of names) {
      const { code, out } = await falcoverage("explain", name);
      expect(code, name).toBe(0);
      expect(out.startsWith(`${name}\n`), name).toBe(true);
    }
  });

  test("says when a field went and where it is now", async () => {
    const { out } = await falcoverage("explain", "container.image.repository");
    expect(out).toContain("to 0.40.0, removed in 0.41.0");
    expect(out).toContain("the container plugin");
  });

  test("knows frameworks, by their id and their name, with what each control reaches here", async () => {
    const { out } = await falcoverage("explain", "soc2");
    expect(out).toMatch(/^SOC 2, /);
    expect(out).toMatch(/CC6\.8 +detect/);
    expect(out).toContain("The matrix does not use it");
    expect((await falcoverage("explain", "PCI DSS")).out).toMatch(/^PCI DSS, /);
  });

  test("knows the operators and transformers of conditions", async () => {
    const names = [...comparisonOperators, ...modifiers, ...transformers, "exists", "val"];
    for (const name of names) {
      const { code, out } = await falcoverage("explain", name);
      expect(code, name).toBe(0);
      expect(out, name).toMatch(/An operator of conditions\.|A transformer of values/);
    }
  });

  test("fills the lines of a terminal with a page, a field or a signal, and no more", async () => {
    for (const columns of [60, 80, 200]) {
      for (const id of [
        "falco/never-true",
        "ka.req.pod.containers.eff_run_as_user",
        "reverse-shell",
        "execve",
        "soc2",
      ]) {
        expect(await widthIn(columns, "explain", id), `${id} at ${columns}`).toBeLessThanOrEqual(columns);
      }
    }
  });

  test("knows event types and controls", async () => {
    expect((await falcoverage("explain", "openat")).out).toContain("evt.arg.name");
    expect((await falcoverage("explain", "pci-dss:10.2.1.1")).out).toContain("10.2.1.1");
  });
});

test("init writes what a check then reads, and keeps what is there", async () => {
  write({ "rules.yaml": good });
  const first = await falcoverage("init");
  expect(first.code).toBe(0);
  for (const file of ["falcoverage.yaml", "falcoverage-matrix.yaml", ".github/workflows/falcoverage.yml"]) {
    expect(existsSync(path.join(folder, file)), file).toBe(true);
  }
  expect(readFileSync(path.join(folder, "falcoverage-matrix.yaml"), "utf8")).toContain("Shell started");
  const checked = await falcoverage("check", "--format", "json", "--level", "valid", "--fail-on", "error");
  const report = JSON.parse(checked.out);
  expect(report.findings.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
  const again = await falcoverage("init");
  expect(again.out).not.toContain("created");
});

test("the version that is asked for is that of a deployment that does not tell its own", async () => {
  write({ "values.yaml": "driver: {kind: ebpf}\nfalco: {rules_file: [/etc/falco/falco_rules.yaml]}\n" });
  const newest = await falcoverage("check");
  expect(newest.code).toBe(1);
  expect(newest.out).toContain("Falco does not start with both");
  expect(newest.out).toContain('"engine.kind" takes one of kmod, modern_ebpf');
  const older = await falcoverage("check", "--falco-version", "0.37.1");
  expect(older.code).toBe(0);
});

test("badge writes SVG and the endpoint's JSON", async () => {
  write({ "rules.yaml": good });
  const { code } = await falcoverage("badge", "--output", "badge.svg", "--level", "valid");
  expect(code).toBe(0);
  expect(readFileSync(path.join(folder, "badge.svg"), "utf8")).toContain("<svg");
  expect(JSON.parse(readFileSync(path.join(folder, "badge.json"), "utf8"))).toMatchObject({
    schemaVersion: 1,
  });
});

test("a broken rule, an unmapped control and a retired id stand at their lines in every format", async () => {
  write({
    "rules.yaml": broken,
    "matrix.yaml": `version: 1
frameworks: [{id: soc2, selection: [CC6.6]}, {id: iso27001, selection: [A.8.15]}]
controls:
  soc2: {}
  iso27001:
    A.12.4.1: [Shell started]
`,
  });
  const expected = [
    { rule: "falco/compile-condition", file: "rules.yaml", line: 3 },
    { rule: "matrix/unmapped-control", file: "matrix.yaml", line: 2 },
    { rule: "matrix/retired-control", file: "matrix.yaml", line: 6 },
  ];
  const report = JSON.parse((await falcoverage("check", "--format", "json")).out);
  for (const finding of expected) expect(report.findings).toContainEqual(expect.objectContaining(finding));
  for (const format of ["text", "sarif", "markdown", "html", "junit", "github"]) {
    const { code, out } = await falcoverage("check", "--format", format);
    expect(code, format).toBe(1);
    for (const finding of expected) expect(out, format).toContain(finding.rule);
  }
});

describe("the origin of a report", () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const git = (url: string) => {
    mkdirSync(path.join(folder, ".git/refs/heads"), { recursive: true });
    write({
      ".git/HEAD": "ref: refs/heads/main\n",
      ".git/refs/heads/main": `${commit}\n`,
      ".git/config": `[remote "origin"]\n\turl = ${url}\n`,
      "rules.yaml": good,
    });
  };

  test.each([
    ["git@git.test:acme/policies.git", `https://git.test/acme/policies/blob/${commit}/rules.yaml#L1`],
    [
      "https://user:word@git.test/acme/policies",
      `https://git.test/acme/policies/blob/${commit}/rules.yaml#L1`,
    ],
    ["https://gitlab.test/a/b/c.git", `https://gitlab.test/a/b/c/-/blob/${commit}/rules.yaml#L1`],
  ])("of %s is read from git, and places become links", async (url, link) => {
    git(url);
    const { out } = await falcoverage("check", "--format", "html", "--fail-on", "never");
    expect(out).toContain(`href="${link}"`);
    expect(out).toContain(`<dt>Commit</dt><dd><code>${commit}</code></dd>`);
    expect(out).not.toContain("user:word");
  });

  test("--source-url decides, and --framework reports one alone", async () => {
    git("https://git.test/acme/policies");
    const { out } = await falcoverage(
      ...["check", "--format", "html", "--source-url", "https://code.test/at/7/", "--framework", "soc2"],
    );
    expect(out).toContain('href="https://code.test/at/7/rules.yaml#L1"');
    const wrong = await falcoverage("check", "--framework", "soc3");
    expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('did you mean "soc2"?') });
  });
});

test("coverage without a matrix says why there is none, and with one does not", async () => {
  write({ "rules.yaml": good.replace("SOC2_CC6.8, ", "") });
  expect((await falcoverage("coverage")).error).toContain("falcoverage init writes one");
  write({ "matrix.yaml": "version: 1\nframeworks: [{id: soc2}]\ncontrols: {}\n" });
  expect((await falcoverage("coverage")).error).not.toContain("falcoverage init");
});

test("where there is nothing to check, the next step is named", async () => {
  const { code, out } = await falcoverage("check");
  expect(code).toBe(0);
  expect(out).toContain("falcoverage init --start pack");
  expect(out.trimEnd().split("\n").length).toBeLessThan(10);
});

test("test --generate points to the finding where no event can make a rule fire", async () => {
  const never = "evt.type = connect and fd.ip in (203.0.113.7, 203.0.113.9)";
  write({ "rules.yaml": `${good}${rule(never).replace("Shell started", "Never")}` });
  const { code, out, error } = await falcoverage("test", "--generate", "rules.yaml");
  expect(code).toBe(0);
  expect(out).toContain("- rule: Shell started");
  expect(error).toMatch(
    /^No event was found on which "Never" fires:\n {2}rules\.yaml:9:\d+: `fd\.ip in \(\.\.\.\)` is never true/,
  );
  expect(error).not.toContain("Shell started");
});
