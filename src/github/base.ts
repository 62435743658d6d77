import { existsSync, lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import { commitInHistory, type EarlierCommit, isAttributes } from "../history/index.ts";
import { type ChangedFiles, isReadable, maxFileBytes } from "../project/index.ts";
import { filesOfArchive } from "./archive.ts";
import type { Ask } from "./ask.ts";
import { baseInHistory } from "./base-commit.ts";
import type { Change, ChangedFile } from "./changed-files.ts";
import type { Client } from "./client.ts";
import type { Event, Repository } from "./event.ts";

/** More changed files than this are not asked for one by one. */
const maxFiles = 300;

export interface BaseRequest {
  /** The repository's top folder. */
  readonly root: string;
  readonly event: Event;
  /** The paths, from the top, that the check reads. */
  readonly wanted: (path: string) => boolean;
  /** What the change under review changes, as GitHub tells it. */
  readonly change: () => Promise<Change | undefined>;
  readonly ask: Ask;
}

/**
 * The files that the change under review changes, as they were. From the checkout's history where that reaches
 * back far enough, else from GitHub: one by one, or as one archive where they are many and something is decided by them.
 *
 * @returns paths from the top; undefined where there is nothing to compare with, or it cannot be had
 */
export async function readBase(request: BaseRequest): Promise<EarlierCommit | undefined> {
  const { root, event, wanted, change, ask } = request;
  if (event.baseSha === null) return undefined;
  const commit = baseInHistory(root, event);
  const local = commit === null ? null : commitInHistory(root, commit, wanted);
  if (local !== null) return { ...local, submodules: local.submodules.filter((one) => isRead(root, one)) };
  const { files, since } = (await change()) ?? {};
  const changed = files?.filter(({ path, previousPath }) => wanted(path) || wanted(previousPath ?? path));
  const isMany =
    changed === undefined || changed.length > maxFiles || files?.some(({ path }) => isAttributes(path));
  if (isMany && !event.isProposal) return undefined;
  // Which of them changed is not known where GitHub does not list the files.
  const submodules = files?.filter(({ isSubmodule }) => isSubmodule).map((file) => file.path) ?? named(root);
  return ask(
    "The change is not compared with what it starts from",
    "contents: read",
    async (client, repository) => {
      const ref = commit ?? since ?? (await commonCommit(client, repository, event));
      return {
        files: isMany
          ? await filesOfArchive(client, repository, ref, wanted)
          : await earlierOnGitHub(client, repository, ref, changed),
        whole: isMany === true,
        submodules: submodules.filter((one) => isRead(root, one)),
      };
    },
  );
}

/** Whether a submodule holds files that the check reads, or did and is gone. */
function isRead(root: string, submodule: string): boolean {
  const folder = path.join(root, submodule);
  return !existsSync(folder) || existsSync(path.join(folder, ".git"));
}

/** The submodules of the checkout. */
function named(root: string): string[] {
  const file = path.join(root, ".gitmodules");
  if (!existsSync(file) || !lstatSync(file).isFile()) return [];
  const lines = readFileSync(file, "utf8").matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm);
  return Array.from(lines, ([, folder]) => folder!);
}

/** The last commit that both ends of the change have in common. */
async function commonCommit(client: Client, repository: Repository, event: Event): Promise<string> {
  const basehead = `${event.baseSha}...${event.headSha}`;
  const request = { ...repository, basehead, per_page: 1 };
  const comparison = await client.rest.repos.compareCommitsWithBasehead(request);
  return comparison.data.merge_base_commit.sha;
}

async function earlierOnGitHub(
  client: Client,
  repository: Repository,
  ref: string,
  changed: readonly ChangedFile[],
): Promise<ChangedFiles> {
  const now = changed.map(({ path }) => [path, undefined] as const);
  const before = await Promise.all(
    changed.flatMap(({ previousPath: path }) =>
      path === null
        ? []
        : [contentAt(client, repository, ref, path).then((content) => [path, content] as const)],
    ),
  );
  return new Map<string, string | Uint8Array | undefined>([...now, ...before]);
}

/** The content of a file that is there: text, or bytes of what is none. */
async function contentAt(client: Client, repository: Repository, ref: string, path: string) {
  if (!isReadable(path)) return bytesAt(client, repository, ref, path);
  const { data } = await client.rest.repos.getContent({
    ...repository,
    path,
    ref,
    mediaType: { format: "raw" },
  });
  return typeof data === "string" ? data : undefined;
}

/** The bytes of a file, which GitHub gives by its hash alone where they are more than a megabyte. */
async function bytesAt(client: Client, repository: Repository, ref: string, path: string) {
  const { data } = await client.rest.repos.getContent({ ...repository, path, ref });
  if (!("content" in data) || data.size > maxFileBytes) return undefined;
  if (data.encoding === "base64") return Buffer.from(data.content, "base64");
  const blob = await client.rest.git.getBlob({ ...repository, file_sha: data.sha });
  return Buffer.from(blob.data.content, "base64");
}
