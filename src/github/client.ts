import { getOctokit } from "@actions/github";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";

export type Client = ReturnType<typeof getOctokit>;

const requestTimeout = 30_000;
const maxRetries = 2;
/** Longer waits, in seconds, cost more runner time than the comment is worth. */
const maxWait = 60;

/**
 * A client for the API at `GITHUB_API_URL`. Network faults and answers of 500 and above are tried again, and
 * rate limits are waited for, both within bounds; what still fails then throws with its `status`.
 *
 * This module is loaded only when something is asked of GitHub, as it takes longer to load than a check to run.
 */
export function createClient(token: string): Client {
  const waitFor = (seconds: number, _options: object, _client: object, retries: number): boolean =>
    seconds <= maxWait && retries < maxRetries;
  const silent = (): void => {};
  return getOctokit(
    token,
    {
      log: { debug: silent, info: silent, warn: silent, error: silent },
      retry: { retries: maxRetries, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
      throttle: { onRateLimit: waitFor, onSecondaryRateLimit: waitFor },
    },
    eachAttempt,
    throttling,
    retry,
  );
}

/** Stands closest to the network, so that every attempt of a request passes it. */
function eachAttempt(client: {
  hook: {
    before(
      name: "request",
      method: (options: { request?: { signal?: unknown; timeout?: number } }) => void,
    ): void;
    error(name: "request", method: (error: unknown) => never): void;
  };
}): void {
  client.hook.before("request", (options) => {
    const timeout = options.request?.timeout ?? requestTimeout;
    options.request = { ...options.request, signal: AbortSignal.timeout(timeout) };
  });
  client.hook.error("request", (error) => {
    const { status, response } = error as {
      status?: number;
      response?: { headers: Record<string, unknown> };
    };
    const wait = response?.headers["retry-after"];
    if ((status === 403 || status === 429) && response !== undefined && wait !== undefined) {
      // The throttling plugin knows a secondary limit by these words alone, and takes 0 for no answer.
      (error as Error).message = "secondary rate limit";
      response.headers["retry-after"] = String(Math.max(1, Number(wait)));
    }
    throw error;
  });
}
