import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe } from "vitest";
import { type Machine, rule, test } from "./action.ts";
import type { GitHubServer } from "./server.ts";

const frameworks = ["soc2", "pci-dss"];
const matrix = (used: readonly string[], ruleName = "Shell started") => `version: 1
frameworks:
${used.map((id) => `  - id: ${id}\n`).join("")}controls:
  soc2:
    CC6.8: {rules: [${ruleName}]}
`;
const both = `${rule("Shell started")}\n${rule("Tool started")}`;
const settings = "level: valid\nfail-on: never\n";
const base = {
  "falcoverage.yaml": settings,
  "policies/matrix.yaml": matrix(frameworks),
  "policies/rules.yaml": both,
};
const loss = { "policies/rules.yaml": rule("Tool started") };
const lost = "::error::1 control lost: SOC 2 CC6.8.";

/** Files with which a pull request could try to hide a loss, and a word of the line that tells of it. */
const tricks: Record<string, readonly [Record<string, string>, string]> = {
  "other paths": [{ "falcoverage.yaml": `${settings}paths: [x]\n`, "x/a.yaml": "" }, "`paths` is"],
  "an exclude": [{ "falcoverage.yaml": `${settings}exclude: ["policies/**"]\n` }, "`exclude` is"],
  "an ignore file": [{ "policies/.falcoverageignore": "*\n" }, "ignores `*`"],
  "a .gitignore": [{ ".gitignore": "policies/\n" }, "ignores `policies/`"],
  "fail-on-regression off": [
    { "falcoverage.yaml": `${settings}fail-on-regression: false\n` },
    "`fail-on-regression` is false, was not set",
  ],
  "a lower level": [
    { "falcoverage.yaml": "level: mapped\nfail-on: never\n" },
    '`level` is "mapped", was "valid"',
  ],
  "another matrix": [{ "policies/matrix.yaml": matrix(frameworks, "Tool started") }, "the matrix is changed"],
  "one framework less": [{ "policies/matrix.yaml": matrix(["pci-dss"]) }, "the matrix is changed"],
  "one more matrix": [{ "policies/more.yaml": matrix(frameworks, "Tool started") }, "the matrix is new"],
  "gate: head": [{ "falcoverage.yaml": `${settings}gate: head\nfail-on-regression: false\n` }, "`gate` is"],
};

describe.concurrent("a pull request that hides a loss", () => {
  test.for(Object.entries(tricks))("by %s", async ([, [files, word]], { server, machine, expect }) => {
    const event = machine.propose(base, () => machine.write({ ...loss, ...files }));
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
    expect(result.code).toBe(1);
    const [, first] = server.comments[0]!.body.split("### ");
    expect(first).toContain("What its change of settings would do");
    expect(first).toContain(word);
  });

  test("by a link from its ignore file to what never ends", async ({ machine, expect }) => {
    const event = machine.propose(base, () => {
      machine.write(loss);
      symlinkSync("/dev/zero", path.join(machine.workspace, ".gitignore"));
    });
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
    expect(result.code).toBe(1);
  });

  test("by an exclude, where the input names the paths", async ({ machine, expect }) => {
    const files = { ...loss, "falcoverage.yaml": `${settings}exclude: ["policies/**"]\n` };
    const event = machine.propose(base, () => machine.write(files));
    const result = await machine.run({ ...event, inputs: { paths: "policies" } });
    expect(result.annotations).toContain(lost);
  });

  test("by taking away the whole folder that the settings name", async ({ machine, expect }) => {
    const event = machine.propose({ ...base, "falcoverage.yaml": `${settings}paths: [policies]\n` }, () => {
      machine.delete("policies");
      machine.delete("falcoverage.yaml");
    });
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
    expect(result.code).toBe(1);
  });

  test("in a file of any name that the base's settings name", async ({ machine, expect }) => {
    const named = { ...base, "falcoverage.yaml": `${settings}paths: [policies/matrix.yaml, rules.txt]\n` };
    const event = machine.propose({ ...named, "policies/rules.yaml": "", "rules.txt": both }, () =>
      machine.write({ "rules.txt": rule("Tool started"), "falcoverage.yaml": settings }),
    );
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
  });

  test("by more changed files than are asked for one by one", async ({ server, machine, expect }) => {
    const notes = Object.fromEntries(
      Array.from({ length: 301 }, (_, index) => [`notes/${index}.yaml`, `n: ${index}\n`]),
    );
    const { payload } = machine.propose(base, () => machine.write({ ...loss, ...notes }));
    const tip = machine.git("rev-parse", "HEAD~1");
    server.mergeBase = tip;
    server.archives.set(
      tip,
      execFileSync("git", [
        "-C",
        machine.workspace,
        "archive",
        "--format=tar.gz",
        "--prefix=acme-shop/",
        tip,
      ]),
    );
    server.files = [...Object.keys(notes), "policies/rules.yaml"].map((filename) => ({
      filename,
      status: "modified",
    }));
    machine.delete(".git");
    const result = await machine.run({ payload });
    expect(result.annotations).toContain(lost);
    expect(result.code).toBe(1);
    expect(server.requests.filter((line) => /contents|tarball/.test(line))).toHaveLength(1);
  });
});

