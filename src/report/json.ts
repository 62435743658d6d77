import { jsonText } from "./escape.ts";
import { withExcerpts } from "./excerpt.ts";
import type { Format, RenderContext, Report, ReportOrigin } from "./report.ts";

/** The report itself, in the shape of `schemas/report.schema.json`. */
export const json: Format = (report, context) =>
  `${jsonText(withOrigin(withExcerpts(report, context), context))}\n`;

/** The report with when it was made and of what; one that says so already stays as it is. */
export function withOrigin(report: Report, { time, origin }: RenderContext): Report {
  if (report.origin !== undefined || time === undefined || origin === undefined) return report;
  const { repository, commit, ref, files } = origin;
  const made: ReportOrigin = {
    time,
    ...(repository !== undefined && { repository }),
    ...(commit !== undefined && { commit }),
    ...(ref !== undefined && { ref }),
    ...(files !== undefined && { files }),
  };
  return { ...report, origin: made };
}
