import { describeRules, type RenderContext, type Report, type RuleFacts } from "./report/index.ts";
import { maskSecrets } from "./stack/index.ts";
import type { VersionChange } from "./upgrade/index.ts";

/** What a check finds, as plain data. */
export interface CheckResult {
  readonly report: Report;
  /** The lint rules and policies that decided. */
  readonly rules: readonly RuleFacts[];
  /** The files whose text formats may show. */
  readonly files: readonly string[];
  /** The versions that the deployments have otherwise than before. */
  readonly versionChanges?: readonly VersionChange[];
}

/** How a report is shown. */
export interface Presentation {
  readonly color?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** In the text report, the worst alone and the rest as counts. */
  readonly firstScreen?: boolean | undefined;
  /** Columns of the terminal. */
  readonly width?: number | undefined;
}

/** A report, and what the formats need with it. */
export interface Checked {
  readonly report: Report;
  readonly context: RenderContext;
  readonly versionChanges?: readonly VersionChange[];
}

/** @param contentOf gives the text of a file that was checked */
export function present(
  { report, rules, versionChanges }: CheckResult,
  contentOf: (file: string) => string | undefined,
  { color, quiet, firstScreen, width }: Presentation,
): Checked {
  const masked = new Map<string, string>();
  const context = {
    // Reports are read by more people than the repository is.
    source: (file: string) => {
      const content = contentOf(file);
      if (content === undefined) return undefined;
      const shown = masked.get(file) ?? maskSecrets(content);
      masked.set(file, shown);
      return shown;
    },
    rules: describeRules(rules),
    color: color ?? false,
    quiet: quiet ?? false,
    firstScreen: firstScreen ?? false,
    width: width ?? 100,
    time: new Date().toISOString(),
  };
  return { report, context, ...(versionChanges && { versionChanges }) };
}
