import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect } from "vitest";
import { parse } from "yaml";
import { readInputs } from "../../src/github/inputs.ts";
import { cleanRules, differentErrors, pullRequestPayload, rulesWithErrors, test } from "./action.ts";

const push = {
  event: "push",
  payload: { before: "b".repeat(40), repository: { default_branch: "main" } },
  env: { GITHUB_REF: "refs/heads/main" },
};
const quiet = { comment: "never" };

describe.concurrent("outputs", () => {
  test("are all that action.yml names, and the files are there", async ({ machine }) => {
    const { outputs } = await machine.run();
    const { outputs: named } = parse(readFileSync("action.yml", "utf8")) as { outputs: object };
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(named).sort());
    const report = JSON.parse(readFileSync(outputs.report!, "utf8"));
    expect(outputs).toMatchObject({
      coverage: report.summary.coverage === null ? "" : String(report.summary.coverage),
      covered: String(report.summary.covered),
      total: String(report.summary.total),
      errors: "1",
      passed: "false",
    });
    expect(JSON.parse(readFileSync(outputs.sarif!, "utf8")).version).toBe("2.1.0");
    expect(readFileSync(outputs.badge!, "utf8")).toMatch(/^<svg/);
  });

  test("a check that passes", async ({ machine }) => {
    machine.write({ "policies/rules.yaml": cleanRules });
    const result = await machine.run({ inputs: { ...quiet } });
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ errors: "0", passed: "true", "comment-url": "" });
    expect(result.annotations.filter((line) => line.startsWith("::error"))).toEqual([]);
  });

  test("files stand where they are asked for, from the working directory", async ({ machine }) => {
    machine.write({ "deploy/rules.yaml": rulesWithErrors(1) });
    const { outputs } = await machine.run({
      inputs: {
        ...quiet,
        "working-directory": "deploy",
        "report-file": "out/report.json",
        "sarif-file": "falco.sarif",
        "html-file": "out/report.html",
        "badge-file": path.join(machine.home, "badge.svg"),
      },
    });
    expect(outputs.report).toBe(path.join(machine.workspace, "deploy/out/report.json"));
    expect(outputs.sarif).toBe(path.join(machine.workspace, "deploy/falco.sarif"));
    expect(outputs.badge).toBe(path.join(machine.home, "badge.svg"));
    expect(readFileSync(outputs.html!, "utf8")).toMatch(/^<!doctype html>/i);
    for (const name of ["report", "sarif", "badge"]) expect(existsSync(outputs[name]!)).toBe(true);
  });

  test("a link that the repository put in the place of a file is replaced, not followed", async ({
    machine,
  }) => {
    const target = path.join(machine.home, "profile");
    symlinkSync(target, path.join(machine.workspace, "falco.sarif"));
    const { outputs } = await machine.run({ inputs: { ...quiet, "sarif-file": "falco.sarif" } });
    expect(existsSync(target)).toBe(false);
    expect(JSON.parse(readFileSync(outputs.sarif!, "utf8")).version).toBe("2.1.0");
  });

  test("a linked folder does not lead out of the repository", async ({ machine }) => {
    mkdirSync(path.join(machine.home, "elsewhere"));
    symlinkSync(path.join(machine.home, "elsewhere"), path.join(machine.workspace, "out"));
    const result = await machine.run({ inputs: { ...quiet, "sarif-file": "out/falco.sarif" } });
    expect(result.code).toBe(2);
    expect(existsSync(path.join(machine.home, "elsewhere/falco.sarif"))).toBe(false);
  });
});

describe.concurrent("a wrong input gives one clear line", () => {
  test.for([
    [{ comment: "sometimes" }, 'The input comment takes always, on-findings, never; not "sometimes".'],
    [{ annotations: "yes please" }, 'The input annotations takes true, false; not "yes please".'],
    [
      { "comment-key": "a --> b" },
      'The input comment-key takes up to 100 letters, digits and . _ / -; not "a --> b".',
    ],
    [{ "badge-branch": "-f" }, 'The input badge-branch takes the name of a branch; not "-f".'],
    [
      { "working-directory": "../.." },
      'The input working-directory takes a folder of the workspace; not "../..".',
    ],
    [
      { "working-directory": "nowhere" },
      'The input working-directory takes a folder of the workspace; not "nowhere".',
    ],
    [
      { "sarif-file": "../falco.sarif" },
      'The file "../falco.sarif" would be written outside of the repository.',
    ],
    [{ "sarif-file": "policies" }, 'The file "policies" cannot be written (EISDIR).'],
    [{ level: "covered" }, /level/],
    [{ "fail-on": "info\n::error::x" }, /fail-on/],
    [{ "min-coverage": "a lot" }, /min-coverage/],
    [{ "falco-version": "latest" }, /latest/],
    [{ paths: "policies\nnowhere" }, /nowhere/],
    [{ config: "nowhere.yaml" }, /nowhere\.yaml/],
    [{ matrix: "policies/rules.yaml" }, /matrix/],
  ] as const)("%j", async ([inputs, message], { server, machine }) => {
    const result = await machine.run({ inputs });
    expect(result.code).toBe(2);
    expect(result.annotations).toHaveLength(1);
    const text = result.annotations[0]!.replace("::error::", "");
    if (typeof message === "string") expect(text).toBe(message);
    else expect(text).toMatch(message);
    expect(server.comments).toEqual([]);
  });
});

