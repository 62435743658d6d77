import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readBase } from "../../src/github/base.ts";
import { fetchChange } from "../../src/github/changed-files.ts";
import type { Client } from "../../src/github/client.ts";
import type { Event } from "../../src/github/event.ts";
import { GitHubServer } from "./server.ts";

const server = new GitHubServer();
let client: Client;
let root: string;

beforeAll(async () => {
  await server.start();
  process.env.GITHUB_API_URL = server.url;
  const { createClient } = await import("../../src/github/client.ts");
  client = createClient(server.token);
});
afterAll(() => server.stop());

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "falcoverage-test-"));
  server.requests = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): string {
  const identity = ["-c", "user.name=Dev", "-c", "user.email=dev@acme.example", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", root, ...identity, ...args], { encoding: "utf8", stdio: "pipe" }).trim();
}

function commit(files: Record<string, string | Uint8Array>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  git("add", "-A");
  git("commit", "-q", "-m", "Change");
  return git("rev-parse", "HEAD");
}

function readEarlier(some: Partial<Event>) {
  const repository = { owner: "acme", repo: "shop" };
  const { pullRequest = null } = some;
  const event: Event = {
    name: "pull_request",
    repository,
    pullRequest,
    baseSha: null,
    headSha: pullRequest?.headSha ?? null,
    isProposal: pullRequest !== null,
    onDefaultBranch: false,
    headBranch: null,
    problem: null,
    ...some,
  };
  return readBase({
    root,
    event,
    wanted: (file) => /\.(?:yaml|tgz)$/.test(file),
    change: () => fetchChange(client, repository, event),
    ask: (_lost, _permission, request) => request(client, repository).catch(() => undefined),
  });
}

describe("with history in the checkout", () => {
  test("the files as they were at the last common commit, whatever happened on the base branch since", async () => {
    git("init", "-q", "-b", "main");
    const start = commit({
      "changed.yaml": "old",
      "same.yaml": "same",
      "deleted.yaml": "gone",
      "notes.txt": "a",
    });
    git("switch", "-q", "-c", "change");
    unlinkSync(path.join(root, "deleted.yaml"));
    commit({ "changed.yaml": "new", "added with\nodd -- name.yaml": "added", "notes.txt": "b" });
    writeFileSync(path.join(root, "same.yaml"), "not committed");
    git("stash", "-q");
    git("switch", "-q", "main");
    const base = commit({ "elsewhere.yaml": "by others" });
    git("switch", "-q", "change");
    git("stash", "pop", "-q");

    const files = await readEarlier({ baseSha: base });
    expect(Object.fromEntries(files!.files)).toEqual({
      "added with\nodd -- name.yaml": undefined,
      "changed.yaml": "old",
      "deleted.yaml": "gone",
      "same.yaml": "same",
    });
    expect(start).not.toBe(base);
    expect(server.requests).toEqual([]);
  });

  test("what is no text, byte by byte", async () => {
    git("init", "-q", "-b", "main");
    const base = commit({ "charts/a.tgz": Buffer.from([31, 139, 0, 255]) });
    commit({ "charts/a.tgz": "new" });
    const files = await readEarlier({ baseSha: base });
    expect([...(files?.files.get("charts/a.tgz") ?? [])]).toEqual([31, 139, 0, 255]);
  });

  test("of GitHub's merge of a pull request, against its first parent", async () => {
    git("init", "-q", "-b", "main");
    commit({ "rules.yaml": "old" });
    git("switch", "-q", "-c", "change");
    const head = commit({ "rules.yaml": "new" });
    git("switch", "-q", "main");
    commit({ "elsewhere.yaml": "by others" });
    git("merge", "-q", "--no-ff", "-m", "Merge", "change");

    const pullRequest = { number: 7, baseSha: "f".repeat(40), headSha: head };
    const files = await readEarlier({ pullRequest, baseSha: pullRequest.baseSha });
    expect(Object.fromEntries(files!.files)).toEqual({ "rules.yaml": "old" });
  });

  test("a link was not read, so it had no text", async () => {
    git("init", "-q", "-b", "main");
    symlinkSync("/etc/passwd", path.join(root, "rules.yaml"));
    const base = commit({ "other.yaml": "x" });
    unlinkSync(path.join(root, "rules.yaml"));
    commit({ "rules.yaml": "new" });
    expect(Object.fromEntries((await readEarlier({ baseSha: base }))!.files)).toEqual({
      "rules.yaml": undefined,
    });
  });

  test("files that look like a repository are not taken for one", async () => {
    git("init", "-q", "-b", "main");
    const base = commit({ "rules.yaml": "old" });
    commit({ "rules.yaml": "new" });
    git("config", "core.worktree", root);
    cpSync(path.join(root, ".git"), root, { recursive: true });
    rmSync(path.join(root, ".git"), { recursive: true });
    expect(await readEarlier({ baseSha: base })).toBeUndefined();
  });

  test("nothing to compare with", async () => {
    git("init", "-q", "-b", "main");
    commit({ "rules.yaml": "x" });
    expect(await readEarlier({ name: "schedule" })).toBeUndefined();
    expect(
      await readEarlier({ name: "merge_group", isProposal: true, baseSha: "f".repeat(40) }),
    ).toBeUndefined();
  });
});

describe("without it, from GitHub", () => {
  const base = "b".repeat(40);
  const pullRequest = { number: 7, baseSha: base, headSha: "a".repeat(40) };
  const files = [
    { filename: "policies/new name.yaml", status: "renamed", previous_filename: "policies/old#name.yaml" },
    { filename: "policies/added.yaml", status: "added" },
    { filename: "README.md", status: "modified" },
    ...Array.from({ length: 120 }, (_, index) => ({ filename: `docs/${index}.txt`, status: "modified" })),
    { filename: "policies/changed.yaml", status: "modified" },
  ];

  test("a shallow checkout of the merge still names its first parent", async () => {
    const origin = root;
    git("init", "-q", "-b", "main");
    const tip = commit({ "policies/changed.yaml": "old" });
    git("switch", "-q", "-c", "change");
    const head = commit({ "policies/changed.yaml": "new" });
    git("switch", "-q", "main");
    git("merge", "-q", "--no-ff", "-m", "Merge", "change");
    root = mkdtempSync(path.join(tmpdir(), "falcoverage-test-"));
    git("clone", "-q", "--depth=1", `file://${origin}`, root);
    rmSync(origin, { recursive: true });

    server.files = [{ filename: "policies/changed.yaml", status: "modified" }];
    server.contents = new Map([[`${tip}:policies/changed.yaml`, "old"]]);
    const earlier = await readEarlier({ pullRequest: { ...pullRequest, headSha: head }, baseSha: base });
    expect(Object.fromEntries(earlier!.files)).toEqual({ "policies/changed.yaml": "old" });
    expect(server.requests.some((line) => line.includes("/compare/"))).toBe(false);
  });

  test("no checkout: the changed files at the last common commit", async () => {
    server.mergeBase = "e".repeat(40);
    server.files = files;
    server.contents = new Map([
      [`${server.mergeBase}:policies/old#name.yaml`, "renamed"],
      [`${server.mergeBase}:policies/changed.yaml`, "grün"],
    ]);
    const earlier = await readEarlier({ pullRequest, baseSha: base });
    expect(Object.fromEntries(earlier!.files)).toEqual({
      "policies/new name.yaml": undefined,
      "policies/old#name.yaml": "renamed",
      "policies/added.yaml": undefined,
      "policies/changed.yaml": "grün",
    });
  });

  test("a push: the files that differ between its two tips", async () => {
    server.mergeBase = base;
    server.files = [{ filename: "policies/changed.yaml", status: "modified" }];
    server.contents = new Map([[`${base}:policies/changed.yaml`, "old"]]);
    const push = { name: "push", baseSha: base, headSha: "a".repeat(40) };
    expect(Object.fromEntries((await readEarlier(push))!.files)).toEqual({ "policies/changed.yaml": "old" });
    expect(server.requests.filter((line) => line.includes("/compare/"))).toHaveLength(1);
    server.files = Array.from({ length: 300 }, (_, index) => ({
      filename: `${index}.yaml`,
      status: "modified",
    }));
    expect(await readEarlier(push)).toBeUndefined();
  });

  test("archives of charts: above a megabyte by their hash, and none above what is read", async () => {
    const sizes = { small: 1000, large: 2 << 20, huge: 6 << 20 };
    const archives = Object.entries(sizes).map(
      ([name, size]) => [`charts/${name}.tgz`, Buffer.alloc(size, 255)] as const,
    );
    server.files = archives.map(([filename]) => ({ filename, status: "modified" }));
    server.contents = new Map(archives.map(([name, bytes]) => [`${server.mergeBase}:${name}`, bytes]));
    const { files } = (await readEarlier({ pullRequest, baseSha: base }))!;
    expect(Array.from(files, ([name, bytes]) => [name, bytes?.length, bytes?.at(-1)])).toEqual([
      ["charts/small.tgz", 1000, 255],
      ["charts/large.tgz", 2 << 20, 255],
      ["charts/huge.tgz", undefined, undefined],
    ]);
    expect(server.requests.filter((line) => line.includes("/git/blobs/"))).toHaveLength(1);
  });

  test("more files than can be asked for: one archive, or none where it cannot be had", async () => {
    server.files = Array.from({ length: 301 }, (_, index) => ({
      filename: `${index}.yaml`,
      status: "modified",
    }));
    const gzip = gzipSync(Buffer.alloc(1024));
    server.archives.set(server.mergeBase, gzip);
    expect(await readEarlier({ pullRequest, baseSha: base })).toEqual({
      files: new Map(),
      whole: true,
      submodules: [],
    });
    server.archives.clear();
    expect(await readEarlier({ pullRequest, baseSha: base })).toBeUndefined();
    expect(server.requests.filter((line) => /contents|tarball/.test(line))).toHaveLength(2);
  });
});
