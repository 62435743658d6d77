import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { markdownTable } from "markdown-table";
import { inputs, smallRules } from "./inputs.ts";
import { type Cost, Meter } from "./process.ts";
import { PullRequest } from "./pull-request.ts";

/*
 * Measures whole processes of what `npm run build` made, and prints one table: see README.md. What the table compares
 * was measured in the same run, taking turns where it is short.
 */
const root = path.resolve(import.meta.dirname, "..");
const cli = path.join(root, "dist/cli.js");
const workspace = mkdtempSync(path.join(tmpdir(), "falcoverage-benchmark-"));
const meter = new Meter(workspace);
const rows: string[][] = [];

/** @param ratio what is to stay below the goal */
function report(what: string, { seconds, megabytes }: Cost, ratio: number, to: string, goal?: number): void {
  const verdict = goal === undefined ? "" : ratio <= goal ? `${goal}` : `${goal}, missed`;
  const row = [what, seconds.toFixed(2), megabytes.toFixed(0), `${ratio.toFixed(1)} × ${to}`, verdict];
  rows.push(row);
  console.error(row.join("  "));
}

function folder(name: string, files: Readonly<Record<string, string>> = {}): string {
  const place = path.join(workspace, name);
  mkdirSync(place, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
  return place;
}

/** Cold starts, and the check of the reference policies, to a Node process that does nothing. */
async function starts(): Promise<void> {
  const cwd = folder("small", { "rules.yaml": smallRules });
  const policies = path.join(root, "policies");
  const kept = [cli, "check", "--cache-location", folder("kept-results")];
  const goals: readonly (readonly [what: string, args: readonly string[], cwd: string, goal?: number])[] = [
    ["help", [cli, "--help"], cwd],
    ["validate one small file", [cli, "validate", "rules.yaml"], cwd, 2],
    ["check one small file", [cli, "check", "rules.yaml"], cwd],
    ["check the reference policies", [cli, "check", policies, "--fail-on", "never"], root, 14],
    ["the same, with a kept result", [...kept, policies, "--fail-on", "never"], root, 4],
  ];
  await meter.cost({ args: [...kept, policies, "--fail-on", "never"], cwd: root });
  const [empty, ...costs] = await meter.costs(
    [{ args: ["--eval", "0"], cwd }, ...goals.map(([, args, place]) => ({ args, cwd: place }))],
    3,
  );
  report("an empty Node process", empty!, 1, "itself");
  for (const [index, [what, , , goal]] of goals.entries()) {
    const cost = costs[index]!;
    report(what, cost, cost.seconds / empty!.seconds, "empty", goal);
  }
  const request = new PullRequest(folder("pull-request"));
  await request.open();
  try {
    const cost = await meter.cost(request.step, 2);
    if (request.server.comments.length === 0) throw new Error("the action wrote no comment");
    report("action on a pull request, from start to comment", cost, cost.seconds / empty!.seconds, "empty");
  } finally {
    await request.close();
  }
}

/** How much more many copies of the reference policies cost than one. */
async function copies(): Promise<void> {
  const of = (count: number) => {
    const place = folder(`copies-${count}`);
    for (let i = 0; i < count; i++)
      cpSync(path.join(root, "policies/falco"), path.join(place, String(i)), { recursive: true });
    cpSync(path.join(root, "policies/matrix.yaml"), path.join(place, "matrix.yaml"));
    return { args: [cli, "check", "--fail-on", "never"], cwd: place };
  };
  const one = await meter.cost(of(1), 2);
  report("check one copy of the reference deployment", one, 1, "itself");
  const many = await meter.cost(of(16), 1);
  report("check 16 copies", many, many.seconds / one.seconds, "one copy", 12);
}

/** A tenth more than in proportion is still linear. */
const linear = 1.1;

async function sizes(): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    const [first, ...others] = input.sizes;
    const measure = async (size: number, rounds: number): Promise<Cost> => {
      const cwd = folder(`${index}-${size}`, input.files(size));
      if (input.before !== undefined) await meter.cost({ args: [cli, ...input.before], cwd });
      return meter.cost({ args: [cli, ...input.args(size)], cwd }, rounds);
    };
    const small = await measure(first!, 2);
    report(`${first} ${input.name}`, small, 1, "itself");
    for (const size of others) {
      const cost = await measure(size, 1);
      const goal = Math.round((size / first!) * linear);
      report(`${size} ${input.name}`, cost, cost.seconds / small.seconds, String(first), goal);
    }
  }
}

try {
  await starts();
  await copies();
  await sizes();
  const head = ["what", "processor time, s", "memory, MB", "ratio", "goal"];
  console.log(markdownTable([head, ...rows], { align: ["l", "r", "r", "r", "r"] }));
} finally {
  rmSync(workspace, { recursive: true });
}
