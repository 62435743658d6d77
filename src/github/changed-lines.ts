import type { Client } from "./client.ts";
import type { PullRequest, Repository } from "./event.ts";

/** First and last line of a run of lines, both from 1 and inclusive. */
interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines that a pull request adds or changes, by path; of a file without a patch (too large) no line. */
export type ChangedLines = ReadonlyMap<string, readonly LineRange[]>;

/** @throws RequestError of Octokit when GitHub refuses */
export async function fetchChangedLines(
  client: Client,
  repository: Repository,
  pullRequest: PullRequest,
): Promise<ChangedLines> {
  const files = await client.paginate(client.rest.pulls.listFiles, {
    ...repository,
    pull_number: pullRequest.number,
    per_page: 100,
  });
  return new Map(files.map((file) => [file.filename, addedLines(file.patch ?? "")]));
}

export function isChanged(changed: ChangedLines, file: string, line: number): boolean {
  return changed.get(file)?.some(({ first, last }) => first <= line && line <= last) ?? false;
}

/** The lines of the new file that a unified diff adds. */
function addedLines(patch: string): readonly LineRange[] {
  const ranges: { first: number; last: number }[] = [];
  let line = 0;
  for (const text of patch.split("\n")) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text);
    if (hunk !== null) {
      line = Number(hunk[1]);
    } else if (text.startsWith("+")) {
      const open = ranges.at(-1);
      if (open?.last === line - 1) open.last = line;
      else ranges.push({ first: line, last: line });
      line++;
    } else if (text.startsWith(" ")) {
      line++;
    }
  }
  return ranges;
}
