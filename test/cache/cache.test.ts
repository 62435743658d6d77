import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formats } from "../../src/report/index.ts";
import { deployment, matrixOf, vaultRule } from "../github/deployment.ts";
import { Repository } from "./repository.ts";

// The real program has a thousand files here; one is enough to see that it counts.
const program = vi.hoisted(() => ({ folders: [] as string[] }));
vi.mock("../../src/documentation.ts", async (original) => ({
  ...(await original<typeof import("../../src/documentation.ts")>()),
  get programFolders() {
    return program.folders;
  },
}));
const release = vi.hoisted(() => ({ version: "1.0.0" }));
vi.mock("../../src/version.ts", () => ({
  get version() {
    return release.version;
  },
  repository: "https://example.com",
}));

/** Reports say when they were made. */
const now = Date.now();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  program.folders = [mkdtempSync(path.join(tmpdir(), "falcoverage-program-"))];
  writeFileSync(path.join(program.folders[0]!, "check.js"), "1");
  release.version = "1.0.0";
});
afterEach(() => {
  vi.useRealTimers();
});

/** So much later that nothing can have changed without another time. */
const later = () => vi.setSystemTime(now + 10_000);

const scoped = (until: string) =>
  `${matrixOf()}`.replace("[Vault dumped]", `{scope: {reason: Not ours., owner: Platform, until: ${until}}}`);

test.each(Object.keys(formats))(
  "a second check says the same in the format %s and checks nothing",
  async (format) => {
    const repository = new Repository();
    const fresh = await repository.run("check", "--format", format);
    expect(fresh.out).not.toBe("");
    expect(await repository.cached("check", "--format", format)).toEqual(fresh);
    const written = repository.written();
    expect(await repository.cached("check", "--format", format)).toEqual(fresh);
    expect(repository.written()).toBe(written);
  },
);

test("one result serves all formats, the coverage command, colours and widths; exit codes stay", async () => {
  const repository = new Repository();
  repository.write("falcoverage.yaml", "level: proven\nmin-coverage: 100\n");
  repository.write("policies/falco.yaml", "kind: none\n");
  const fresh = await repository.run("check");
  expect(fresh.code).toBe(1);
  expect(await repository.cached("check")).toEqual(fresh);
  const written = repository.written();
  for (const args of [["check", "--format", "csv"], ["coverage"], ["check", "--quiet"], ["check", "--all"]])
    expect(await repository.cached(...args)).toEqual(await repository.run(...args));
  repository.env = { FORCE_COLOR: "1", COLUMNS: "60" };
  expect(await repository.cached("check")).toEqual(await repository.run("check"));
  expect(repository.written()).toBe(written);
});