/** What a function gives when the process has other variables. */
function withEnvironment<T>(env: NodeJS.ProcessEnv, act: () => T): T {
  const { env: own } = process;
  process.env = env;
  try {
    return act();
  } finally {
    process.env = own;
  }
}

describe("action.yml", () => {
  const { inputs } = parse(readFileSync("action.yml", "utf8")) as {
    inputs: Record<string, { default: string }>;
  };

  test("has the inputs that are read, and no others", () => {
    const read = new Set<string>();
    withEnvironment(
      new Proxy({} as Record<string, string>, {
        get: (_, name) => {
          read.add(String(name));
          return undefined;
        },
      }),
      readInputs,
    );
    expect(
      Object.keys(inputs)
        .map((name) => `INPUT_${name.toUpperCase()}`)
        .sort(),
    ).toEqual([...read].sort());
  });

  test("gives the defaults that an input has when it is empty", () => {
    const { "github-token": token, ...others } = inputs;
    const env = Object.fromEntries(
      Object.entries(others).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default]),
    );
    expect(withEnvironment(env, readInputs)).toEqual(withEnvironment({}, readInputs));
    expect(token!.default).toBe("\u0024{{ github.token }}");
  });
});

test("the start loads no HTTP client", () => {
  const chunks = new Set<string>();
  const follow = (file: string): void => {
    if (chunks.has(file)) return;
    chunks.add(file);
    const code = readFileSync(path.join("dist", file), "utf8");
    for (const [, name] of code.matchAll(/(?:^|[;}])(?:import|export)\b[^;]*?"\.\/([^"]+\.js)"/gm))
      follow(name!);
  };
  const [, entry] = /import\("\.\/(github-[^"]+)"\)/.exec(readFileSync("dist/action.js", "utf8"))!;
  follow(entry!);
  expect(chunks.size).toBeGreaterThan(5);
  for (const chunk of chunks)
    expect(readFileSync(path.join("dist", chunk), "utf8"), chunk).not.toMatch(/ProxyAgent|getIDToken/);
});

describe.concurrent("working directory", () => {
  test("paths in what GitHub shows start from the repository's top", async ({ server, machine }) => {
    machine.write({ "services/shop/falco/rules.yaml": rulesWithErrors(1) });
    const result = await machine.run({ inputs: { "working-directory": "services/shop", paths: "falco" } });
    expect(result.annotations[0]).toContain("file=services/shop/falco/rules.yaml,");
    expect(result.summary).toContain("services/shop/falco/rules.yaml");
    expect(server.comments[0]!.body).toContain(
      `https://github.example/acme/shop/blob/${"a".repeat(40)}/services/shop/falco/rules.yaml#L4`,
    );
    expect(readFileSync(result.outputs.sarif!, "utf8")).toContain("services/shop/falco/rules.yaml");
  });

  test("a repository that is checked out into a folder has its top there", async ({ machine }) => {
    machine.write({ "checkout/.git": "gitdir: elsewhere", "checkout/falco/rules.yaml": rulesWithErrors(1) });
    const result = await machine.run({ inputs: { ...quiet, "working-directory": "checkout/falco" } });
    expect(result.annotations[0]).toContain("file=falco/rules.yaml,");
  });
});

describe.concurrent("annotations", () => {
  test("are the first ten of each severity, those on changed lines first", async ({ server, machine }) => {
    machine.write({ "policies/rules.yaml": rulesWithErrors(30) });
    server.files = Array.from({ length: 130 }, (_, index) => ({
      filename: `other/${index}.md`,
      status: "modified",
    }));
    const line = 4 + 6 * 27;
    server.files.push({
      filename: "policies/rules.yaml",
      status: "modified",
      patch: `@@ -1,2 +${line - 1},3 @@ - rule\n context\n+  priority: LOUD\n+more\n\\ No newline at end of file`,
    });
    const { annotations } = await machine.run({ inputs: quiet });
    const errors = annotations.filter((text) => text.startsWith("::error title="));
    expect(errors).toHaveLength(10);
    expect(errors[0]).toContain(`file=policies/rules.yaml,line=${line},`);
    expect(errors[1]).toContain("file=policies/rules.yaml,line=4,");
    expect(server.requests.filter((text) => text.includes("/pulls/7/files"))).toHaveLength(2);
  });

  test("are in the report's order where the changed lines cannot be had", async ({ server, machine }) => {
    machine.write({ "policies/rules.yaml": rulesWithErrors(30) });
    server.faults = [{ request: /files/, status: 403 }];
    const result = await machine.run({ inputs: quiet });
    expect(result.annotations.filter((text) => text.startsWith("::error title="))[0]).toContain("line=4,");
    expect(result.annotations[0]).toMatch(/^::notice::The changed files are not known: .*403/);
    expect(result.code).toBe(1);
  });

  test("can be left out, as can the summary", async ({ machine }) => {
    const result = await machine.run({ inputs: { ...quiet, annotations: "false", summary: "false" } });
    expect(result.annotations.filter((text) => text.includes("file="))).toEqual([]);
    expect(result.summary).toBe("");
  });
});

