import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { GitHubServer } from "../test/github/server.ts";

/*
 * Makes docs/images/comment.png: a pull request against the reference deployment that lowers one rule's priority, the
 * action's own run on it against a local server, and the comment it posts, as Chromium shows it.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const rulesFile = "policies/falco/falco-rules-compliance.yaml";

const home = mkdtempSync(path.join(tmpdir(), "falcoverage-picture-"));
const workspace = path.join(home, "workspace");
const server = new GitHubServer();
try {
  const { base, head } = proposeChange();
  await server.start();
  await runAction(base, head);
  const [comment] = server.comments;
  if (comment === undefined) throw new Error("The action posted no comment.");
  takePicture(comment.body);
} finally {
  await server.stop();
  rmSync(home, { recursive: true });
}

function git(...args: string[]): string {
  const identity = ["-c", "user.name=Dev", "-c", "user.email=dev@acme.example", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", workspace, ...identity, ...args], { encoding: "utf8" }).trim();
}

function proposeChange(): { base: string; head: string } {
  mkdirSync(workspace);
  for (const name of ["policies", "falcoverage.yaml", ".falcoverageignore"]) {
    cpSync(path.join(root, name), path.join(workspace, name), { recursive: true });
  }
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "Base");
  const base = git("rev-parse", "HEAD");
  const file = path.join(workspace, rulesFile);
  const before = readFileSync(file, "utf8");
  const start = before.indexOf("- rule: Time Change");
  const after = before.slice(0, start) + before.slice(start).replace("priority: WARNING", "priority: INFO");
  if (after === before) throw new Error("The rule to change is not there.");
  writeFileSync(file, after);
  git("commit", "-q", "-a", "-m", "Be quiet about clocks");
  return { base, head: git("rev-parse", "HEAD") };
}

async function runAction(base: string, head: string): Promise<void> {
  const event = path.join(home, "event.json");
  const pull_request = { number: 7, base: { sha: base }, head: { sha: head } };
  writeFileSync(event, JSON.stringify({ number: 7, pull_request }));
  for (const name of ["output", "summary"]) writeFileSync(path.join(home, name), "");
  const child = spawn(process.execPath, [path.join(root, "dist/action.js")], {
    cwd: workspace,
    stdio: "ignore",
    env: {
      PATH: process.env.PATH,
      GITHUB_API_URL: server.url,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: event,
      GITHUB_OUTPUT: path.join(home, "output"),
      GITHUB_STEP_SUMMARY: path.join(home, "summary"),
      GITHUB_WORKSPACE: workspace,
      GITHUB_SHA: head,
      RUNNER_TEMP: home,
      "INPUT_GITHUB-TOKEN": server.token,
    },
  });
  await new Promise((resolve) => child.on("close", resolve));
}

function takePicture(markdown: string): void {
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const page = path.join(home, "comment.html");
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>
body { margin: 16px; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: #1f2328; }
.comment { border: 1px solid #d1d9e0; border-radius: 6px; }
.head { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; }
.body { padding: 16px; }
h2 { font-size: 1.5em; border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; margin: 0 0 16px; } h3 { font-size: 1.25em; }
code { font: 85% "Liberation Mono", "DejaVu Sans Mono", monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; }
table { border-collapse: collapse; margin: 0 0 16px; } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; }
tr:nth-child(2n) { background: #f6f8fa; } a { color: #0969da; } blockquote { color: #59636e; border-left: .25em solid #d1d9e0; margin: 0; padding: 0 1em; }
</style><div class="comment"><div class="head"><b>github-actions</b> bot commented</div><div class="body">${body}</div></div>`,
  );
  mkdirSync(path.join(root, "docs/images"), { recursive: true });
  execFileSync(
    "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--hide-scrollbars",
      "--force-device-scale-factor=1.25",
      "--window-size=960,960",
      `--user-data-dir=${path.join(home, "profile")}`,
      `--screenshot=${path.join(root, "docs/images/comment.png")}`,
      `file://${page}`,
    ],
    { stdio: "ignore" },
  );
}