/** Every kind of change after which a kept result must not be used, and options of the checks before and after it. */
const changes: Record<string, (repository: Repository) => string[] | undefined> = {
  "the content of a file": (repo) => {
    repo.write("policies/rules.yaml", vaultRule({ condition: "evt.type = open" }));
    return undefined;
  },
  "the content of a file, of the same size and with the same time": (repo) => {
    const { atimeMs, mtimeMs } = statSync(repo.path("policies/rules.yaml"));
    repo.write("policies/rules.yaml", vaultRule().replace("vaultctl", "vaultxyz"));
    utimesSync(repo.path("policies/rules.yaml"), atimeMs / 1000, mtimeMs / 1000);
    return undefined;
  },
  "a new file in a folder": (repo) => {
    repo.write("policies/more.yaml", vaultRule({ name: "More" }));
    return undefined;
  },
  "a new folder": (repo) => {
    repo.write("other/more.yaml", vaultRule({ name: "More" }));
    return undefined;
  },
  "a file that is gone": (repo) => {
    rmSync(repo.path("policies/tests.yaml"));
    return undefined;
  },
  "a file with another name": (repo) => {
    renameSync(repo.path("policies/tests.yaml"), repo.path("policies/tests.yml"));
    return undefined;
  },
  "the configuration": (repo) => {
    repo.write("falcoverage.yaml", "level: mapped\n");
    return undefined;
  },
  "a file that the configuration extends": (repo) => {
    repo.write("settings/shared.yaml", "min-coverage: 100\nlevel: proven\n");
    return undefined;
  },
  "a configuration that comes before the one there is": (repo) => {
    repo.write("falcoverage.yaml", "exclude: [policies]\n");
    return undefined;
  },
  "an ignore file": (repo) => {
    repo.write(".falcoverageignore", "policies/rules.yaml\n");
    return undefined;
  },
  "an option": () => ["--level", "valid"],
  "a path": () => ["policies"],
  "the version of Falco": () => ["--falco-version", "0.40.0"],
  "the version of the program": () => {
    release.version = "1.0.1";
    return undefined;
  },
  "a file of the program": () => {
    writeFileSync(path.join(program.folders[0]!, "check.js"), "2");
    return undefined;
  },
  "the place of the program, which is another one of the same version": () => {
    program.folders = [mkdtempSync(path.join(tmpdir(), "falcoverage-program-"))];
    writeFileSync(path.join(program.folders[0]!, "check.js"), "3");
    return undefined;
  },
  "the day, where an exclusion ends": () => {
    vi.setSystemTime(now + 3 * 24 * 3600 * 1000);
    return undefined;
  },
  "the target of a link to a file": (repo) => {
    rmSync(repo.path("linked.yaml"));
    symlinkSync("policies/falco.yaml", repo.path("linked.yaml"));
    return undefined;
  },
  "a file that becomes a link": (repo) => {
    rmSync(repo.path("policies/rules.yaml"));
    symlinkSync("tests.yaml", repo.path("policies/rules.yaml"));
    return undefined;
  },
  "a folder that becomes a link": (repo) => {
    renameSync(repo.path("policies"), `${repo.root}-moved`);
    symlinkSync(`${repo.root}-moved`, repo.path("policies"));
    return undefined;
  },
};

/** What only those who are not root are refused. */
const isRoot = process.getuid?.() === 0;
if (!isRoot)
  changes["the right to read a file"] = (repo) => {
    chmodSync(repo.path("policies/rules.yaml"), 0o000);
    return undefined;
  };

describe.each(["trusting the file system's times", "reading every file"])("%s", (way) => {
  test.each(Object.entries(changes))("a result is not used after a change of %s", async (what, change) => {
    const tomorrow = new Date(now + 24 * 3600 * 1000).toISOString().slice(0, 10);
    const { "falcoverage.yaml": settings, ...files } = deployment;
    const repository = new Repository({
      ...files,
      "policies/matrix.yaml": what.startsWith("the day") ? scoped(tomorrow) : matrixOf(),
      "settings/shared.yaml": "min-coverage: 0\nlevel: proven\n",
      ...(what.includes("before the one") ? { ".github/falcoverage.yaml": settings! } : {}),
      ...(what.includes("extends") ? { "falcoverage.yaml": "extends: [settings/shared.yaml]\n" } : {}),
    });
    const paths: string[] = [];
    if (what.includes("target of a link")) {
      symlinkSync("policies/rules.yaml", repository.path("linked.yaml"));
      paths.push("linked.yaml");
    }
    if (way.startsWith("reading")) repository.env = { CI: "true" };
    else later();
    await repository.cached("check", ...paths);
    const written = repository.written();
    await repository.cached("check", ...paths);
    expect(repository.written()).toBe(written);
    // The clock of some file systems goes on in steps of milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const further = change(repository) ?? [];
    const after = await repository.cached("check", ...paths, ...further);
    expect(repository.written()).not.toBe(written);
    expect(after).toEqual(await repository.run("check", ...paths, ...further));
  });
});

test("a day that changes nothing leaves a result as it is", async () => {
  const repository = new Repository({ ...deployment, "policies/matrix.yaml": scoped("2999-01-01") });
  await repository.cached("check");
  const written = repository.written();
  vi.setSystemTime(now + 40 * 24 * 3600 * 1000);
  expect(await repository.cached("check")).toEqual(await repository.run("check"));
  expect(repository.written()).toBe(written);
});

