import type { Client } from "./client.ts";
import type { Repository } from "./event.ts";

/** GitHub's limit for a comment, in characters. */
export const maxCommentLength = 65_536;

export interface Comment {
  readonly repository: Repository;
  readonly pullRequest: number;
  /** Tells the comments of several runs in one pull request apart. */
  readonly key: string;
  /** Markdown without the marker; with it at most {@link maxCommentLength}. */
  readonly body: string;
  /** Whether to post the comment when there is none yet; one that is there is brought up to date anyway. */
  readonly create: boolean;
}

export interface CommentResult {
  readonly action: "created" | "updated" | "unchanged" | "none";
  /** The comment's address; undefined when there is none. */
  readonly url?: string;
}

/** The first line of our comment, invisible when rendered. */
export function commentMarker(key: string): string {
  return `<!-- falcoverage-comment: ${key} -->\n`;
}

/**
 * Posts the comment, or brings the one of an earlier run up to date: the oldest that starts with our marker
 * and was written by whom the token speaks for, so that nobody else's text is taken for ours. Further ones,
 * which two runs at the same time may leave, are deleted.
 *
 * @throws RequestError of Octokit when GitHub refuses
 */
export async function publishComment(client: Client, comment: Comment): Promise<CommentResult> {
  const { repository, pullRequest, key } = comment;
  const { issues } = client.rest;
  const body = commentMarker(key) + comment.body;
  const [ours, ...duplicates] = await findOurs(client, repository, pullRequest, key);
  if (ours === undefined) {
    if (!comment.create) return { action: "none" };
    const created = await issues.createComment({ ...repository, issue_number: pullRequest, body });
    return { action: "created", url: created.data.html_url };
  }
  const changed = asStored(ours.body) !== asStored(body);
  if (changed) await issues.updateComment({ ...repository, comment_id: ours.id, body });
  for (const { id } of duplicates) {
    // One that cannot be deleted now is left to the next run.
    await issues.deleteComment({ ...repository, comment_id: id }).catch(() => undefined);
  }
  return { action: changed ? "updated" : "unchanged", url: ours.url };
}

interface PublishedComment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
}

async function findOurs(
  client: Client,
  repository: Repository,
  pullRequest: number,
  key: string,
): Promise<readonly PublishedComment[]> {
  const all = await client.paginate(client.rest.issues.listComments, {
    ...repository,
    issue_number: pullRequest,
    per_page: 100,
  });
  const marked = all.filter(
    ({ body }) => body !== undefined && asStored(body).startsWith(commentMarker(key)),
  );
  if (marked.length === 0) return [];
  const login = await whoAmI(client);
  return marked
    .filter(({ user }) => user?.login === login)
    .map(({ id, body, html_url }) => ({ id, body: body ?? "", url: html_url }))
    .sort((a, b) => a.id - b.id);
}

/**
 * The login that the token's comments bear. GraphQL's `viewer` is the one question that tokens of users, of
 * apps and of the workflow may all ask; `GET /user` is for users only.
 */
export async function whoAmI(client: Client): Promise<string> {
  try {
    const { viewer } = await client.graphql<{ viewer: { login: string } }>("query { viewer { login } }");
    return viewer.login;
  } catch {
    return client.rest.users.getAuthenticated().then(
      ({ data }) => data.login,
      () => "github-actions[bot]",
    );
  }
}

/** GitHub may store line breaks and the end of a body in another form than it was sent in. */
function asStored(body: string): string {
  return body.replaceAll("\r\n", "\n").trimEnd();
}
