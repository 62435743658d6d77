import { type Finding, type Severity, severities } from "../lint/index.ts";
import { isNew } from "./difference.ts";
import { commandMessage, commandProperty, visible } from "./escape.ts";
import type { Format, RenderContext, Report } from "./report.ts";

/** A finding as GitHub shows it beside a line. */
export interface Annotation {
  readonly severity: Severity;
  readonly message: string;
  readonly place: {
    readonly title: string;
    readonly file: string;
    readonly startLine: number;
    readonly endLine: number;
    readonly startColumn?: number;
    readonly endColumn?: number;
  };
}

/**
 * GitHub shows ten errors, ten warnings and ten notices of a step, so the worst come first, and among them those
 * that the change brings or touches.
 */
export function annotations(report: Report, context: RenderContext): Annotation[] {
  const added = isNew(report);
  const rank = (finding: Finding) =>
    context.changed?.(finding.file, finding.line) === true || added(finding) ? 0 : 1;
  return report.findings
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || rank(a) - rank(b))
    .map((finding) => {
      const message = finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`;
      return {
        severity: finding.severity,
        message: message
          .split(/\r\n|\r|\n/)
          .map(visible)
          .join("\n"),
        place: {
          title: visible(finding.rule),
          file: visible(finding.file),
          startLine: finding.line,
          endLine: Math.max(finding.line, finding.endLine),
          // Columns are taken only within one line, where GitHub's end column is the last one marked.
          ...(finding.endLine > finding.line
            ? {}
            : {
                startColumn: finding.column,
                endColumn: Math.max(finding.column, finding.endColumn - 1),
              }),
        },
      };
    });
}

/** Workflow commands, one annotation a line, for steps that print the report themselves. */
export const github: Format = (report, context) =>
  annotations(report, context)
    .map(({ severity, message, place }) => {
      const { title, file, startLine: line, endLine, startColumn: col, endColumn } = place;
      const properties = Object.entries({ file, line, endLine, col, endColumn, title }).flatMap(
        ([key, value]) => (value === undefined ? [] : [`${key}=${commandProperty(String(value))}`]),
      );
      return `::${severity} ${properties.join(",")}::${commandMessage(message)}\n`;
    })
    .join("");
