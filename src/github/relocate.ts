import type { Checked } from "../check.ts";
import type { Obstacle } from "../compliance/coverage.ts";

/**
 * The same outcome with paths from the repository's top folder, as GitHub wants them, where a folder in it was
 * checked on its own.
 *
 * @param folder that was checked, from the repository's top, with `/`; empty for the top itself
 */
export function relocate(checked: Checked, folder: string): Checked {
  if (folder === "") return checked;
  const { report, context } = checked;
  const prefix = `${folder}/`;
  const moved = <T extends { readonly file: string }>(at: T): T => ({ ...at, file: prefix + at.file });
  const movedObstacle = (obstacle: Obstacle | null): Obstacle | null =>
    obstacle?.file === undefined ? obstacle : moved({ ...obstacle, file: obstacle.file });
  return {
    report: {
      ...report,
      findings: report.findings.map((finding) => ({
        ...moved(finding),
        ...(finding.fix && { fix: { ...finding.fix, edits: finding.fix.edits.map(moved) } }),
      })),
      coverage: {
        ...report.coverage,
        frameworks: report.coverage.frameworks.map((framework) => ({
          ...framework,
          controls: framework.controls.map((control) => ({
            ...control,
            rules: control.rules.map((rule) => ({ ...rule, blockedBy: movedObstacle(rule.blockedBy) })),
            blockedBy: movedObstacle(control.blockedBy),
          })),
        })),
      },
    },
    context: {
      ...context,
      source: (file) => (file.startsWith(prefix) ? context.source(file.slice(prefix.length)) : undefined),
    },
  };
}
