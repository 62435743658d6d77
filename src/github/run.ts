import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { check } from "../check.ts";
import { severities } from "../lint/finding.ts";
import { UsageError } from "../project/discover.ts";
import { badgeEndpoint, badgeSvg } from "../report/badge.ts";
import { formats } from "../report/formats.ts";
import { renderMarkdown } from "../report/markdown.ts";
import type { RenderContext, Report } from "../report/report.ts";
import { publishToBranch } from "./badge-branch.ts";
import { fetchChangedLines, isChanged } from "./changed-lines.ts";
import type { Client } from "./client.ts";
import { commentMarker, maxCommentLength, publishComment } from "./comment.ts";
import { type Event, type Repository, readEvent } from "./event.ts";
import { explainFailure } from "./failure.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { writeOutputFile } from "./output-files.ts";
import { relocate } from "./relocate.ts";
import { maxSummaryBytes, Runner } from "./runner.ts";
import { findWorkspace, type Workspace } from "./workspace.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** As on the command line. 0: passed; 1: findings or coverage below what was asked; 2: the call is wrong. */
type ExitCode = 0 | 1 | 2;

/** GitHub shows this many annotations of each severity for one step, and drops the others. */
const shownAnnotations = 10;

/** What the parts of one run share. */
interface Step {
  readonly env: Environment;
  readonly inputs: Inputs;
  readonly event: Event;
  readonly workspace: Workspace;
  readonly runner: Runner;
  readonly report: Report;
  readonly context: RenderContext;
}

/**
 * Runs the step: checks, then tells the outcome in every way that was asked for. What GitHub refuses costs a
 * warning and nothing else; the result is the check's alone.
 */
export async function run(env: Environment, write: (text: string) => void): Promise<ExitCode> {
  const runner = new Runner(env, write);
  try {
    const inputs = readInputs(env);
    if (inputs.token !== undefined) runner.mask(inputs.token);
    const event = readEvent(env);
    const workspace = findWorkspace(env.GITHUB_WORKSPACE || process.cwd(), inputs.workingDirectory);
    const { paths, config, matrix, wishes } = inputs;
    const checked = await check(paths, {
      root: workspace.from,
      config,
      matrix,
      ...wishes,
      color: !env.NO_COLOR,
    });
    const { report, context } = relocate(checked, workspace.folder);
    const step: Step = {
      env,
      inputs,
      event,
      workspace,
      runner,
      report,
      context: { ...context, link: blobLink(env, event) },
    };

    runner.print((await formats.text())(report, context));
    if (report.summary.files === 0)
      runner.warn("There is nothing to check here. Does a step before this one run actions/checkout?");
    await writeFiles(step);
    summarise(step);
    runner.setOutput("comment-url", (await comment(step)) ?? "");
    await commitBadge(step);
    await annotate(step);
    for (const failure of report.summary.failures) runner.error(failure);
    return report.summary.passed ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      runner.error(error.message);
    } else {
      runner.print(error instanceof Error ? (error.stack ?? error.message) : String(error));
      runner.error("falcoverage itself failed. Please report this with the lines above.");
    }
    return 2;
  }
}

async function writeFiles({ env, inputs, workspace, runner, report, context }: Step): Promise<void> {
  const { summary } = report;
  const files = [
    ["report", inputs.reportFile, "report.json", (await formats.json())(report, context)],
    ["sarif", inputs.sarifFile, "report.sarif", (await formats.sarif())(report, context)],
    ["badge", inputs.badgeFile, "badge.svg", badgeSvg(report)],
  ] as const;
  let temporary: string | undefined;
  for (const [output, asked, name, text] of files) {
    if (asked === undefined)
      temporary ??= mkdtempSync(path.join(env.RUNNER_TEMP || tmpdir(), "falcoverage-"));
    const file = asked ?? path.join(temporary!, name);
    runner.setOutput(output, writeOutputFile(workspace, file, text));
  }
  runner.setOutput("coverage", summary.coverage === null ? "" : String(summary.coverage));
  for (const count of ["covered", "total", "errors", "warnings", "notices"] as const)
    runner.setOutput(count, String(summary[count]));
  runner.setOutput("passed", String(summary.passed));
}

