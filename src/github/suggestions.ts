import { createHash } from "node:crypto";
import type { Edit, Finding } from "../lint/index.ts";
import { Text } from "../project/index.ts";
import { markdownText } from "../report/index.ts";
import type { ChangedFile } from "./changed-files.ts";
import type { Client } from "./client.ts";
import { whoAmI } from "./comment.ts";
import type { PullRequest, Repository } from "./event.ts";

/** More at once would bury the review; the rest comes with the next push, or by `--fix`. */
const maxSuggestions = 20;

/** A longer one is hard to review, and no fix of one finding. */
const maxLines = 20;

/** The text to replace lines of a file that a pull request has changed. */
export interface Suggestion {
  readonly path: string;
  /** First and last line that it replaces, from 1. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly finding: Finding;
  /** Tells it from others wherever the lines move to. */
  readonly id: string;
}

/**
 * The safe fixes that touch only lines which the pull request has changed, and that read there as they do in the files
 * that were checked: a merge may have moved them.
 *
 * @param contentOf what a file holds; undefined where its text must not be shown
 */
export function suggestionsFor(
  findings: readonly Finding[],
  files: readonly ChangedFile[],
  contentOf: (path: string) => string | undefined,
): readonly Suggestion[] {
  const changed = new Map(files.map((file) => [file.path, file.added]));
  const taken = new Map<string, Set<number>>();
  const suggestions: Suggestion[] = [];
  for (const finding of findings) {
    const path = finding.fix?.edits[0]?.file;
    const content = path === undefined ? undefined : contentOf(path);
    if (finding.fix?.safe !== true || path === undefined || content === undefined) continue;
    const lines = taken.get(path) ?? new Set<number>();
    const suggestion = suggestionOf(finding, finding.fix.edits, path, content);
    if (suggestion === undefined) continue;
    const own = numbers(suggestion.first, suggestion.last);
    const text = new Text(path, content);
    const isChanged = own.every(
      (line) =>
        !lines.has(line) && withoutBreak(changed.get(path)?.get(line)) === withoutBreak(text.line(line)),
    );
    if (!isChanged) continue;
    taken.set(path, new Set([...lines, ...own]));
    suggestions.push(suggestion);
  }
  return suggestions;
}

function suggestionOf(
  finding: Finding,
  edits: readonly Edit[],
  path: string,
  content: string,
): Suggestion | undefined {
  if (edits.some((edit) => edit.file !== path)) return undefined;
  const first = Math.min(...edits.map(({ start }) => start.line));
  const last = Math.max(
    ...edits.map(({ end }) => (end.column === 1 && end.line > first ? end.line - 1 : end.line)),
  );
  if (last - first >= maxLines) return undefined;
  const { lineStarts } = new Text(path, content);
  const offset = ({ line, column }: Edit["start"]) => lineStarts[line - 1]! + column - 1;
  const start = lineStarts[first - 1]!;
  const end = lineStarts[last] ?? content.length;
  let lines = content.slice(start, end);
  const before = lines;
  for (const edit of [...edits].sort((a, b) => offset(b.start) - offset(a.start)))
    lines = lines.slice(0, offset(edit.start) - start) + edit.text + lines.slice(offset(edit.end) - start);
  const id = createHash("sha256")
    .update(JSON.stringify([path, before, lines]))
    .digest("hex")
    .slice(0, 16);
  const text = lines.replaceAll("\r\n", "\n").replace(/\n$/, "");
  return { path, first, last, text, finding, id };
}

/**
 * Posts the suggestions that no earlier run has posted, as one review. Earlier ones stay as they are: GitHub marks them
 * as outdated where their lines have changed.
 *
 * @returns how many were posted
 * @throws RequestError of Octokit when GitHub refuses
 */
export async function publishSuggestions(
  client: Client,
  repository: Repository,
  { number, headSha }: PullRequest,
  key: string,
  suggestions: readonly Suggestion[],
): Promise<number> {
  if (suggestions.length === 0) return 0;
  const request = { ...repository, pull_number: number };
  const all = await client.paginate(client.rest.pulls.listReviewComments, { ...request, per_page: 100 });
  const login = await whoAmI(client);
  const posted = new Set(
    all.filter(({ user }) => user?.login === login).map(({ body }) => body.slice(0, body.search(/\r?\n|$/))),
  );
  const fresh = suggestions.filter(({ id }) => !posted.has(marker(key, id))).slice(0, maxSuggestions);
  if (fresh.length === 0) return 0;
  await client.rest.pulls.createReview({
    ...request,
    ...(headSha === null ? {} : { commit_id: headSha }),
    event: "COMMENT",
    body: "Fixes on lines that this pull request changes. What Falco sees of the files stays the same, or they did not load.",
    comments: fresh.map((suggestion) => ({
      path: suggestion.path,
      side: "RIGHT",
      line: suggestion.last,
      ...(suggestion.first === suggestion.last ? {} : { start_line: suggestion.first, start_side: "RIGHT" }),
      body: `${marker(key, suggestion.id)}\n${suggestionBody(suggestion)}`,
    })),
  });
  return fresh.length;
}

/** The suggestions for the job's summary, where they cannot be posted, as from a fork. */
export function suggestionsMarkdown(suggestions: readonly Suggestion[]): string {
  const shown = suggestions
    .slice(0, maxSuggestions)
    .map(
      (suggestion) =>
        `**${markdownText(`${suggestion.path}:${suggestion.first}`)}**: ${suggestionBody(suggestion, "yaml")}`,
    );
  return `\n### Fixes of changed lines\n\n${shown.join("\n\n")}\n`;
}

function suggestionBody({ finding, text }: Suggestion, language = "suggestion"): string {
  const runs = text.match(/`+/g)?.map(({ length }) => length) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${markdownText(finding.message)} (${finding.rule})\n\n${fence}${language}\n${text}${text === "" ? "" : "\n"}${fence}`;
}

/** The first line of a comment, invisible when rendered. */
function marker(key: string, id: string): string {
  return `<!-- falcoverage-suggestion: ${key} ${id} -->`;
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function withoutBreak(line: string | undefined): string | undefined {
  return line?.replace(/\r?\n?$/, "");
}
