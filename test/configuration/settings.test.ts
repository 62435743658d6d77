import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

/** What applies, by key: the value and where it is from. */
async function settings(): Promise<Record<string, readonly [unknown, string]>> {
  const { out, error } = await falcoverage("config", "--format", "json");
  expect(error).toBe("");
  const all = JSON.parse(out).settings as {
    key: string;
    value: unknown;
    from: { file: string; line: number } | null;
  }[];
  return Object.fromEntries(
    all.map(({ key, value, from }) => [
      key,
      [value, from === null ? "default" : `${from.file}:${from.line}`] as const,
    ]),
  );
}

const commit = "0123456789abcdef0123456789abcdef01234567";
const digestOf = (text: string) => `#sha256:${createHash("sha256").update(text).digest("hex")}`;
const copy = (file: string) => `.falcoverage/shared/acme/settings/${commit}/${file}`;

describe("settings of several files", () => {
  test("the file's own go over what it extends, and later items over earlier ones", async () => {
    write({
      "falcoverage.yaml": "extends:\n  - shared/a.yaml\n  - ./shared/b.yaml\nfail-on: notice\n",
      "shared/a.yaml": "level: mapped\nmin-confidence: high\nfail-on: never\n",
      "shared/b.yaml": "level: proven\n",
    });
    expect(await settings()).toMatchObject({
      level: ["proven", "shared/b.yaml:1"],
      "min-confidence": ["high", "shared/a.yaml:2"],
      "fail-on": ["notice", "falcoverage.yaml:4"],
      gate: ["base", "default"],
    });
  });

  test("maps are joined by key, lists add up, and paths are replaced", async () => {
    write({
      "falcoverage.yaml":
        'extends: [a.yaml]\nrules: {falco/no-evttype: off}\nmin-coverage: {soc2: 90}\nexclude: ["y/**"]\npaths: [mine]\n',
      "a.yaml":
        'rules:\n  falco/no-evttype: error\n  stack/*: notice\nmin-coverage: 80\nexclude: ["x/**", "y/**"]\npaths: [theirs]\n',
    });
    const { out } = await falcoverage("config");
    expect(out).toMatch(/^ {2}extends a\.yaml$/m);
    expect(out).toMatch(/^ {2}rules\.falco\/no-evttype +off +falcoverage\.yaml:2$/m);
    expect(out).toMatch(/^ {2}rules\.stack\/\* +notice +a\.yaml:3$/m);
    expect(out).toMatch(/^ {2}min-coverage\.overall +80 +a\.yaml:4$/m);
    expect(out).toMatch(/^ {2}min-coverage\.soc2 +90 +falcoverage\.yaml:3$/m);
    expect(out.match(/^ {2}exclude .*$/gm)).toHaveLength(2);
    expect(out).toMatch(/^ {2}paths +\["mine"\] +falcoverage\.yaml:5$/m);
  });

  test.each(["recommended", "strict", "pci", "fedramp-high", "hipaa"])("the preset %s", async (name) => {
    write({ "falcoverage.yaml": `extends: [${name}]\n` });
    const applied = await settings();
    expect(applied["fail-on-regression"]).toEqual([true, "preset:recommended:4"]);
    expect(Object.values(applied).some(([, from]) => from.startsWith(`preset:${name}:`))).toBe(true);
  });

  test("a preset decides: fedramp-high asks for the baseline High", async () => {
    const matrix = (baseline: string) =>
      `version: 1\nframeworks: [{id: fedramp, baseline: ${baseline}}]\ncontrols: {}\n`;
    write({ "falcoverage.yaml": "extends: [fedramp-high]\n", "matrix.yaml": matrix("moderate") });
    const moderate = await falcoverage("check", "--format", "json");
    const rules = (out: string) =>
      new Set(JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule));
    expect(rules(moderate.out)).toContain("policy/fedramp-high-baseline");
    expect(JSON.parse(moderate.out).summary.failures.join()).toContain("100% are required");
    write({ "matrix.yaml": matrix("high") });
    expect(rules((await falcoverage("check", "--format", "json")).out)).not.toContain(
      "policy/fedramp-high-baseline",
    );
  });

  test("says where there is no file", async () => {
    expect((await falcoverage("config")).out).toContain("No configuration file: the defaults apply.");
    expect((await settings()).level).toEqual(["routed", "default"]);
  });

  test("policies of an extended file are judged, and shown", async () => {
    write({
      "falcoverage.yaml": "extends: [a.yaml]\npolicies: [mine.yaml]\n",
      "a.yaml": "policies: [theirs.yaml]\n",
      "theirs.yaml":
        "policies:\n  - {id: theirs, severity: error, message: Not so., each: rule, assert: 'false'}\n",
      "mine.yaml":
        "policies:\n  - {id: mine, severity: notice, message: Nor so., each: rule, assert: 'false'}\n",
      "rules.yaml": "- rule: A\n  desc: a\n  condition: evt.type = open\n  output: x\n  priority: INFO\n",
    });
    const { out } = await falcoverage("config");
    expect(out).toMatch(/policy\/theirs +error, each rule +theirs\.yaml:2/);
    const { findings } = JSON.parse((await falcoverage("check", "--format", "json")).out);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(
      expect.arrayContaining(["policy/theirs", "policy/mine"]),
    );
  });
});