function summarise({ inputs, runner, report, context }: Step): void {
  if (!inputs.summary) return;
  runner.addSummary(
    renderMarkdown(report, context, {
      limit: maxSummaryBytes,
      unit: "bytes",
      whole: "All of it is in the JSON report, the file that the step's output `report` names.",
    }),
  );
}

/** @returns the comment's address, if there is one */
async function comment(step: Step): Promise<string | undefined> {
  const { inputs, event, report, context, runner } = step;
  if (event.problem !== null) runner.warn(event.problem);
  if (inputs.comment === "never" || event.pullRequest === null) return undefined;
  const { number } = event.pullRequest;
  const limit = maxCommentLength - commentMarker(inputs.commentKey).length;
  const result = await ask(
    step,
    "No comment on the pull request",
    "pull-requests: write",
    (client, repository) =>
      publishComment(client, {
        repository,
        pullRequest: number,
        key: inputs.commentKey,
        body: renderMarkdown(report, context, { limit, whole: wholeReport(step) }),
        create: inputs.comment === "always" || report.findings.length > 0 || !report.summary.passed,
      }),
  );
  return result?.url;
}

/** A sentence that leads from the comment to the job's summary. */
function wholeReport({ env, event }: Step): string {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run } = env;
  const { repository } = event;
  const summary =
    server && run && repository
      ? `[summary of the job](${server}/${repository.owner}/${repository.repo}/actions/runs/${run})`
      : "summary of the job";
  return `All of it is in the ${summary}.`;
}

async function commitBadge(step: Step): Promise<void> {
  const { inputs, event, report } = step;
  const branch = inputs.badgeBranch;
  if (branch === undefined || !event.onDefaultBranch) return;
  await ask(step, "No badge on its branch", "contents: write", (client, repository) =>
    publishToBranch(client, repository, branch, {
      "falcoverage.svg": badgeSvg(report),
      "falcoverage.json": badgeEndpoint(report),
    }),
  );
}

async function annotate(step: Step): Promise<void> {
  const { inputs, event, report, context, runner } = step;
  if (!inputs.annotations) return;
  const { pullRequest } = event;
  const { errors, warnings, notices } = report.summary;
  // Which lines are changed matters only where not all findings can be shown.
  const changed =
    pullRequest !== null && Math.max(errors, warnings, notices) > shownAnnotations
      ? await ask(
          step,
          "Annotations do not start with the changed lines",
          "pull-requests: read",
          (client, repository) => fetchChangedLines(client, repository, pullRequest),
        )
      : undefined;
  const commands = (await formats.github())(report, {
    ...context,
    ...(changed && { changed: (file, line) => isChanged(changed, file, line) }),
  }).split("\n");
  for (const severity of severities) {
    const ofSeverity = commands.filter((command) => command.startsWith(`::${severity} `));
    runner.commands(ofSeverity.slice(0, shownAnnotations));
  }
}

/** Where people read a file of the commit that was checked. */
function blobLink(env: Environment, { pullRequest, repository }: Event): NonNullable<RenderContext["link"]> {
  const server = env.GITHUB_SERVER_URL;
  const commit = pullRequest?.headSha ?? env.GITHUB_SHA;
  return (file, line) =>
    server && commit && repository
      ? `${server}/${repository.owner}/${repository.repo}/blob/${commit}/${encodePath(file)}${line === undefined ? "" : `#L${line}`}`
      : undefined;
}

function encodePath(file: string): string {
  return file
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}

/**
 * Asks something of GitHub. When that fails, warns that `lost` and why.
 *
 * @returns undefined when it failed
 */
async function ask<T>(
  { inputs, event, runner }: Step,
  lost: string,
  permission: string,
  request: (client: Client, repository: Repository) => Promise<T>,
): Promise<T | undefined> {
  const { token } = inputs;
  const { repository } = event;
  if (token === undefined || repository === null) {
    runner.warn(
      `${lost}: ${token === undefined ? "there is no github-token" : "GITHUB_REPOSITORY is not set"}.`,
    );
    return undefined;
  }
  try {
    const { createClient } = await import("./client.ts");
    return await request(createClient(token), repository);
  } catch (error) {
    runner.warn(`${lost}: ${explainFailure(error, permission)}.`);
    return undefined;
  }
}