describe.concurrent("policies of a pull request", () => {
  const policies = (assert: string) =>
    `policies:\n  - {id: house, severity: error, message: Not here., each: rule, assert: '${assert}'}\n`;
  const strict = policies('rule.name != "Bad shell"');
  const housed = {
    "falcoverage.yaml": "level: valid\npolicies: [house.yaml]\n",
    "house.yaml": strict,
    "policies/rules.yaml": both,
  };
  const broken = { "policies/rules.yaml": `${both}\n${rule("Bad shell")}` };

  test("do not decide: those of the base do", async ({ server, machine, expect }) => {
    const event = machine.propose(housed, () => machine.write({ ...broken, "house.yaml": policies("true") }));
    const result = await machine.run(event);
    expect(result.code).toBe(1);
    expect(result.annotations.join("\n")).toContain("Not here.");
    expect(server.comments[0]!.body).toContain("the policies are changed");
  });

  test("that are no longer named, or gone, decide neither", async ({ server, machine, expect }) => {
    const event = machine.propose(housed, () => {
      machine.write({ ...broken, "falcoverage.yaml": "level: valid\n" });
      machine.delete("house.yaml");
    });
    const result = await machine.run(event);
    expect(result.code).toBe(1);
    expect(result.annotations.join("\n")).toContain("Not here.");
    expect(server.comments[0]!.body).toContain("`policies` is not set");
  });

  test("decide once they are merged", async ({ machine, expect }) => {
    const event = machine.propose({ ...housed, "house.yaml": policies("true") }, () =>
      machine.write({ ...broken, "house.yaml": strict }),
    );
    expect((await machine.run(event)).code).toBe(0);
    expect((await machine.run({ event: "push", payload: {} })).code).toBe(1);
  });
});

describe.concurrent("settings of another repository", () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const digest = (text: string) => `#sha256:${createHash("sha256").update(text).digest("hex")}`;
  const policies =
    "policies:\n  - {id: house, severity: error, message: Not here., each: rule, assert: 'rule.name != \"Bad shell\"'}\n";
  const shared = `level: valid\npolicies: ["house.yaml${digest(policies)}"]\n`;
  const reference = `github:acme/settings/base.yaml@${commit}${digest(shared)}`;
  const extending = {
    "falcoverage.yaml": `extends: ["${reference}"]\n`,
    "policies/rules.yaml": both,
  };
  const broken = { "policies/rules.yaml": `${both}\n${rule("Bad shell")}` };

  test("are fetched by the token at the pinned commit, and those of the base decide", async ({
    server,
    machine,
    expect,
  }) => {
    server.contents.set(`acme/settings@${commit}:base.yaml`, shared);
    server.contents.set(`acme/settings@${commit}:house.yaml`, policies);
    const event = machine.propose(extending, () =>
      machine.write({ ...broken, "falcoverage.yaml": "level: valid\n" }),
    );
    const result = await machine.run(event);
    expect(result.annotations.join("\n")).toContain("Not here.");
    expect(result.code).toBe(1);
    expect(server.comments[0]!.body).toContain("`policies` is not set");
  });

  test("that cannot be had end the check, and hand the decision to nobody", async ({ machine, expect }) => {
    const event = machine.propose(extending, () =>
      machine.write({ ...broken, "falcoverage.yaml": "level: valid\n" }),
    );
    const result = await machine.run(event);
    expect(result.code).toBe(2);
    expect(result.annotations.join("\n")).toContain("is not at hand");
  });

  test("that are not those of the digest end the check", async ({ server, machine, expect }) => {
    server.contents.set(`acme/settings@${commit}:base.yaml`, "level: mapped\n");
    const event = machine.propose(extending, () => machine.write(broken));
    const result = await machine.run(event);
    expect(result.code).toBe(2);
    expect(result.annotations.join("\n")).toContain("is another file than the digest says");
  });

  test("count from a copy in the checkout, with no request", async ({ server, machine, expect }) => {
    const copy = `.falcoverage/shared/acme/settings/${commit}`;
    const event = machine.propose(
      { ...extending, [`${copy}/base.yaml`]: shared, [`${copy}/house.yaml`]: policies },
      () => machine.write(broken),
    );
    const result = await machine.run(event);
    expect(result.annotations.join("\n")).toContain("Not here.");
    expect(server.requests.filter((line) => line.includes("acme/settings"))).toEqual([]);
  });
});

