import { type Finding, severities } from "../lint/index.ts";
import { isNew } from "./difference.ts";
import { commandMessage, commandProperty, visible } from "./escape.ts";
import type { Format } from "./report.ts";

/**
 * Workflow commands, one annotation a line. GitHub shows ten errors, ten warnings and ten notices of a step, so
 * the worst come first, and among them those that the change brings or touches.
 */
export const github: Format = (report, context) => {
  const added = isNew(report);
  const rank = (finding: Finding) =>
    context.changed?.(finding.file, finding.line) === true || added(finding) ? 0 : 1;
  const sorted = report.findings.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || rank(a) - rank(b),
  );
  return sorted
    .map((finding) => {
      const properties: Record<string, string | number> = {
        file: visible(finding.file),
        line: finding.line,
        endLine: Math.max(finding.line, finding.endLine),
        // Columns are taken only within one line, where GitHub's end column is the last one marked.
        ...(finding.endLine > finding.line
          ? {}
          : { col: finding.column, endColumn: Math.max(finding.column, finding.endColumn - 1) }),
        title: visible(finding.rule),
      };
      const list = Object.entries(properties).map(
        ([key, value]) => `${key}=${commandProperty(String(value))}`,
      );
      const message = finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`;
      const lines = message.split(/\r\n|\r|\n/).map(visible);
      return `::${finding.severity} ${list.join(",")}::${commandMessage(lines.join("\n"))}\n`;
    })
    .join("");
};
