import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, vi } from "vitest";
import { parse } from "yaml";
import { GitHubServer } from "./server.ts";

// Whole runs, with the waits that GitHub asks for, several at once.
vi.setConfig({ testTimeout: 180_000 });

/** The bundle under test; another build can be named. */
const dist = path.resolve(process.env.FALCOVERAGE_DIST ?? "dist");

const metadata = parse(readFileSync("action.yml", "utf8")) as {
  inputs: Record<string, { default?: string }>;
};

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly payload?: unknown;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The lines of standard output that the runner takes for annotations, in order. */
  readonly annotations: readonly string[];
}

export const pullRequestPayload = {
  action: "synchronize",
  number: 7,
  pull_request: {
    number: 7,
    base: { sha: "b".repeat(40), ref: "main", repo: { full_name: "acme/shop" } },
    head: { sha: "a".repeat(40), ref: "change", repo: { full_name: "acme/shop" } },
  },
  repository: { full_name: "acme/shop", default_branch: "main" },
};

/** A runner's machine with a checked out repository, on which the action's steps run. */
export class Machine {
  readonly home = mkdtempSync(path.join(tmpdir(), "falcoverage-test-"));
  readonly workspace = path.join(this.home, "work");
  readonly server: GitHubServer;

  constructor(server: GitHubServer, files: Readonly<Record<string, string>>) {
    this.server = server;
    mkdirSync(path.join(this.home, "temp"));
    mkdirSync(this.workspace);
    this.write(files);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.workspace, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  git(...args: string[]): string {
    const identity = ["user.name=Dev", "user.email=dev@acme.example", "commit.gpgsign=false"];
    return execFileSync("git", ["-C", this.workspace, ...identity.flatMap((one) => ["-c", one]), ...args], {
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  }

  /** Commits all that is there; the first time makes the repository. */
  commit(): string {
    this.git("init", "-q", "-b", "main");
    this.git("add", "-A", "-f");
    this.git("commit", "-q", "-m", "Change");
    return this.git("rev-parse", "HEAD");
  }

  /** Commits files, then what the change makes of them. Gives the event of a pull request for it. */
  propose(base: Readonly<Record<string, string>>, change: () => void): RunOptions {
    rmSync(path.join(this.workspace, "policies"), { recursive: true });
    this.write(base);
    const before = this.commit();
    change();
    const head = this.commit();
    const { pull_request } = pullRequestPayload;
    return { payload: { pull_request: { ...pull_request, base: { sha: before }, head: { sha: head } } } };
  }

  delete(file: string): void {
    rmSync(path.join(this.workspace, file), { recursive: true });
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Runs one step as the runner does: inputs with the defaults of action.yml, everything else in files. */
  async run(options: RunOptions = {}): Promise<RunResult> {
    const step = mkdtempSync(path.join(this.home, "step-"));
    const file = (name: string, text = ""): string => {
      writeFileSync(path.join(step, name), text);
      return path.join(step, name);
    };
    const payload = options.payload ?? pullRequestPayload;
    const inputs: Record<string, string> = {};
    for (const [name, { default: value = "" }] of Object.entries(metadata.inputs)) {
      const given = options.inputs?.[name] ?? value.replace(/^\$\{\{ github\.token \}\}$/, this.server.token);
      inputs[`INPUT_${name.toUpperCase()}`] = given;
    }
    const child = spawn(process.execPath, [path.join(dist, "action.js")], {
      cwd: this.workspace,
      env: {
        PATH: process.env.PATH,
        HOME: this.home,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_API_URL: this.server.url,
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_REF: "refs/pull/7/merge",
        GITHUB_SHA: "c".repeat(40),
        GITHUB_RUN_ID: "4711",
        GITHUB_EVENT_NAME: options.event ?? "pull_request",
        GITHUB_EVENT_PATH: file(
          "event.json",
          typeof payload === "string" ? payload : JSON.stringify(payload),
        ),
        GITHUB_OUTPUT: file("output"),
        GITHUB_STEP_SUMMARY: file("summary"),
        GITHUB_WORKSPACE: this.workspace,
        RUNNER_TEMP: path.join(this.home, "temp"),
        ...inputs,
        ...options.env,
      },
    });
    const [stdout, stderr, code] = await Promise.all([
      collect(child.stdout),
      collect(child.stderr),
      new Promise<number | null>((resolve) => child.on("close", resolve)),
    ]);
    return {
      code,
      stdout,
      stderr,
      outputs: parseOutputs(readFileSync(path.join(step, "output"), "utf8")),
      summary: readFileSync(path.join(step, "summary"), "utf8"),
      annotations: annotationsIn(stdout),
    };
  }

  /** All files that the steps left on the machine, as one text. */
  leftovers(): string {
    const texts = readdirSync(this.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "event.json")
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
    return texts.join("\n");
  }
}

/** A test with a server and a machine of its own, whose repository has one error. */
export const test = base.extend<{ server: GitHubServer; machine: Machine }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  server: async ({}, use) => {
    const server = new GitHubServer();
    await server.start();
    await use(server);
    await server.stop();
  },
  machine: async ({ server }, use) => {
    const machine = new Machine(server, { "policies/rules.yaml": rulesWithErrors(1) });
    await use(machine);
    machine.remove();
  },
});

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Reads an output file by the runner's rules. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  while (lines.length > 0) {
    const start = /^([^=]+?)<<(.+)$/.exec(lines.shift()!);
    if (start === null) continue;
    const end = lines.indexOf(start[2]!);
    outputs[start[1]!] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join("\n");
  }
  return outputs;
}

function annotationsIn(stdout: string): string[] {
  const found: string[] = [];
  let stopped: string | undefined;
  for (const line of stdout.split("\n")) {
    if (stopped !== undefined) {
      if (line.trim() === `::${stopped}::`) stopped = undefined;
    } else {
      stopped = /^::stop-commands::(.+)$/.exec(line)?.[1];
      if (/^::(error|warning|notice)[ :]/.test(line)) found.push(line);
    }
  }
  return found;
}

/** A rules file in which every rule's priority, from the fourth line on in steps of six, is none that Falco knows. */
export function rulesWithErrors(count: number, name = "Rule"): string {
  return Array.from({ length: count }, (_, index) => rule(`${name} ${index + 1}`, "LOUD")).join("\n");
}

/** A rules file with errors of which no two read the same. */
export function differentErrors(count: number, name: string): string {
  return Array.from({ length: count }, (_, index) => {
    const error = `${name}-${index + 1}`;
    return rule(`Rule ${error}`, `LOUD-${error}`);
  }).join("\n");
}

/** A rules file that leaves nothing to say. */
export const cleanRules = "- required_engine_version: 0.57.0\n";

export function rule(name: string, priority = "WARNING"): string {
  return `- rule: ${JSON.stringify(name)}
  desc: A shell was started.
  condition: evt.type = execve and proc.name = bash
  priority: ${priority}
  output: Shell started (user=%user.name command=%proc.cmdline)
`;
}
