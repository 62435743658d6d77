import type { Client } from "./client.ts";
import type { Event, PullRequest, Repository } from "./event.ts";

/** GitHub lists no more files of two commits than this. */
const maxComparedFiles = 300;
/** GitHub lists no more files of a pull request than this. */
const maxListedFiles = 3000;

/** A file that the change under review changes. Paths are from the repository's top. */
export interface ChangedFile {
  readonly path: string;
  /** Its path before: the same one unless it was renamed; null where it is new. */
  readonly previousPath: string | null;
  /** The lines that are added or changed, by number; none for a file whose changes are too large for GitHub to tell. */
  readonly added: ReadonlyMap<number, string>;
  /** Whether it is a submodule that was at another commit before. */
  readonly isSubmodule: boolean;
}

/** What the change under review changes. */
export interface Change {
  readonly files: readonly ChangedFile[];
  /** The commit that the files were changed since, where GitHub tells it with them. */
  readonly since: string | undefined;
}

/**
 * The files of a pull request, of a merge group or of a push.
 *
 * @returns undefined where the event has no two commits, or they differ in more files than GitHub lists
 * @throws RequestError of Octokit when GitHub refuses
 */
export async function fetchChange(
  client: Client,
  repository: Repository,
  event: Event,
): Promise<Change | undefined> {
  if (event.pullRequest !== null) {
    const files = await filesOfPullRequest(client, repository, event.pullRequest);
    return files.length >= maxListedFiles ? undefined : { files: files.map(changedFile), since: undefined };
  }
  if (event.baseSha === null || event.headSha === null) return undefined;
  const basehead = `${event.baseSha}...${event.headSha}`;
  const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead });
  if (data.files === undefined || data.files.length >= maxComparedFiles) return undefined;
  return { files: data.files.map(changedFile), since: data.merge_base_commit.sha };
}

/** A file as GitHub describes it in a pull request and in a comparison. */
function changedFile(file: {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
  readonly patch?: string;
}): ChangedFile {
  return {
    path: file.filename,
    previousPath: file.status === "added" ? null : (file.previous_filename ?? file.filename),
    added: addedLines(file.patch ?? ""),
    isSubmodule: /^-Subproject commit [0-9a-f]{40,64}$/m.test(file.patch ?? ""),
  };
}

function filesOfPullRequest(client: Client, repository: Repository, { number }: PullRequest) {
  return client.paginate(client.rest.pulls.listFiles, { ...repository, pull_number: number, per_page: 100 });
}

/** Whether a line is among those that were added or changed. */
export function changedLines(files: readonly ChangedFile[]): (path: string, line: number) => boolean {
  const added = new Map(files.map((file) => [file.path, file.added]));
  return (path, line) => added.get(path)?.has(line) ?? false;
}

/** The lines of the new file that a unified diff adds. */
function addedLines(patch: string): ReadonlyMap<number, string> {
  const added = new Map<number, string>();
  let line = 0;
  for (const text of patch.split("\n")) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text);
    if (hunk !== null) line = Number(hunk[1]);
    else if (text.startsWith("+")) added.set(line++, text.slice(1));
    else if (text.startsWith(" ")) line++;
  }
  return added;
}
