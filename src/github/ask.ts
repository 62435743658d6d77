import type { Client } from "./client.ts";
import type { Repository } from "./event.ts";
import { explainFailure } from "./explain-failure.ts";

/**
 * Asks something of GitHub. When that fails, says what is `lost` and why, and gives undefined.
 *
 * @param permission that the job needs for it, such as `contents: read`
 */
export type Ask = <T>(
  lost: string,
  permission: string,
  request: (client: Client, repository: Repository) => Promise<T>,
) => Promise<T | undefined>;

export function askWith(
  token: string | undefined,
  repository: Repository | null,
  say: (message: string) => void,
): Ask {
  return async (lost, permission, request) => {
    if (token === undefined || repository === null) {
      const missing = token === undefined ? "there is no github-token" : "GITHUB_REPOSITORY is not set";
      say(`${lost}: ${missing}.`);
      return undefined;
    }
    try {
      // Loaded late, as it takes longer to load than a check to run.
      const { createClient } = await import("./client.ts");
      return await request(createClient(token), repository);
    } catch (error) {
      say(`${lost}: ${explainFailure(error, permission)}.`);
      return undefined;
    }
  };
}
