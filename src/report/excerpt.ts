import type { Excerpt, Finding } from "../lint/index.ts";
import { Text } from "../project/index.ts";
import type { RenderContext, Report } from "./report.ts";

/** Characters that are kept on each side of what a finding is about, and of that itself: more than a screen shows. */
const reach = 160;

/**
 * Gives the line of a finding: from its file where that is at hand, else what a report that was read has of it. Undefined
 * where there is neither.
 */
export function excerpts({
  source,
}: Pick<RenderContext, "source">): (finding: Finding) => Excerpt | undefined {
  const texts = new Map<string, Text | undefined>();
  return (finding) => {
    const { file } = finding;
    if (!texts.has(file)) {
      const content = source(file);
      texts.set(file, content === undefined ? undefined : new Text(file, content));
    }
    const text = texts.get(file);
    return text === undefined ? finding.excerpt : excerptOf(finding, text);
  };
}

function excerptOf(finding: Finding, text: Text): Excerpt | undefined {
  if (finding.line > text.lineStarts.length) return undefined;
  const line = text.line(finding.line);
  const start = Math.min(finding.column - 1, line.length);
  const end = finding.endLine > finding.line ? line.length : Math.max(start, finding.endColumn - 1);
  const from = start > reach ? start - reach : 0;
  const to = Math.min(start, line.length) + 2 * reach;
  const lead = from > 0 ? "…" : "";
  const cut = (whole: string) => lead + whole.slice(from, to) + (whole.length > to ? "…" : "");
  const above = finding.line > 1 ? text.line(finding.line - 1) : "";
  const shown = cut(line);
  const at = (offset: number) => Math.min(offset - from + lead.length, shown.length);
  return {
    text: shown,
    start: at(start),
    end: at(end),
    ...(above.trim() !== "" && above.length > from && { above: cut(above) }),
  };
}

/** Most characters of excerpts that a report keeps, so that one with very many findings stays small. */
const maxKept = 2_000_000;

/** The report with the lines of its findings, for readers that have no files. */
export function withExcerpts(report: Report, context: Pick<RenderContext, "source">): Report {
  const excerptFor = excerpts(context);
  let kept = 0;
  const findings = report.findings.map((finding) => {
    const excerpt = kept > maxKept ? undefined : excerptFor(finding);
    if (excerpt === undefined || excerpt === finding.excerpt || excerpt.text.trim() === "") return finding;
    kept += excerpt.text.length + (excerpt.above?.length ?? 0);
    return { ...finding, excerpt };
  });
  return { ...report, findings };
}
