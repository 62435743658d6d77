import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import type { CacheOptions } from "../cache/index.ts";
import { cachedCheck } from "../cached-check.ts";
import { readConfig } from "../configuration/index.ts";
import { checkedOut, type EarlierCommit } from "../history/index.ts";
import { severities } from "../lint/index.ts";
import { isIgnoreFile, isInChart, isOutside, isReadable, Revision, UsageError } from "../project/index.ts";
import {
  annotations,
  badgeEndpoint,
  badgeSvg,
  formats,
  type RenderContext,
  type Report,
  renderMarkdown,
} from "../report/index.ts";
import { type Ask, askWith } from "./ask.ts";
import { publishToBranch } from "./badge-branch.ts";
import { readBase } from "./base.ts";
import { type Change, changedLines, fetchChange } from "./changed-files.ts";
import { commentMarker, maxCommentLength, publishComment } from "./comment.ts";
import { type Event, readEvent } from "./event.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { writeOutputFile } from "./output-files.ts";
import { withPullRequest } from "./pull-request.ts";
import { relocate } from "./relocate.ts";
import { sharedFiles, withFiles } from "./shared-files.ts";
import * as log from "./step-log.ts";
import { publishSuggestions, suggestionsFor, suggestionsMarkdown } from "./suggestions.ts";
import { upgradeLead } from "./upgrade-lead.ts";
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
  /** For what was asked for: when GitHub refuses that is a warning. */
  readonly ask: Ask;
  /** For what would be good to have: when GitHub refuses that is a notice. */
  readonly askForMore: Ask;
  /** What the change under review changes, asked for once; undefined where that cannot be had. */
  readonly change: () => Promise<Change | undefined>;
}

/** A step with the outcome of its check. */
interface Outcome extends Step {
  readonly report: Report;
  readonly context: RenderContext;
  /** What leads the comment, if anything: Markdown. */
  readonly lead: string;
}

/**
 * Runs the step: checks, then tells the outcome in every way that was asked for. What GitHub refuses costs a
 * warning and nothing else; the result is the check's alone.
 */
export async function run(): Promise<ExitCode> {
  try {
    const inputs = readInputs();
    if (inputs.token !== undefined) core.setSecret(inputs.token);
    const step = await prepare(process.env, inputs);
    const outcome = await checkChange(step);
    const { report, context } = outcome;

    log.print((await formats.text())(report, context));
    if (report.summary.files === 0)
      log.warn("There is nothing to check here. Does a step before this one run actions/checkout?");
    await writeFiles(outcome);
    await summarise(outcome);
    core.setOutput("comment-url", (await comment(outcome)) ?? "");
    await commitBadge(outcome);
    await annotate(outcome);
    await suggest(outcome);
    for (const failure of report.summary.failures) log.fail(failure);
    return report.summary.passed ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageError) {
      log.fail(error.message);
    } else {
      log.print(error instanceof Error ? (error.stack ?? error.message) : String(error));
      log.fail("falcoverage itself failed. Please report this with the lines above.");
    }
    return 2;
  }
}

async function prepare(env: Environment, inputs: Inputs): Promise<Step> {
  const named = readEvent(env);
  const workspace = findWorkspace(env.GITHUB_WORKSPACE || process.cwd(), inputs.workingDirectory);
  const ask = askWith(inputs.token, named.repository, log.warn);
  const askForMore = askWith(inputs.token, named.repository, log.notice);
  const event = await withPullRequest(named, ask);
  const permission = event.pullRequest === null ? "contents: read" : "pull-requests: read";
  let asked: Promise<Change | undefined> | undefined;
  const change = async () => {
    if (event.pullRequest === null && event.baseSha === null) return undefined;
    asked ??= askForMore("The changed files are not known", permission, (client, repository) =>
      fetchChange(client, repository, event),
    );
    return asked;
  };
  return { env, inputs, event, workspace, ask, askForMore, change };
}

/** Checks the repository, and the effect of the change under review. */
async function checkChange(step: Step): Promise<Outcome> {
  const { env, inputs, event, workspace } = step;
  const { paths, config, matrix, baseReport: base, options } = inputs;
  if (isOnlyBase(step))
    throw new UsageError(
      `The checkout is the base and not the pull request: on ${event.name}, actions/checkout needs a \`ref\`, such as refs/pull/7/merge with the number of the pull request.`,
    );
  // Nothing is decided about a push any more, so its own settings count.
  const isChange = event.isProposal;
  const gate = isChange ? options.gate : "head";
  const earlier = isChange || base === undefined ? await earlierFiles(step) : undefined;
  const shared = await sharedFiles(step, { files: new Map(), whole: false });
  const isMissing = isChange && options.failOnRegression !== "false" && !inputs.allowMissingBase;
  const request = {
    ...options,
    gate,
    root: workspace.from,
    config,
    matrix,
    base,
    earlier,
    overlay: shared.size === 0 ? undefined : shared,
    missingBase: isMissing ? whatIsMissing(earlier) : undefined,
    timeout: inputs.timeout,
    color: !env.NO_COLOR,
  };
  const checked = await cachedCheck(paths, request, cacheFor(step));
  const { report, context, versionChanges = [] } = relocate(checked, workspace.folder);
  return {
    ...step,
    report,
    lead: upgradeLead(report, versionChanges),
    context: { ...context, link: blobLink(env, event), origin: originOf(env, event) },
  };
}

