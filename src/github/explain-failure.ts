/**
 * What a failed request means, in words that say what to change. Nothing of GitHub's answer is repeated.
 *
 * @param permission that the job needs for the request, such as `pull-requests: write`
 */
export function explainFailure(error: unknown, permission: string): string {
  const { status, response } = error as {
    status?: unknown;
    response?: { headers?: Record<string, unknown> };
  };
  const headers = response?.headers ?? {};
  if (status === 429 || headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== undefined)
    return "GitHub's rate limit is used up";
  switch (status) {
    case 401:
      return "GitHub does not accept the token (401)";
    case 403:
    case 404:
      return `the token may not do this (${status}): the job needs the permission ${permission}${permission.endsWith("write") ? ", which pull requests from forks do not get" : ""}`;
    case 409:
    case 422:
      return `GitHub refused the request (${status})`;
    default:
      return typeof status === "number" ? `GitHub failed (${status})` : "GitHub gave no answer to use";
  }
}
