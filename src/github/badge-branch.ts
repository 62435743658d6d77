import type { Client } from "./client.ts";
import type { Repository } from "./event.ts";

/** Text files by path in the branch. */
export type BranchFiles = Readonly<Record<string, string>>;

/**
 * Commits files to a branch through the API, without a checkout: one commit, none when they are there already.
 * The branch's other files stay; a branch that does not exist starts empty, with no history of another one.
 *
 * @throws RequestError of Octokit when GitHub refuses, also when someone else pushed at the same time
 */
export async function publishToBranch(
  client: Client,
  repository: Repository,
  branch: string,
  files: BranchFiles,
): Promise<"created" | "updated" | "unchanged"> {
  const { git } = client.rest;
  const parent = await tipOf(client, repository, branch);
  const tree = await git.createTree({
    ...repository,
    ...(parent === null ? {} : { base_tree: parent.tree }),
    tree: Object.entries(files).map(([path, content]) => ({ path, content, mode: "100644", type: "blob" })),
  });
  if (tree.data.sha === parent?.tree) return "unchanged";
  const commit = await git.createCommit({
    ...repository,
    message: "Update the coverage badge",
    tree: tree.data.sha,
    parents: parent === null ? [] : [parent.sha],
  });
  const { sha } = commit.data;
  if (parent === null) {
    await git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha });
    return "created";
  }
  await git.updateRef({ ...repository, ref: `heads/${branch}`, sha });
  return "updated";
}

async function tipOf(
  client: Client,
  repository: Repository,
  branch: string,
): Promise<{ sha: string; tree: string } | null> {
  const { git } = client.rest;
  try {
    const ref = await git.getRef({ ...repository, ref: `heads/${branch}` });
    const { sha } = ref.data.object;
    const commit = await git.getCommit({ ...repository, commit_sha: sha });
    return { sha, tree: commit.data.tree.sha };
  } catch (error) {
    if ((error as { status?: number }).status === 404) return null;
    throw error;
  }
}