/**
 * Kept results are for what is merged. What they are made of can be written by other jobs for the same change, so they decide
 * about none: neither about a pull request nor in a job that runs for one with the rights of the base.
 */
function cacheFor({ inputs, event }: Step): CacheOptions | undefined {
  if (inputs.cache === undefined || event.isProposal || event.name === "workflow_run") return undefined;
  return { location: inputs.cache, trustsStamps: false, onFailure: log.warn };
}

/** What of the base cannot be compared with, and what to do about it. */
function whatIsMissing(earlier: EarlierCommit | undefined): string | undefined {
  if (earlier === undefined)
    return "What this change starts from cannot be had, so a loss would not be seen: fetch it with `fetch-depth: 0` at actions/checkout, or set `allow-missing-base: true`.";
  const [submodule] = earlier.submodules;
  return submodule === undefined
    ? undefined
    : `This change moves the submodule ${submodule}, and what that held before cannot be had, so a loss would not be seen: check it in its own repository, and set \`allow-missing-base: true\` or leave it out of the checkout.`;
}

/** Whether the checkout is what events that run with the base's rights check out by default. */
function isOnlyBase({ env, event, workspace }: Step): boolean {
  const { name, baseSha, headSha, isProposal } = event;
  const isPrivileged = name === "pull_request_target" || name === "workflow_run";
  if (!isProposal || !isPrivileged) return false;
  const commit = checkedOut(workspace.root);
  const isBase = commit === baseSha || (name === "workflow_run" && commit === env.GITHUB_SHA);
  return commit !== null && commit !== headSha && isBase;
}

/** The files that the change has changed, by their paths from the working directory. */
async function earlierFiles(step: Step): Promise<EarlierCommit | undefined> {
  const { root, folder, from } = step.workspace;
  const { paths, config, matrix } = step.inputs;
  const relative = (file: string): string => path.posix.relative(folder, file);
  const earlier = async (named: readonly string[]): Promise<EarlierCommit | undefined> => {
    const wanted = (file: string): boolean =>
      named.includes(relative(file)) ||
      (!isOutside(relative(file)) &&
        (isReadable(file) || isIgnoreFile(file) || isInChart(relative(file), from)));
    const base = await readBase({ ...step, root, wanted, ask: step.askForMore });
    return base && { ...base, files: new Map([...base.files].map(([file, text]) => [relative(file), text])) };
  };
  const given = [...paths, ...[config, matrix].filter((one) => one !== undefined)].map((file) =>
    path.relative(from, path.resolve(from, file)),
  );
  const base = await earlier(given);
  // The base's configuration may name files of any name.
  if (base === undefined) return undefined;
  const shared = await sharedFiles(step, base);
  const further = namedIn(new Revision(from, withFiles(base, shared)), config);
  const whole = further.some((file) => !isReadable(file)) ? await earlier([...given, ...further]) : base;
  return whole && { ...whole, ...withFiles(whole, shared) };
}

