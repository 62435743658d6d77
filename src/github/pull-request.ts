import type { Ask } from "./ask.ts";
import type { Event, PullRequest } from "./event.ts";

/** The event with the open pull request that its run was about, which `workflow_run` does not name for one from a fork. */
export async function withPullRequest(event: Event, ask: Ask): Promise<Event> {
  const { headBranch: head, headSha } = event;
  if (head === null || headSha === null) return event;
  const pullRequest = await ask(
    "The pull request of the run is not known",
    "pull-requests: read",
    async (client, repository): Promise<PullRequest | null> => {
      const { data } = await client.rest.pulls.list({ ...repository, state: "open", head, per_page: 100 });
      // One that has gone on since is checked by its own run.
      const found = data.find((one) => one.head.sha === headSha);
      return found === undefined ? null : { number: found.number, baseSha: found.base.sha, headSha };
    },
  );
  return pullRequest ? { ...event, pullRequest, baseSha: pullRequest.baseSha } : event;
}