describe("settings of other repositories", () => {
  const shared = "level: proven\n";
  const extend = (reference: string) => write({ "falcoverage.yaml": `extends:\n  - ${reference}\n` });

  test("count where a copy with their digest is at hand", async () => {
    extend(`github:acme/settings/base.yaml@${commit}${digestOf(shared)}`);
    write({ [copy("base.yaml")]: shared });
    expect((await settings()).level).toEqual([
      "proven",
      `github:acme/settings/base.yaml@${commit.slice(0, 12)}:1`,
    ]);
  });

  test("lead on within their repository, each file with its digest", async () => {
    const deeper = "min-breadth: 70\n";
    const policies =
      "policies:\n  - {id: theirs, severity: error, message: Not so., each: rule, assert: 'false'}\n";
    const base = `extends: ["deep/more.yaml${digestOf(deeper)}"]\npolicies: ["house.yaml${digestOf(policies)}"]\n`;
    extend(`github:acme/settings/base.yaml@${commit}${digestOf(base)}`);
    write({
      [copy("base.yaml")]: base,
      [copy("deep/more.yaml")]: deeper,
      [copy("house.yaml")]: policies,
    });
    expect((await settings())["min-breadth"]?.[0]).toBe(70);
    expect((await falcoverage("config")).out).toContain("policy/theirs");
  });

  const refused: Readonly<Record<string, string>> = {
    "github:acme/settings/base.yaml@main": "`main` is a branch, a tag or a part of a commit",
    "github:acme/settings/base.yaml@v1.2.3": "Write all 40 digits of the commit",
    "github:acme/settings/base.yaml@0123456": "Write all 40 digits of the commit",
    "github:acme/settings/base.yaml": "names no commit",
    [`github:acme/settings@${commit}`]: "is not of the form",
    [`github:acme/../base.yaml@${commit}`]: "is not of the form",
    [`github:acme/settings/../../base.yaml@${commit}`]: "without `..`",
    [`github:acme/settings/base.txt@${commit}`]: "has to end in .yaml",
    [`github:acme/settings/base.yaml@${commit}`]: "is not at hand",
    "../outside.yaml": "without `..`",
    "/etc/passwd.yaml": "has to be a path from the root",
    "nothing.yaml": "There is no nothing.yaml.",
    recomended: "Did you mean `recommended`?",
    "'a.yaml#sha256:12'": "64 hexadecimal digits",
  };
  test.each(Object.entries(refused))("%s is refused", async (reference, message) => {
    extend(reference);
    const { code, error } = await falcoverage("check");
    expect(error).toMatch(/^falcoverage: falcoverage\.yaml:2:5: /);
    expect(error).toContain(message);
    expect(code).toBe(2);
  });

  test("a copy without a digest in the reference, and with another one", async () => {
    write({ [copy("base.yaml")]: shared });
    extend(`github:acme/settings/base.yaml@${commit}`);
    expect((await falcoverage("config")).error).toContain(digestOf(shared));
    extend(`github:acme/settings/base.yaml@${commit}${digestOf("level: mapped\n")}`);
    expect((await falcoverage("config")).error).toContain("is another file than the digest says");
  });
});

