import type { Client } from "./client.ts";
import type { Event, Repository } from "./event.ts";
import { baseInHistory, type EarlierFiles, earlierInHistory } from "./history.ts";

/** More changed files than this are not asked for one by one. */
const maxFiles = 300;

export interface BaseRequest {
  /** The repository's top folder. */
  readonly root: string;
  readonly event: Event;
  /** The paths that the check reads. */
  readonly wanted: (path: string) => boolean;
  /** Asks something of GitHub; undefined when it refused. */
  readonly ask: <T>(
    request: (client: Client, repository: Repository) => Promise<T>,
  ) => Promise<T | undefined>;
}

/**
 * What the change under review started from: the files that it changes, as they were. From the checkout's
 * history where that reaches back far enough, else from GitHub.
 *
 * @returns null where there is no earlier state, or it cannot be had
 */
export async function readBase({ root, event, wanted, ask }: BaseRequest): Promise<EarlierFiles | null> {
  const commit = baseInHistory(root, event);
  const local = commit === null ? null : earlierInHistory(root, commit, wanted);
  if (local !== null) return local;
  if (event.pullRequest === null) return null;
  const remote = await ask((client, repository) =>
    earlierOnGitHub(client, repository, event, commit, wanted),
  );
  return remote ?? null;
}

async function earlierOnGitHub(
  client: Client,
  repository: Repository,
  { pullRequest }: Event,
  commit: string | null,
  wanted: (path: string) => boolean,
): Promise<EarlierFiles | null> {
  const { baseSha, headSha, number } = pullRequest!;
  if (commit === null && (baseSha === null || headSha === null)) return null;
  const ref = commit ?? (await mergeBase(client, repository, baseSha!, headSha!));
  const changed = await client.paginate(client.rest.pulls.listFiles, {
    ...repository,
    pull_number: number,
    per_page: 100,
  });
  const paths = changed
    .flatMap((file) => [file.filename, file.previous_filename ?? file.filename])
    .filter((path, index, all) => wanted(path) && all.indexOf(path) === index);
  if (paths.length > maxFiles) return null;
  const texts = await Promise.all(paths.map((path) => textAt(client, repository, ref, path)));
  return new Map(paths.map((path, index) => [path, texts[index]]));
}

async function mergeBase(
  client: Client,
  repository: Repository,
  base: string,
  head: string,
): Promise<string> {
  const comparison = await client.rest.repos.compareCommitsWithBasehead({
    ...repository,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return comparison.data.merge_base_commit.sha;
}

async function textAt(
  client: Client,
  repository: Repository,
  ref: string,
  path: string,
): Promise<string | undefined> {
  try {
    const { data } = await client.rest.repos.getContent({
      ...repository,
      path,
      ref,
      mediaType: { format: "raw" },
    });
    return typeof data === "string" ? data : undefined;
  } catch (error) {
    if ((error as { status?: number }).status === 404) return undefined;
    throw error;
  }
}
