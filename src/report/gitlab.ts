import { jsonText, visibleLines, wellFormed } from "./escape.ts";
import type { Format } from "./report.ts";

const severities = { error: "major", warning: "minor", notice: "info" } as const;

/** A report of GitLab's Code Quality: a list of findings. Source of the keys: GitLab's documentation. */
export const gitlab: Format = (report) => {
  const seen = new Map<string, number>();
  const issues = report.findings.map((finding) => {
    // GitLab shows findings with one fingerprint once.
    const number = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, number + 1);
    return {
      description: visibleLines(finding.message),
      check_name: finding.rule,
      fingerprint: number === 0 ? finding.fingerprint : `${finding.fingerprint}-${number}`,
      severity: severities[finding.severity],
      location: {
        path: wellFormed(finding.file),
        lines: { begin: finding.line, end: Math.max(finding.line, finding.endLine) },
      },
    };
  });
  return `${jsonText(issues)}\n`;
};