describe("hostile settings", () => {
  test("that extend each other in a circle", async () => {
    write({
      "falcoverage.yaml": "extends: [a.yaml]\n",
      "a.yaml": "extends: [b.yaml]\n",
      "b.yaml": "extends: [a.yaml]\n",
    });
    expect((await falcoverage("config")).error).toContain(
      "b.yaml:1:11: The files extend each other in a circle: falcoverage.yaml → a.yaml → b.yaml → a.yaml.",
    );
  });

  test("that extend themselves", async () => {
    write({ "falcoverage.yaml": "extends: [falcoverage.yaml]\n" });
    expect((await falcoverage("config")).error).toContain("in a circle");
  });

  test("too deep, too many, too large", async () => {
    const chain = Array.from({ length: 20 }, (_, i) => [`c${i}.yaml`, `extends: [c${i + 1}.yaml]\n`]);
    write({ "falcoverage.yaml": "extends: [c0.yaml]\n", ...Object.fromEntries(chain) });
    expect((await falcoverage("config")).error).toContain("More than 10 files extend one another");
    const names = Array.from({ length: 50 }, (_, i) => `d${i}.yaml`);
    write({
      "falcoverage.yaml": `extends: [${names.join(", ")}]\npolicies: [p.yaml]\n`,
      "p.yaml": "policies: []\n",
      ...Object.fromEntries(names.map((name) => [name, "level: proven\n"])),
    });
    expect((await falcoverage("config")).error).toContain("More than 50 files");
    write({ "falcoverage.yaml": "extends: [big.yaml]\n", "big.yaml": `# ${"x".repeat(300_000)}\n` });
    expect((await falcoverage("config")).error).toContain("larger than 256 KiB");
  });

  test("by a link that leads out", async () => {
    write({ "falcoverage.yaml": "extends: [link.yaml]\n" });
    symlinkSync("/etc/hostname", path.join(folder, "link.yaml"));
    expect((await falcoverage("config")).error).toContain("a link that leads out of the workspace");
  });

  test("with a key of JavaScript", async () => {
    write({ "falcoverage.yaml": "rules: {__proto__: off, constructor: off}\n" });
    expect((await falcoverage("config")).code).toBe(0);
    expect(({} as Record<string, unknown>).off).toBeUndefined();
  });

  test("in an extended file, wrong where it stands", async () => {
    write({ "falcoverage.yaml": "extends: [a.yaml]\n", "a.yaml": "levle: proven\n" });
    expect((await falcoverage("config")).error).toContain("a.yaml:1:1: Unknown key `levle`. Did you mean");
  });
});

describe("overrides", () => {
  const rule = (name: string) =>
    `- rule: ${name}\n  desc: a\n  condition: proc.name = bash\n  output: x\n  priority: INFO\n`;
  const severities = async () => {
    const { findings } = JSON.parse((await falcoverage("check", "--format", "json")).out);
    return findings
      .filter((one: { rule: string }) => one.rule === "falco/no-evttype")
      .map(({ file, severity }: { file: string; severity: string }) => `${file} ${severity}`);
  };

  test("change rules for some files, the last that matches before the others", async () => {
    write({ "team/a.yaml": rule("A"), "team/legacy/b.yaml": rule("B"), "c.yaml": rule("C") });
    const before = (await severities()) as string[];
    expect(before).toHaveLength(3);
    write({
      "falcoverage.yaml": `rules: {falco/no-evttype: notice}
overrides:
  - {files: ["team/**"], rules: {falco/no-evttype: error}}
  - {files: ["legacy/"], rules: {falco/*: off}}
`,
    });
    expect(await severities()).toEqual(["c.yaml notice", "team/a.yaml error"]);
    expect((await falcoverage("config")).out).toMatch(/^ {2}overrides .*falcoverage\.yaml:4$/m);
  });
});