test("links and the commit of git are those of now, as they are no part of a result", async () => {
  const repository = new Repository();
  const commit = (id: string) => {
    repository.write(".git/HEAD", "ref: refs/heads/main\n");
    repository.write(".git/refs/heads/main", `${id.repeat(40)}\n`);
    repository.write(".git/config", '[remote "origin"]\n\turl = https://github.com/o/r\n');
  };
  commit("a");
  await repository.cached("check", "--format", "json");
  const written = repository.written();
  commit("b");
  const { out } = await repository.cached("check", "--format", "json");
  expect(JSON.parse(out).origin.commit).toBe("b".repeat(40));
  expect(repository.written()).toBe(written);
});

test("text on standard input is part of the request", async () => {
  const repository = new Repository();
  const given = async (text: string, ...args: string[]) => {
    const { run } = await import("../../src/commands/program.ts");
    let out = "";
    await run(["check", "--stdin-filename", "policies/rules.yaml", ...args], {
      stdin: (async function* () {
        yield text;
      })(),
      stdout: { write: (written) => (out += written) },
      stderr: { write: () => true },
      env: {},
      cwd: () => repository.root,
    });
    return out;
  };
  const broken = vaultRule({ condition: "evt.typ = open" });
  const cache = ["--cache-location", repository.cache];
  await given(vaultRule(), ...cache);
  expect(await given(broken, ...cache)).toBe(await given(broken));
  expect(await given(broken, ...cache)).toContain("evt.typ");
});

