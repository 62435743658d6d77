import { readFileSync } from "node:fs";

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface PullRequest {
  readonly number: number;
  /** Tips of the two branches when the event happened. */
  readonly baseSha: string | null;
  readonly headSha: string | null;
}

/** What started the workflow, as far as the action needs to know it. */
export interface Event {
  /** Such as `pull_request`, `push` or `schedule`; empty outside of a workflow. */
  readonly name: string;
  readonly repository: Repository | null;
  /** Only for events about a pull request. */
  readonly pullRequest: PullRequest | null;
  /** The tip of the branch that a pull request or a merge group goes into; of a push, the tip before it. */
  readonly baseSha: string | null;
  /** The tip of a pull request's branch, of a merge group or of a push. */
  readonly headSha: string | null;
  /** Whether it is about a change that is not merged yet: a pull request or a merge group. */
  readonly isProposal: boolean;
  /** Whether the workflow runs for the default branch, and not for a pull request. */
  readonly onDefaultBranch: boolean;
  /** On `workflow_run` for a pull request that the event does not name, as for one from a fork: `OWNER:BRANCH` that it is of. */
  readonly headBranch: string | null;
  /** Why the event could not be read in full, for a warning. */
  readonly problem: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the event from the runner's environment and event file. Whatever is missing or not of the expected
 * shape counts as not there: the check itself needs none of it.
 */
export function readEvent(env: Readonly<Record<string, string | undefined>>): Event {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const payload = readPayload(env.GITHUB_EVENT_PATH);
  const run = fields(payload.workflow_run);
  const isAboutPullRequest = name.startsWith("pull_request") || run.event === "pull_request";
  const pullRequest = readPullRequest(fields(payload.pull_request)) ?? readPullRequestOf(run);
  const missing = name.startsWith("pull_request") && pullRequest === null;
  const branch = fields(payload.repository).default_branch;
  const group = fields(payload.merge_group);
  return {
    name,
    repository: readRepository(env.GITHUB_REPOSITORY),
    pullRequest,
    baseSha: pullRequest?.baseSha ?? sha(group.base_sha) ?? sha(payload.before),
    headSha: pullRequest?.headSha ?? sha(group.head_sha) ?? sha(run.head_sha) ?? sha(payload.after),
    isProposal: pullRequest !== null || isAboutPullRequest || name === "merge_group",
    headBranch: isAboutPullRequest && pullRequest === null ? branchOf(run) : null,
    onDefaultBranch:
      pullRequest === null &&
      !isAboutPullRequest &&
      typeof branch === "string" &&
      env.GITHUB_REF === `refs/heads/${branch}`,
    problem: missing ? `The event file of this ${name} event names no pull request.` : null,
  };
}

function readPayload(file: string | undefined): Fields {
  if (file === undefined || file === "") return {};
  try {
    return fields(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

function readPullRequest(payload: Fields): PullRequest | null {
  const number = payload.number;
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) return null;
  return {
    number,
    baseSha: sha(fields(payload.base).sha),
    headSha: sha(fields(payload.head).sha),
  };
}

/** The pull request of a run on its branch, if it is in the same repository and still where it was. */
function readPullRequestOf(run: Fields): PullRequest | null {
  if (run.event !== "pull_request" || !Array.isArray(run.pull_requests)) return null;
  return (
    run.pull_requests
      .map((one) => readPullRequest(fields(one)))
      .find((one) => one !== null && one.headSha === sha(run.head_sha)) ?? null
  );
}

function branchOf(run: Fields): string | null {
  const owner = fields(fields(run.head_repository).owner).login;
  const branch = run.head_branch;
  return typeof owner === "string" && typeof branch === "string" ? `${owner}:${branch}` : null;
}

function readRepository(name: string | undefined): Repository | null {
  const match = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(name ?? "");
  return match === null ? null : { owner: match[1]!, repo: match[2]! };
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A commit's id; a branch that a push makes was at one of zeros before, which is none. */
function sha(value: unknown): string | null {
  return typeof value === "string" && /^(?!0+$)([0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}