describe.concurrent("a pull request that hides a loss behind a shared file", () => {
  const extending = {
    ...base,
    "falcoverage.yaml": "extends: [shared.yaml]\n",
    "shared.yaml": settings,
  };

  test("by a change of it", async ({ server, machine, expect }) => {
    const event = machine.propose(extending, () =>
      machine.write({ ...loss, "shared.yaml": `${settings}fail-on-regression: false\n` }),
    );
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
    expect(server.comments[0]!.body).toContain("`fail-on-regression` is false, was not set");
    expect(server.comments[0]!.body).toContain("shared.yaml");
  });

  test("by taking it away", async ({ machine, expect }) => {
    const event = machine.propose(extending, () => {
      machine.write({ ...loss, "falcoverage.yaml": "fail-on-regression: false\n" });
      machine.delete("shared.yaml");
    });
    const result = await machine.run(event);
    expect(result.annotations).toContain(lost);
  });
});

describe.concurrent("settings of a pull request", () => {
  test("that take away what is asked for are a loss", async ({ machine, expect }) => {
    const event = machine.propose(base, () => machine.write({ "policies/matrix.yaml": matrix(["soc2"]) }));
    const result = await machine.run(event);
    expect(result.annotations.at(-1)).toMatch(
      /^::error::By the settings of this change: \d+ controls no longer asked for: PCI DSS /,
    );
    expect(result.code).toBe(1);
  });

  test("that ask for more pass, and decide once they are merged", async ({ server, machine, expect }) => {
    const asked = `${settings}min-coverage: 99\n`;
    const event = machine.propose(base, () => machine.write({ "falcoverage.yaml": asked }));
    const result = await machine.run(event);
    expect(result.code).toBe(0);
    expect(server.comments[0]!.body).toContain("`min-coverage` is 99, was not set");
    expect((await machine.run({ event: "push", payload: {} })).code).toBe(1);
  });

  test("decide with the input gate: head, as before", async ({ server, machine, expect }) => {
    const files = { ...loss, "falcoverage.yaml": `${settings}fail-on-regression: false\n` };
    const event = machine.propose(base, () => machine.write(files));
    const result = await machine.run({ ...event, inputs: { gate: "head" } });
    expect(result.code).toBe(0);
    expect(server.comments[0]!.body).not.toContain("change of settings");
  });

  test("do not stand above the inputs", async ({ machine, expect }) => {
    const event = machine.propose(base, () => machine.write(loss));
    expect((await machine.run({ ...event, inputs: { "fail-on-regression": "false" } })).code).toBe(0);
  });

  test("a comment that hides a finding is told", async ({ server, machine, expect }) => {
    const hiding = both.replace("name = bash\n", "name = bash # falcoverage-ignore falco/*: for now\n");
    const event = machine.propose(base, () => machine.write({ "policies/rules.yaml": hiding }));
    await machine.run(event);
    expect(server.comments[0]!.body).toContain("### What its change of settings would do");
    expect(server.comments[0]!.body).toContain("a comment hides a finding of `falco/");
  });
});

test("the first pull request that adds Falco says so", async ({ server, machine, expect }) => {
  const event = machine.propose({ "README.md": "Shop" }, () => machine.write(base));
  const result = await machine.run(event);
  expect(server.comments[0]!.body).toContain("Falco added: 1 control covered");
  expect(result.code).toBe(0);
});

describe.concurrent("pull_request_target", () => {
  const target = (machine: Machine, change: () => void) => ({
    ...machine.propose(base, change),
    event: "pull_request_target",
  });

  test("with the head as data is judged by the base", async ({ machine, expect }) => {
    const event = target(machine, () =>
      machine.write({ ...loss, "falcoverage.yaml": "fail-on-regression: false\n" }),
    );
    expect((await machine.run(event)).annotations).toContain(lost);
  });

  test("with the base checked out does not pass for the head", async ({ machine, expect }) => {
    const event = target(machine, () => machine.write(loss));
    machine.git("checkout", "-q", "HEAD~1");
    const result = await machine.run(event);
    expect(result.annotations.at(-1)).toMatch(/^::error::The checkout is the base/);
    expect(result.code).toBe(2);
  });
});