describe("an entry that was tampered with is no result", () => {
  const tampering: Readonly<Record<string, (file: string, repository: Repository) => void>> = {
    "is cut off": (file) => writeFileSync(file, readFileSync(file).subarray(0, 500)),
    "is empty": (file) => writeFileSync(file, ""),
    "is a little longer": (file) => appendFileSync(file, "x"),
    "says something else": (file) => {
      const bytes = readFileSync(file);
      bytes.write("Vault dumpeD", bytes.indexOf("Vault dumped"));
      writeFileSync(file, bytes);
    },
    "was signed with another key": (_file, { cache }) =>
      writeFileSync(path.join(cache, "key"), "k".repeat(32)),
    "has a key that is too short": (_file, { cache }) => writeFileSync(path.join(cache, "key"), "k"),
    "has a key that others can read": (_file, { cache }) => chmodSync(path.join(cache, "key"), 0o644),
    "can be written by others": (file) => chmodSync(file, 0o666),
    "is a link": (file) => {
      renameSync(file, `${file}.moved`);
      symlinkSync(`${file}.moved`, file);
    },
    "is a folder": (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  };

  test.each(Object.entries(tampering))("%s", async (_what, tamper) => {
    const repository = new Repository();
    const fresh = await repository.run("check", "--format", "json");
    await repository.cached("check", "--format", "json");
    const [file] = repository.entries();
    tamper(file!, repository);
    const before = statSync(file!, { throwIfNoEntry: false })?.ino;
    const { code, out } = await repository.cached("check", "--format", "json");
    expect({ code, out }).toEqual({ code: fresh.code, out: fresh.out });
    if (!statSync(file!).isDirectory()) expect(statSync(file!).ino).not.toBe(before);
  });

  test("is that of another request", async () => {
    const repository = new Repository();
    await repository.cached("check");
    const [lenient] = repository.entries();
    await repository.cached("check", "--min-coverage", "100", "--level", "routed");
    const strict = repository.entries().find((file) => file !== lenient);
    copyFileSync(lenient!, strict!);
    const written = repository.written();
    await repository.cached("check", "--min-coverage", "100", "--level", "routed");
    expect(repository.written()).not.toBe(written);
  });
});

describe("where the cache is", () => {
  test.each([".cache", "node_modules/.cache/falcoverage", "policies/../kept"])(
    "not in the repository: %s",
    async (folder) => {
      const repository = new Repository();
      const { code, error } = await repository.run("check", "--cache-location", folder);
      expect(code).toBe(2);
      expect(error).toContain("outside of it");
      expect(readdirSync(repository.root).sort()).toEqual(["falcoverage.yaml", "policies"]);
    },
  );

  test("not in the repository by a link, and not in a folder above that git knows", async () => {
    const repository = new Repository();
    symlinkSync(repository.root, `${repository.root}-link`);
    expect((await repository.run("check", "--cache-location", `${repository.root}-link/kept`)).code).toBe(2);
    mkdirSync(path.join(repository.root, "../.git"));
    expect((await repository.cached("check")).code).toBe(2);
  });

  test("in the user's folder for caches by default", async () => {
    const repository = new Repository();
    repository.env = {
      XDG_CACHE_HOME: repository.cache,
      LOCALAPPDATA: repository.cache,
      HOME: repository.cache,
    };
    await repository.run("check", "--cache");
    const found = readdirSync(repository.cache, { recursive: true, encoding: "utf8" });
    expect(found.filter((name) => name.endsWith(".entry"))).toHaveLength(1);
  });

  test("a place that cannot be written costs a line and nothing else", async () => {
    const repository = new Repository();
    writeFileSync(repository.cache, "a file");
    const fresh = await repository.run("check");
    const { code, out, error } = await repository.cached("check");
    expect({ code, out }).toEqual({ code: fresh.code, out: fresh.out });
    expect(error).toMatch(/The cache in .* cannot be written \(E/);
  });
});

test("a check that ends in an error is not kept", async () => {
  const repository = new Repository({ ...deployment, "falcoverage.yaml": "levl: proven\n" });
  const { code, error } = await repository.cached("check");
  expect([code, error]).toEqual([2, (await repository.run("check")).error]);
  repository.write("falcoverage.yaml", "level: proven\n");
  expect(await repository.cached("check")).toEqual(await repository.run("check"));
});

test("checks at the same time do not get in each other's way", async () => {
  const repository = new Repository();
  const fresh = await repository.run("check");
  expect(await Promise.all([1, 2, 3].map(() => repository.cached("check")))).toEqual([fresh, fresh, fresh]);
  expect(await repository.cached("check")).toEqual(fresh);
  expect(readdirSync(repository.cache).filter((name) => name.startsWith(".draft"))).toEqual([]);
});

test("what nobody used for a month goes, with drafts that were never finished; other files stay", async () => {
  const repository = new Repository();
  await repository.cached("check");
  const [old] = repository.entries();
  const draft = path.join(repository.cache, ".draft-00000000-0000-0000-0000-000000000000");
  const other = path.join(repository.cache, "notes.txt");
  for (const file of [draft, other]) writeFileSync(file, "");
  const past = (now - 31 * 24 * 3600 * 1000) / 1000;
  for (const file of [old!, draft, other]) utimesSync(file, past, past);
  await repository.cached("check", "--level", "valid");
  expect(readdirSync(repository.cache)).toHaveLength(3);
  expect(repository.entries()).not.toContain(old);
  expect(readdirSync(repository.cache)).toContain("notes.txt");
});

test("no part of a check reads the disk but through the one module that records it", () => {
  const src = path.resolve(import.meta.dirname, "../../src");
  // Outside of what is kept: commands of their own, and what only writes or talks to GitHub.
  const apart = ["alert-log", "cache", "commands", "evidence", "fix", "github", "history", "init", "lsp"];
  const readers = readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !apart.includes(file.split("/")[0]!))
    .filter((file) =>
      /from "node:(?:fs|fs\/promises|child_process)"|process\.env/.test(
        readFileSync(path.join(src, file), "utf8"),
      ),
    );
  // How the program starts, the pages that come with it, and the names of the workspace and of folders to watch.
  expect(readers.sort()).toEqual([
    "cold-start.ts",
    "documentation.ts",
    "project/disk.ts",
    "project/revision.ts",
    "proof/test-project.ts",
    "proof/watch.ts",
  ]);
  for (const file of ["project/revision.ts", "proof/test-project.ts"])
    expect(readFileSync(path.join(src, file), "utf8")).toContain('import { realpathSync } from "node:fs";');
  expect(realpathSync(src)).toBe(src);
});