test("a workspace with nothing to check says what is missing", async ({ machine }) => {
  rmSync(path.join(machine.workspace, "policies"), { recursive: true });
  const result = await machine.run({ inputs: quiet });
  expect(result.annotations).toEqual([
    "::warning::There is nothing to check here. Does a step before this one run actions/checkout?",
  ]);
  expect(result.code).toBe(0);
});

test("a summary is cut at GitHub's limit", async ({ machine }) => {
  const name = `${"ü".repeat(80)}-${"long-name-".repeat(5)}`;
  machine.write(
    Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [
        `policies/${name}${index}.yaml`,
        differentErrors(40, `${index}`),
      ]),
    ),
  );
  const { summary } = await machine.run({ inputs: quiet });
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(Buffer.byteLength(summary)).toBeGreaterThan(1000 * 1024);
});

test("hostile names do nothing anywhere", async ({ server, machine }) => {
  const file = "policies/a,line=1::error::x%0A|<img src=x>@octocat\n::error::y\u202e.yaml";
  machine.write({ [file]: rulesWithErrors(1, "@octocat | <b>x</b> \n::error::z") });
  const result = await machine.run();
  const errors = result.annotations.filter((line) => line.startsWith("::error "));
  const usual = errors.filter((line) => line.includes("file=policies/rules.yaml"));
  const hostile = errors.filter((line) => line.includes("file=policies/a%2Cline=1%3A%3Aerror"));
  expect(usual.length).toBeGreaterThan(0);
  expect(hostile).toHaveLength(usual.length);
  expect(result.annotations.filter((line) => /^::error::[xyz]/.test(line))).toEqual([]);
  for (const markdown of [server.comments[0]!.body, result.summary]) {
    const html = micromark(markdown, {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    });
    expect(html).toContain("policies/a,line=1");
    expect(html).not.toMatch(/<img|<b>x/);
    // In code GitHub mentions nobody.
    expect(html.replace(/<code>.*?<\/code>/gs, "")).not.toContain("@octocat");
    expect(html).not.toContain("\u202e");
  }
});

describe.concurrent("badge branch", () => {
  const inputs = { ...quiet, "badge-branch": "badges" };

  test("starts empty, and gets one commit for each change", async ({ server, machine }) => {
    await machine.run({ ...push, inputs });
    expect(Object.keys(server.branch("badges")!).sort()).toEqual(["falcoverage.json", "falcoverage.svg"]);
    expect(JSON.parse(server.branch("badges")!["falcoverage.json"]!).schemaVersion).toBe(1);
    const first = server.branches.get("badges");
    expect(server.commits.get(first!)!.parents).toEqual([]);

    await machine.run({ ...push, inputs });
    expect(server.branches.get("badges")).toBe(first);

    server.addFile("badges", "README.md", "Badges");
    server.addFile("badges", "falcoverage.svg", "old");
    const parent = server.branches.get("badges");
    await machine.run({ ...push, inputs });
    expect(server.branch("badges")!["README.md"]).toBe("Badges");
    expect(server.branch("badges")!["falcoverage.svg"]).toMatch(/^<svg/);
    expect(server.commits.get(server.branches.get("badges")!)!.parents).toEqual([parent]);
  });

  test.for([
    ["a pull request", { event: "pull_request", payload: pullRequestPayload }],
    ["another branch", { ...push, env: { GITHUB_REF: "refs/heads/change" } }],
  ] as const)("is left alone for %s", async ([, options], { server, machine }) => {
    await machine.run({ ...options, inputs });
    expect(server.requests.filter((line) => line.includes("/git/"))).toEqual([]);
  });

  test("a token that may not write costs one warning", async ({ server, machine }) => {
    server.faults = [{ request: /POST .*git/, status: 403 }];
    const result = await machine.run({ ...push, inputs });
    expect(result.annotations[0]).toMatch(/^::warning::No badge on its branch: .*403.*contents: write/);
    expect(result.code).toBe(1);
  });
});
