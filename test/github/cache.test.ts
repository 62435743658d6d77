import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "vitest";
import { cleanRules, type Machine, pullRequestPayload, type RunOptions, test } from "./action.ts";

const push: RunOptions = {
  event: "push",
  payload: { before: "b".repeat(40), repository: { default_branch: "main" } },
  env: { GITHUB_REF: "refs/heads/main" },
};

const folderOf = (machine: Machine) => path.join(machine.home, "kept");
const run = (machine: Machine, options: RunOptions, cache = folderOf(machine)) =>
  machine.run({ ...options, inputs: { comment: "never", cache } });
const entries = (machine: Machine) =>
  readdirSync(folderOf(machine))
    .filter((name) => name.endsWith(".entry"))
    .map((name) => `${name} ${statSync(path.join(folderOf(machine), name)).ino}`);

describe.concurrent("kept results", () => {
  test("a second run of a push says the same, and checks nothing", async ({ machine }) => {
    const first = await run(machine, push);
    const kept = entries(machine);
    const second = await run(machine, push);
    expect(entries(machine)).toEqual(kept);
    expect(kept).toHaveLength(1);
    const { summary, code, annotations } = first;
    expect(code).toBe(1);
    expect(second).toMatchObject({ summary, code, annotations });
    const reportOf = ({ outputs }: typeof first) => {
      const { origin, ...report } = JSON.parse(readFileSync(outputs.report!, "utf8"));
      return report;
    };
    expect(reportOf(second)).toEqual(reportOf(first));
    machine.write({ "policies/rules.yaml": cleanRules });
    expect((await run(machine, push)).code).toBe(0);
  });

  test.for(["pull_request", "pull_request_target", "merge_group", "workflow_run"])(
    "are not used on %s",
    async (event, { machine }) => {
      await run(machine, push);
      const kept = entries(machine);
      machine.write({ "policies/rules.yaml": cleanRules });
      const payload =
        event === "merge_group"
          ? { merge_group: { base_sha: "b".repeat(40), head_sha: "a".repeat(40) } }
          : event === "workflow_run"
            ? { workflow_run: { event: "push", head_sha: "a".repeat(40) } }
            : pullRequestPayload;
      await run(machine, { event, payload });
      expect(entries(machine)).toEqual(kept);
    },
  );

  test("in the checkout are refused", async ({ machine }) => {
    const { code, stdout } = await run(machine, push, "kept");
    expect(code).toBe(2);
    expect(stdout).toContain("in the repository that is checked");
    expect(existsSync(path.join(machine.workspace, "kept"))).toBe(false);
  });

  test("in a place that cannot be written cost a warning", async ({ machine }) => {
    writeFileSync(folderOf(machine), "");
    const { code, annotations } = await run(machine, push);
    expect(code).toBe(1);
    expect(annotations.join("\n")).toMatch(/::warning::The cache in .* cannot be written \(E/);
  });
});
