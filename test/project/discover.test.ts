import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discover, discoverEarlier } from "../../src/project/discover.ts";
import { Limits } from "../../src/project/limits.ts";
import { Revision } from "../../src/project/revision.ts";
import { UsageError } from "../../src/project/usage-error.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "discover-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Record<string, string | Buffer>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
}

const found = (paths: string[] = [], options = {}) =>
  discover({ root, paths, ...options }).texts.map(({ file }) => file);

describe("discover", () => {
  it("finds YAML, JSON and Markdown, and leaves dependencies and build output alone", () => {
    write({
      "a.yaml": "",
      "b/c.yml": "",
      "b/d.json": "{}",
      "README.md": "",
      "x.ts": "",
      "node_modules/p/a.yaml": "",
      "dist/a.yaml": "",
      ".github/workflows/w.yml": "",
    });
    expect(found()).toEqual([".github/workflows/w.yml", "README.md", "a.yaml", "b/c.yml", "b/d.json"]);
  });

  it("honours ignore files of every folder, with exceptions", () => {
    write({
      ".gitignore": "*.yaml\n!keep.yaml\n/only-root.json\n",
      "a.yaml": "",
      "keep.yaml": "",
      "only-root.json": "",
      "b/only-root.json": "",
      "b/.falcoverageignore": "drafts/\n",
      "b/drafts/x.json": "",
      "drafts/x.json": "",
    });
    expect(found()).toEqual(["b/only-root.json", "drafts/x.json", "keep.yaml"]);
    expect(found(["b"])).toEqual(["b/only-root.json"]);
  });

  it("looks into a folder that is named, ignored or not, and honours ignore files below it", () => {
    write({
      ".gitignore": "generated/\n",
      "generated/a.yaml": "",
      "generated/node_modules/p/a.yaml": "",
      "generated/b/.gitignore": "c.yaml\n",
      "generated/b/c.yaml": "",
      "generated/b/d.yaml": "",
      "node_modules/p/policies/a.yaml": "",
    });
    expect(found()).toEqual([]);
    expect(found(["generated"])).toEqual(["generated/a.yaml", "generated/b/d.yaml"]);
    expect(found(["node_modules/p/policies"])).toEqual(["node_modules/p/policies/a.yaml"]);
  });

  it("takes a file that is named itself, ignored or not, and each file once", () => {
    write({ ".gitignore": "a.yaml\n", "a.yaml": "", "rules.txt": "" });
    expect(found(["a.yaml", "rules.txt", "./a.yaml", "."])).toEqual(["a.yaml", "rules.txt"]);
  });

  it("refuses a path outside the workspace, also through a link", () => {
    const outside = mkdtempSync(path.join(tmpdir(), "outside-"));
    writeFileSync(path.join(outside, "secret.yaml"), "token: x");
    symlinkSync(outside, path.join(root, "link"));
    symlinkSync(path.join(outside, "secret.yaml"), path.join(root, "secret.yaml"));
    for (const given of ["..", "link", "secret.yaml", "/etc"]) {
      expect(() => found([given])).toThrow(UsageError);
    }
    expect(found()).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it("says which file it left out and why", () => {
    write({ "big.yaml": "x".repeat(2000), "latin.yaml": Buffer.from([0x63, 0xe9]), "nul.yaml": "a\0b" });
    expect(discover({ root, paths: [], maxFileBytes: 1024 }).skipped).toEqual([
      { file: "big.yaml", reason: "larger than 1 KiB" },
      { file: "latin.yaml", reason: "not UTF-8 text", binary: true },
      { file: "nul.yaml", reason: "not UTF-8 text", binary: true },
    ]);
  });

  it("ends on too many files and on a path that is not there, with one line", () => {
    write({ "a.yaml": "", "b.yaml": "" });
    expect(() => found([], { limits: new Limits({ maxFiles: 1 }) })).toThrow("More than 1 files");
    expect(() => found(["c.yaml"])).toThrow("No such file or folder: c.yaml");
  });
});

describe("files of charts", () => {
  const chartFiles = () => discover({ root, paths: [] }).chartFiles ?? [];

  it("are those below a Chart.yaml that are no texts, with links that stay within the workspace", () => {
    write({
      ".gitignore": "*.secret\n",
      "chart/Chart.yaml": "",
      "chart/.helmignore": "*.md\n",
      "chart/charts/a-1.0.0.tgz": Buffer.from([0, 1, 2]),
      "chart/files/own.rules": "a",
      "chart/files/b.secret": "",
      "other/own.rules": "",
      "rules.yaml": "- list: a\n",
    });
    symlinkSync("../../rules.yaml", path.join(root, "chart/files/linked.yaml"));
    symlinkSync("/etc/hostname", path.join(root, "chart/files/outside"));
    expect(chartFiles().map(({ file }) => file)).toEqual([
      "chart/.helmignore",
      "chart/charts/a-1.0.0.tgz",
      "chart/files/linked.yaml",
      "chart/files/own.rules",
    ]);
    const texts = chartFiles().map(({ read }) => Buffer.from(read() ?? "").toString("latin1"));
    expect(texts).toEqual(["*.md\n", "\0\x01\x02", "- list: a\n", "a"]);
  });

  it("are those of folders that links lead to, within the workspace and once each", () => {
    write({
      "chart/Chart.yaml": "",
      "chart/a.txt": "",
      "shared/rules/own.yaml": "- list: a\n",
      "shared/rules/node_modules/x.yaml": "",
    });
    symlinkSync("../shared", path.join(root, "chart/files"));
    symlinkSync("../..", path.join(root, "shared/rules/up"));
    symlinkSync("/etc", path.join(root, "shared/etc"));
    const found = discover({ root, paths: [] });
    const names = (found.chartFiles ?? []).map(({ file }) => file);
    expect(names).toContain("chart/files/rules/own.yaml");
    expect(names.filter((file) => /etc|node_modules/.test(file))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeLessThan(10);
    expect(found.texts.map(({ file }) => file)).toEqual(["chart/Chart.yaml", "shared/rules/own.yaml"]);
    expect(found.skipped.map(({ file }) => file)).toContain("chart/files/etc");
  });

  it("are not read where they are larger than a file may be", () => {
    write({ "chart/Chart.yaml": "", "chart/a.bin": Buffer.alloc(6 << 20) });
    expect(chartFiles().map(({ read }) => read())).toEqual([undefined]);
  });

  it("are those of an earlier revision where it differs", () => {
    write({
      "chart/Chart.yaml": "",
      "chart/charts/a.tgz": "new",
      "chart/b.txt": "same",
      "chart/c.txt": "new",
    });
    const files = new Map([
      ["chart/charts/a.tgz", Buffer.from([0, 255])],
      ["chart/c.txt", undefined],
    ]);
    const revision = new Revision(root, { files, whole: false });
    const options = { root, paths: [], revision };
    const found = discoverEarlier(options, discover({ root, paths: [] })).chartFiles ?? [];
    expect(Object.fromEntries(found.map(({ file, read }) => [file, [...(read() ?? [])]]))).toEqual({
      "chart/b.txt": [...Buffer.from("same")],
      "chart/charts/a.tgz": [0, 255],
    });
  });
});