describe.concurrent("workflow_run", () => {
  /** The event after the run of a pull request, of a fork or not. */
  const afterRun = (server: GitHubServer, machine: Machine, isFork: boolean, change: () => void) => {
    const { payload } = machine.propose(base, change);
    const { pull_request: pull } = payload as {
      pull_request: { number: number; base: { sha: string }; head: { sha: string } };
    };
    const run = {
      event: "pull_request",
      head_sha: pull.head.sha,
      head_branch: "change",
      head_repository: { owner: { login: isFork ? "mallory" : "acme" } },
      pull_requests: isFork ? [] : [pull],
    };
    server.pulls = [
      { ...pull, number: 8, label: "mallory:change", head: { sha: "d".repeat(40) } },
      { ...pull, label: isFork ? "mallory:change" : "acme:change" },
    ];
    return {
      event: "workflow_run",
      payload: { workflow_run: run, repository: { default_branch: "main" } },
      env: { GITHUB_REF: "refs/heads/main", GITHUB_SHA: pull.base.sha },
    };
  };
  const hiding = { ...loss, "falcoverage.yaml": "fail-on-regression: false\n" };

  test.for([false, true])(
    "with the head as data is judged by the base, of a fork: %s",
    async (isFork, { server, machine, expect }) => {
      const result = await machine.run({
        ...afterRun(server, machine, isFork, () => machine.write(hiding)),
        inputs: { "badge-branch": "badges" },
      });
      expect(result.annotations).toContain(lost);
      expect(server.comments).toHaveLength(1);
      expect(server.branches.has("badges")).toBe(false);
    },
  );

  test("with the base checked out does not pass for the head", async ({ server, machine, expect }) => {
    const event = afterRun(server, machine, true, () => machine.write(loss));
    machine.git("checkout", "-q", "HEAD~1");
    const result = await machine.run(event);
    expect(result.annotations.at(-1)).toMatch(/^::error::The checkout is the base .* on workflow_run/);
    expect(result.code).toBe(2);
  });

  test("of a pull request that cannot be found fails", async ({ server, machine, expect }) => {
    const event = afterRun(server, machine, true, () => machine.write(loss));
    server.pulls = [];
    const result = await machine.run(event);
    expect(result.annotations.at(-1)).toContain("cannot be had");
    expect(result.code).toBe(1);
  });
});

describe.concurrent("files that are none", () => {
  const run = async (machine: Machine, place: (at: (file: string) => string) => void) => {
    machine.write(base);
    mkdirSync(path.join(machine.workspace, "deploy"));
    place((file) => path.join(machine.workspace, file));
    return machine.run({ event: "push", payload: {} });
  };
  const skipped = async (report: string | undefined) => {
    const { readFileSync } = await import("node:fs");
    const { findings } = JSON.parse(readFileSync(report!, "utf8")) as {
      findings: { rule: string; file: string; message: string }[];
    };
    return findings
      .filter(({ rule }) => rule === "project/skipped-file")
      .map(({ file, message }) => `${file}: ${message}`);
  };

  test("a pipe and links out of the workspace are one finding each", async ({ machine, expect }) => {
    const result = await run(machine, (at) => {
      execFileSync("mkfifo", [at("deploy/pipe.yaml")]);
      symlinkSync("/etc/hostname", at("deploy/link.yaml"));
      symlinkSync("/dev/zero", at(".gitignore"));
    });
    expect(await skipped(result.outputs.report)).toEqual([
      ".gitignore: The file was not checked: a link that leads out of the workspace.",
      "deploy/link.yaml: The file was not checked: a link that leads out of the workspace.",
      "deploy/pipe.yaml: The file was not checked: not a regular file.",
    ]);
  });

  test("a configuration that is a link out is refused, and nothing of its end is shown", async ({
    machine,
    expect,
  }) => {
    const result = await run(machine, (at) => {
      machine.delete("falcoverage.yaml");
      symlinkSync("/etc/passwd", at("falcoverage.yaml"));
    });
    expect(result.code).toBe(2);
    expect(result.stdout).toContain("it is a link that leads out of the workspace");
    expect(result.stdout).not.toContain("root:");
  });
});
