import { describe, expect } from "vitest";
import { type Machine, pullRequestPayload, rule, test } from "./action.ts";
import type { GitHubServer } from "./server.ts";

const matrix = `version: 1
frameworks:
  - id: soc2
controls:
  soc2:
    CC6.8:
      rules: [Shell started]
    CC7.1:
      rules: [Shell started, Tool started]
`;
const before = `${rule("Shell started")}\n${rule("Tool started")}`;
const after = rule("Tool started");
/** An attack of a signal that a control asks for, on which both rules fire. */
function shellAttack(signal: string): string {
  const event = "{evt.type: execve, proc.exepath: /bin/bash, proc.aexepath: [/sbin/init]}";
  return `signal: ${signal}\nattacks:\n  - {name: a shell, technique: T1059, events: [${event}]}\n`;
}

const files = {
  "policies/matrix.yaml": matrix,
  "policies/rules.yaml": before,
  "policies/events/process.yaml": shellAttack("unexpected-process"),
  "policies/events/etc.yaml": shellAttack("file-integrity-etc"),
};
const inputs = { level: "valid", "fail-on": "never" };

/** A checkout with history: the change is on top of its base. */
function commitChange(machine: Machine): { base: string; head: string } {
  machine.write(files);
  const base = machine.commit();
  machine.write({ "policies/rules.yaml": after });
  return { base, head: machine.commit() };
}

describe.concurrent("a pull request that takes a rule away", () => {
  test("fails for the controls that it costs, and the comment starts with them", async ({
    server,
    machine,
    expect,
  }) => {
    const { base, head } = commitChange(machine);
    const { pull_request } = pullRequestPayload;
    const payload = { pull_request: { ...pull_request, base: { sha: base }, head: { sha: head } } };
    const result = await machine.run({ inputs, payload });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toBe("::error::1 control lost: SOC 2 CC6.8.");
    const { body } = server.comments[0]!;
    expect(body.split("\n")[1]).toBe("## ❌ 1 control lost: rule Shell started is removed");
    const statements = body.split("\n").filter((line) => /^- [🔻🔺▫]/u.test(line));
    await expect(`${statements.join("\n").replaceAll(head, "HEAD")}\n`).toMatchFileSnapshot(
      "golden/change.md",
    );
    // The changed lines are asked for where not all annotations fit; the base comes from history.
    expect(server.requests.filter((line) => line.includes("/contents/"))).toEqual([]);
  });

  test("says the same without history, from what GitHub has", async ({ server, machine }) => {
    machine.write({ ...files, "policies/rules.yaml": after });
    server.mergeBase = "e".repeat(40);
    server.files = [{ filename: "policies/rules.yaml", status: "modified" }];
    server.contents.set(`${server.mergeBase}:policies/rules.yaml`, before);
    const result = await machine.run({ inputs });
    expect(result.annotations.at(-1)).toBe("::error::1 control lost: SOC 2 CC6.8.");
    // A detector shows a part of CC7.1 alone, which is counted apart.
    expect(result.outputs.covered).toBe("0");
  });

  test("passes where a loss does not fail the check", async ({ machine }) => {
    const { base } = commitChange(machine);
    const payload = { merge_group: { base_sha: base } };
    const result = await machine.run({
      event: "merge_group",
      payload,
      inputs: { ...inputs, "fail-on-regression": "false" },
    });
    expect(result.summary).toContain("CC6.8");
    expect(result.code).toBe(0);
  });

  test("is compared with a report where one is named", async ({ machine }) => {
    machine.write(files);
    const first = await machine.run({
      event: "push",
      payload: {},
      inputs: { ...inputs, "report-file": "base.json" },
    });
    expect(first.code).toBe(0);
    machine.write({ "policies/rules.yaml": after });
    const second = await machine.run({
      event: "push",
      payload: {},
      inputs: { ...inputs, "base-report": "base.json" },
    });
    expect(second.annotations.at(-1)).toBe("::error::1 control lost: SOC 2 CC6.8.");
  });
});

describe.concurrent("a change that cannot be compared", () => {
  const notice =
    "::notice::The change is not compared with what it starts from: the token may not do this (404): the job needs the permission contents: read.";
  const unreachable = (server: GitHubServer, machine: Machine) => {
    machine.write(files);
    server.files = [{ filename: "policies/rules.yaml", status: "modified" }];
    server.faults = [{ request: /contents/, status: 404 }];
  };

  test("fails, as a loss would not be seen", async ({ server, machine, expect }) => {
    unreachable(server, machine);
    machine.write({ "falcoverage.yaml": "fail-on-regression: false\n" });
    const result = await machine.run({ inputs });
    expect(result.annotations.filter((line) => /^::(notice|warning)::/.test(line))).toEqual([notice]);
    expect(result.annotations.at(-1)).toMatch(/^::error::What this change starts from cannot be had/);
    expect(result.code).toBe(1);
  });

  test.for([{ "allow-missing-base": "true" }, { "fail-on-regression": "false" }] as Record<string, string>[])(
    "passes with the input %j",
    async (allowed, { server, machine, expect }) => {
      unreachable(server, machine);
      const result = await machine.run({ inputs: { ...inputs, ...allowed } });
      expect(result.annotations).toContain(notice);
      expect(result.code).toBe(0);
    },
  );
});
