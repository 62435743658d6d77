import { describe } from "vitest";
import { type Machine, test } from "./action.ts";
import type { GitHubServer } from "./server.ts";

const file = "policies/rules.yaml";
const inputs = { suggestions: "true", "fail-on": "never" };

const rules = (name: string, condition = "proc.name in (sh, sh) and evt.type = execve") => `- macro: container
  condition: container.id != host

- rule: ${name}
  desc: A shell was started.
  condition: ${condition}
  priority: WARNING
  output: Shell started (user=%user.name command=%proc.cmdline)
`;

/** The pull request adds the whole file. */
function add(server: GitHubServer, machine: Machine, text: string): void {
  machine.write({ [file]: text });
  const lines = text.trimEnd().split("\n");
  const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join("\n");
  server.files = [{ filename: file, status: "added", patch }];
}

const reviews = (server: GitHubServer) => server.requests.filter((line) => line.includes("/reviews"));

describe.concurrent("suggestions", () => {
  test("come in one review, and none twice", async ({ server, machine, expect }) => {
    add(server, machine, rules("Shell"));
    await machine.run({ inputs });
    expect(server.reviewComments).toHaveLength(1);
    const [comment] = server.reviewComments;
    expect(comment).toMatchObject({ path: file, line: 6 });
    expect(comment!.body).toContain(
      "```suggestion\n  condition: proc.name in (sh) and evt.type = execve\n```",
    );
    // The next push moves the line.
    add(server, machine, `# Ours\n${rules("Shell")}`);
    await machine.run({ inputs });
    expect(reviews(server)).toHaveLength(1);
    // Another line is another suggestion.
    add(server, machine, rules("Shell", "evt.type = execve and proc.name in (sh, sh)"));
    await machine.run({ inputs });
    expect(server.reviewComments).toHaveLength(2);
  });

  test("are for changed lines only, and for lines that a merge has not moved", async ({
    server,
    machine,
    expect,
  }) => {
    machine.write({ [file]: rules("Shell") });
    server.files = [
      { filename: file, status: "modified", patch: "@@ -4,1 +4,1 @@\n-- rule: Old\n+- rule: Shell" },
    ];
    await machine.run({ inputs });
    add(server, machine, rules("Shell"));
    machine.write({ [file]: `# From the base\n${rules("Shell")}` });
    await machine.run({ inputs });
    expect(reviews(server)).toEqual([]);
  });

  test("are at most twenty at a time", async ({ server, machine, expect }) => {
    const [head, rule] = rules("Shell").split("\n\n") as [string, string];
    const many = Array.from({ length: 25 }, (_, index) =>
      rule.replace("Shell", `Shell ${index}`).replace("execve", `execve and proc.pname = sh${index}`),
    );
    add(server, machine, [head, ...many].join("\n\n"));
    await machine.run({ inputs });
    expect(server.reviewComments).toHaveLength(20);
    await machine.run({ inputs });
    expect(server.reviewComments).toHaveLength(25);
  });

  test("of a fork are in the summary", async ({ server, machine, expect }) => {
    add(server, machine, rules("Shell"));
    server.faults = [{ request: /reviews/, status: 403, message: "Resource not accessible by integration" }];
    const result = await machine.run({ inputs });
    expect(result.summary).toContain("```yaml\n  condition: proc.name in (sh) and evt.type = execve\n```");
    expect(result.stdout).toContain("No review with suggestions");
    expect(result.code).toBe(0);
  });

  test("are not made unasked", async ({ server, machine, expect }) => {
    add(server, machine, rules("Shell"));
    await machine.run({ inputs: { "fail-on": "never" } });
    expect(
      server.requests.filter((line) => line.includes("/reviews") || line.includes("pulls/7/comments")),
    ).toEqual([]);
  });
});