/** The files that a revision's configuration names; none where it is wrong, which the check says. */
function namedIn(revision: Revision, named: string | undefined): string[] {
  try {
    const { config, files } = readConfig(revision, named);
    const { paths = [], frameworks = [], matrix, baseline } = config;
    const further = [matrix, baseline].filter((one) => one !== undefined);
    return [...files, ...paths, ...frameworks, ...further].map((file) => revision.relative(file));
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

async function writeFiles({ env, inputs, workspace, report, context }: Outcome): Promise<void> {
  const { summary } = report;
  const write = (output: string, file: string, text: string): void =>
    core.setOutput(output, writeOutputFile(workspace, file, text));
  const temporary = mkdtempSync(path.join(env.RUNNER_TEMP || tmpdir(), "falcoverage-"));
  const orTemporary = (file: string | undefined, name: string): string => file ?? path.join(temporary, name);
  write("report", orTemporary(inputs.reportFile, "report.json"), (await formats.json())(report, context));
  write("sarif", orTemporary(inputs.sarifFile, "report.sarif"), (await formats.sarif())(report, context));
  write("badge", orTemporary(inputs.badgeFile, "badge.svg"), await badgeSvg(report));
  if (inputs.htmlFile === undefined) core.setOutput("html", "");
  else write("html", inputs.htmlFile, (await formats.html())(report, context));
  core.setOutput("coverage", summary.coverage === null ? "" : String(summary.coverage));
  for (const count of ["covered", "total", "errors", "warnings", "notices"] as const)
    core.setOutput(count, String(summary[count]));
  core.setOutput("passed", String(summary.passed));
}

async function summarise({ env, inputs, report, context }: Outcome): Promise<void> {
  if (!inputs.summary) return;
  await addSummary(
    env,
    renderMarkdown(report, context, {
      limit: maxSummaryBytes,
      unit: "bytes",
      whole: "All of it is in the JSON report, the file that the step's output `report` names.",
    }),
  );
}

/** @returns the comment's address, if there is one */
async function comment(outcome: Outcome): Promise<string | undefined> {
  const { inputs, event, report, context, lead, ask } = outcome;
  if (event.problem !== null) log.warn(event.problem);
  if (inputs.comment === "never" || event.pullRequest === null) return undefined;
  const { number } = event.pullRequest;
  const limit = maxCommentLength - commentMarker(inputs.commentKey).length - lead.length;
  const result = await ask("No comment on the pull request", "pull-requests: write", (client, repository) =>
    publishComment(client, {
      repository,
      pullRequest: number,
      key: inputs.commentKey,
      body: lead + renderMarkdown(report, context, { limit, whole: wholeReport(outcome), brief: true }),
      create: inputs.comment === "always" || report.findings.length > 0 || !report.summary.passed,
    }),
  );
  return result?.url;
}

/** GitHub's limit for a step's summary, in bytes. */
const maxSummaryBytes = 1024 * 1024;

/** Adds Markdown to the step's summary, where the runner has one. */
async function addSummary(env: Environment, markdown: string): Promise<void> {
  if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown).write();
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

async function commitBadge({ inputs, event, report, ask }: Outcome): Promise<void> {
  const branch = inputs.badgeBranch;
  if (branch === undefined || !event.onDefaultBranch) return;
  const files = {
    "falcoverage.svg": await badgeSvg(report),
    "falcoverage.json": badgeEndpoint(report),
  };
  await ask("No badge on its branch", "contents: write", (client, repository) =>
    publishToBranch(client, repository, branch, files),
  );
}

// Each by its name: a bundle keeps all of a module whose functions are looked up.
const annotateLine = { error: core.error, warning: core.warning, notice: core.notice };

async function annotate({ inputs, report, context, change }: Outcome): Promise<void> {
  if (!inputs.annotations) return;
  const { errors, warnings, notices } = report.summary;
  // Which lines are changed matters only where not all findings can be shown.
  const files = Math.max(errors, warnings, notices) > shownAnnotations ? (await change())?.files : undefined;
  const all = annotations(report, files ? { ...context, changed: changedLines(files) } : context);
  if (all.length === 0) return;
  await core.group("Annotations", async () => {
    for (const severity of severities) {
      const ofSeverity = all.filter((annotation) => annotation.severity === severity);
      for (const { message, place } of ofSeverity.slice(0, shownAnnotations))
        annotateLine[severity](message, place);
    }
  });
}

async function suggest({
  env,
  inputs,
  event,
  workspace,
  report,
  context,
  ask,
  change,
}: Outcome): Promise<void> {
  const { pullRequest } = event;
  if (!inputs.suggestions || pullRequest === null) return;
  const files = (await change())?.files ?? [];
  // Lines in which something is masked are suggested to nobody.
  const contentOf = (file: string) => {
    const shown = context.source(file);
    return shown !== undefined && shown === textOf(workspace.root, file) ? shown : undefined;
  };
  const suggestions = suggestionsFor(report.findings, files, contentOf);
  const posted = await ask("No review with suggestions", "pull-requests: write", (client, repository) =>
    publishSuggestions(client, repository, pullRequest, inputs.commentKey, suggestions),
  );
  if (posted === undefined && suggestions.length > 0) await addSummary(env, suggestionsMarkdown(suggestions));
}

/** The text of a checked file, without what some editors begin it with. */
function textOf(root: string, file: string): string {
  return readFileSync(path.join(root, file), "utf8").replace(/^\uFEFF/, "");
}

/** Where people read a file of the commit that was checked. */
function blobLink(env: Environment, { headSha, repository }: Event): NonNullable<RenderContext["link"]> {
  const server = env.GITHUB_SERVER_URL;
  const commit = headSha ?? env.GITHUB_SHA;
  return (file, line) =>
    server && commit && repository
      ? `${server}/${repository.owner}/${repository.repo}/blob/${commit}/${encodePath(file)}${line === undefined ? "" : `#L${line}`}`
      : undefined;
}

/** What was checked, for the cover of a report that is kept. */
function originOf(env: Environment, { headSha, repository }: Event): NonNullable<RenderContext["origin"]> {
  const { GITHUB_SERVER_URL: server, GITHUB_SHA, GITHUB_HEAD_REF, GITHUB_REF_NAME, GITHUB_ACTOR: by } = env;
  const commit = headSha ?? GITHUB_SHA;
  const ref = GITHUB_HEAD_REF || GITHUB_REF_NAME;
  return {
    ...(server && repository && { repository: `${server}/${repository.owner}/${repository.repo}` }),
    ...(commit && { commit }),
    ...(ref && { ref }),
    ...(by && { by }),
    ...(server &&
      commit &&
      repository && { files: `${server}/${repository.owner}/${repository.repo}/blob/${commit}` }),
  };
}

function encodePath(file: string): string {
  return file
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}
