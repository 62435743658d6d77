import {
  type ControlChange,
  type Coverage,
  type DeploymentChange,
  type Difference,
  regressions,
  weakened,
} from "../compliance/index.ts";
import { type Finding, type Severity, severities } from "../lint/index.ts";
import type { Settings } from "../settings.ts";
import { count } from "./controls.ts";
import { frameworkNames } from "./framework-names.ts";
import type { SettingsChange, Summary } from "./report.ts";

interface Assessed {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly suppressed: Summary["suppressed"];
}

interface Changes {
  readonly difference?: Difference | undefined;
  readonly settingsChange?: SettingsChange | undefined;
  /** Why there is nothing to compare with where there should be. */
  readonly missingBase?: string | undefined;
}

/** Counts, and whether what was asked for is reached. */
export function summarise(
  counts: { readonly files: number; readonly rules: number; readonly falcoVersion: string },
  { findings, coverage, suppressed }: Assessed,
  settings: Settings,
  { difference, settingsChange, missingBase }: Changes = {},
): Summary {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const summary = {
    ...counts,
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice"),
    suppressed,
    covered: coverage.totals.covered,
    total: coverage.totals.total,
    coverage: coverage.totals.percent,
    level: settings.level,
    failOn: settings.failOn,
    onlyNew: settings.onlyNew,
    minCoverage: settings.minCoverage.get("overall") ?? null,
  };
  const names = frameworkNames({ coverage, difference, settingsChange });
  const failures = [
    ...findingFailures(findings, settings, difference),
    ...coverageFailures(coverage, settings.minCoverage),
    ...(settings.failOnRegression && difference !== undefined ? regressionFailures(difference, names) : []),
    ...(settings.failOnRegression && settingsChange?.difference
      ? regressionFailures(settingsChange.difference, names).map(
          (failure) => `By the settings of this change: ${failure}`,
        )
      : []),
    ...(missingBase === undefined ? [] : [missingBase]),
  ];
  return { ...summary, passed: failures.length === 0, failures };
}

/** Whether a finding by itself makes the check fail. */
export function failsCheck(
  { failOn, onlyNew }: Pick<Settings, "failOn" | "onlyNew">,
  difference: Difference | undefined,
): (finding: Finding) => boolean {
  const failing = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const added = onlyNew && difference !== undefined ? new Set(difference.findings.added) : undefined;
  return ({ severity, fingerprint }) => failing.includes(severity) && (added?.has(fingerprint) ?? true);
}

function findingFailures(
  findings: readonly Finding[],
  settings: Settings,
  difference: Difference | undefined,
): string[] {
  const failing = findings.filter(failsCheck(settings, difference));
  const parts = severities.flatMap((severity) => {
    const found = failing.filter((finding) => finding.severity === severity).length;
    return found === 0 ? [] : [count(found, severity)];
  });
  const isPart = settings.onlyNew && difference !== undefined;
  return parts.length === 0
    ? []
    : [`${parts.join(", ")} found${isPart ? " that the base does not have" : ""}.`];
}

/** The failures that only say how many findings there are, which a report says beside them. */
export function countFailures({
  errors,
  warnings,
  notices,
}: Pick<Summary, "errors" | "warnings" | "notices">): ReadonlySet<string> {
  const numbers = { error: errors, warning: warnings, notice: notices };
  const parts = severities.flatMap((severity) =>
    numbers[severity] === 0 ? [] : [count(numbers[severity], severity)],
  );
  return new Set(parts.map((_, index) => `${parts.slice(0, index + 1).join(", ")} found.`));
}

/** Why a loss fails the check: the controls that are lost, and the deployments that cover fewer of them. */
export function regressionFailures(difference: Difference, names: (framework: string) => string): string[] {
  const gone = regressions(difference);
  const of = (kind: ControlChange["kind"]) => gone.filter((change) => change.kind === kind);
  return [
    ...controlsFailure(of("lost"), "lost", names),
    ...controlsFailure(of("left"), "no longer asked for", names),
    ...deploymentsFailure(weakened(difference)),
  ];
}

/** Names in a sentence; more are counted. */
const maxNames = 10;

function deploymentsFailure(deployments: readonly DeploymentChange[]): string[] {
  const [first] = deployments;
  if (first === undefined) return [];
  if (deployments.length === 1)
    return [
      `The deployment ${first.name} covers ${first.to.covered} controls by itself, and covered ${first.from.covered}.`,
    ];
  const shown = deployments
    .slice(0, maxNames)
    .map(({ name, from, to }) => `${name} (${from.covered} to ${to.covered})`);
  const more = deployments.length > shown.length ? ` and ${deployments.length - shown.length} more` : "";
  return [
    `${deployments.length} deployments cover fewer controls by themselves: ${shown.join(", ")}${more}.`,
  ];
}

function controlsFailure(
  controls: readonly ControlChange[],
  what: string,
  names: (framework: string) => string,
): string[] {
  if (controls.length === 0) return [];
  const shown = controls.slice(0, maxNames).map(({ framework, id }) => `${names(framework)} ${id}`);
  const more = controls.length > shown.length ? ` and ${controls.length - shown.length} more` : "";
  return [
    `${controls.length} control${controls.length === 1 ? "" : "s"} ${what}: ${shown.join(", ")}${more}.`,
  ];
}

function coverageFailures(coverage: Coverage, least: ReadonlyMap<string, number>): string[] {
  return [...least].flatMap(([id, percent]) => {
    const framework = coverage.frameworks.find((candidate) => candidate.id === id);
    if (id !== "overall" && framework === undefined) {
      return [`No coverage is known of ${id}, of which ${percent}% are required.`];
    }
    const counts = framework?.totals.detect ?? coverage.totals;
    // Held against the exact share, as the percentage that is shown is rounded down.
    if (counts.covered * 100 >= percent * counts.total) return [];
    const name = framework?.name ?? "All frameworks together";
    return [
      `${name}: ${counts.covered} of ${counts.total} controls (${counts.percent ?? 0}%) are covered at the rung ${coverage.level}; ${percent}% are required.`,
    ];
  });
}
