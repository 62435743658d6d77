import type { Finding } from "../lint/index.ts";

/**
 * The findings of an earlier text of a file where they still hold: on lines before or after the change.
 * What was found in the part that changed is not known any more.
 */
export function carriedFindings(findings: readonly Finding[], before: string, after: string): Finding[] {
  if (before === after) return [...findings];
  const old = before.split("\n");
  const now = after.split("\n");
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const shift = now.length - old.length;
  return findings.flatMap((finding) => {
    if (finding.endLine <= head) return [finding];
    if (finding.line > old.length - tail) return [moved(finding, shift)];
    return [];
  });
}

/** The finding so many lines further down. A fix may reach into what changed, so it goes. */
function moved(finding: Finding, lines: number): Finding {
  if (lines === 0) return finding;
  const { fix: _, ...rest } = finding;
  return { ...rest, line: finding.line + lines, endLine: finding.endLine + lines };
}
