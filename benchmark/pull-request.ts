import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { GitHubServer } from "../test/github/server.ts";
import type { Call } from "./process.ts";

const root = path.resolve(import.meta.dirname, "..");

/** A pull request that adds a rule to the reference repository, on a runner whose GitHub is a server of this process. */
export class PullRequest {
  readonly server = new GitHubServer();
  readonly #folder: string;
  #base = "";
  #head = "";

  constructor(folder: string) {
    this.#folder = folder;
  }

  async open(): Promise<void> {
    await this.server.start();
    mkdirSync(path.join(this.#folder, "temp"), { recursive: true });
    cpSync(path.join(root, "policies"), path.join(this.#workspace, "policies"), { recursive: true });
    this.#base = this.#commit();
    const rules = "- rule: New\n  desc: d\n  condition: evt.type = execve\n  output: x\n  priority: NOTICE\n";
    writeFileSync(path.join(this.#workspace, "new.yaml"), rules);
    this.#head = this.#commit();
  }

  async close(): Promise<void> {
    await this.server.stop();
  }

  get #workspace(): string {
    return path.join(this.#folder, "work");
  }

  #commit(): string {
    const git = (...args: string[]) =>
      execFileSync(
        "git",
        ["-C", this.#workspace, "-c", "user.name=Dev", "-c", "user.email=dev@acme.example", ...args],
        {
          encoding: "utf8",
          stdio: "pipe",
        },
      ).trim();
    git("init", "-q", "-b", "main");
    git("add", "-A", "-f");
    git("commit", "-q", "-m", "Change");
    return git("rev-parse", "HEAD");
  }

  /** The step of the action, from its start to the comment. */
  get step(): Call {
    const file = (name: string, text = ""): string => {
      writeFileSync(path.join(this.#folder, name), text);
      return path.join(this.#folder, name);
    };
    const repo = { full_name: "acme/shop", default_branch: "main" };
    const event = {
      action: "synchronize",
      number: 7,
      pull_request: {
        number: 7,
        base: { sha: this.#base, ref: "main", repo },
        head: { sha: this.#head, ref: "change", repo },
      },
      repository: repo,
    };
    return {
      args: [path.join(root, "dist/action.js")],
      cwd: this.#workspace,
      env: {
        PATH: process.env.PATH,
        HOME: this.#folder,
        GITHUB_API_URL: this.server.url,
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_REF: "refs/pull/7/merge",
        GITHUB_SHA: "c".repeat(40),
        GITHUB_RUN_ID: "1",
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_EVENT_PATH: file("event.json", JSON.stringify(event)),
        GITHUB_OUTPUT: file("output"),
        GITHUB_STEP_SUMMARY: file("summary"),
        GITHUB_WORKSPACE: this.#workspace,
        RUNNER_TEMP: path.join(this.#folder, "temp"),
        ...this.#inputs(),
      },
    };
  }

  /** The inputs with their defaults. */
  #inputs(): Record<string, string> {
    const { inputs } = parse(readFileSync(path.join(root, "action.yml"), "utf8")) as {
      inputs: Record<string, { default?: string }>;
    };
    return Object.fromEntries(
      Object.entries(inputs).map(([name, { default: value = "" }]) => [
        `INPUT_${name.toUpperCase()}`,
        value.includes("github.token") ? this.server.token : value,
      ]),
    );
  }
}
