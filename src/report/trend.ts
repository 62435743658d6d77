import {
  atLeast,
  type Compared,
  compare,
  type FrameworkCoverage,
  type Rung,
  regressions,
} from "../compliance/index.ts";
import { mergeReports, type NamedReport } from "./merge.ts";
import type { Report, Trend, TrendLoss, TrendPoint, TrendSeries } from "./report.ts";

/** A report of a cluster or a repository, with the time of which it is, as ISO 8601. */
export interface DatedReport extends NamedReport {
  readonly time: string;
}

/** What of a report is needed over time: all but findings, rules and their ways. */
export function withoutDetails({ routes: _, ...report }: Report): Report {
  return { ...report, findings: [], rules: [] };
}

/**
 * How coverage went over time: for all together, and where there are several for each team and each cluster; and which
 * controls were lost on the way.
 *
 * @param reports of one or more clusters, in any order
 * @param level the rung from which a control counts as covered, for all times alike
 */
export function trendOf(reports: readonly DatedReport[], level: Rung): Trend {
  const ordered = reports.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const clusters = [...new Set(ordered.map(({ name }) => name))].sort();
  const of = (names: readonly string[]) => ordered.filter(({ name }) => names.includes(name));
  const series: TrendSeries[] = [{ kind: "all", name: "All", points: pointsOf(ordered, level) }];
  if (clusters.length > 1) {
    for (const [team, own] of teamsOf(clusters))
      series.push({ kind: "team", name: team, points: pointsOf(of(own), level) });
    for (const name of clusters) series.push({ kind: "cluster", name, points: pointsOf(of([name]), level) });
  }
  return { series, losses: clusters.flatMap((name) => lossesOf(of([name]), clusters.length > 1, level)) };
}

/** The clusters of each team, which is the part of a name before a slash; none where no name has one. */
function teamsOf(clusters: readonly string[]): Map<string, string[]> {
  const teams = new Map<string, string[]>();
  for (const name of clusters) {
    const slash = name.indexOf("/");
    if (slash === -1) continue;
    const team = name.slice(0, slash);
    teams.set(team, [...(teams.get(team) ?? []), name]);
  }
  return teams;
}

/** At each time the newest report of each cluster, taken together. */
function pointsOf(ordered: readonly DatedReport[], level: Rung): TrendPoint[] {
  const newest = new Map<string, DatedReport>();
  return ordered.map((dated) => {
    newest.set(dated.name, dated);
    const { name, report, time } = dated;
    const all = [...newest.values()].map((one) => ({ name: one.name, report: one.report }));
    const { coverage } = all.length === 1 ? report : mergeReports(all);
    const [covered, total] = [coverage.totals.rungs[level] ?? 0, coverage.totals.total];
    return {
      time,
      ...(newest.size > 1 && { cluster: name }),
      ...(report.origin?.commit !== undefined && { commit: report.origin.commit }),
      covered,
      total,
      frameworks: coverage.frameworks.map((framework) => shareOf(framework, level)),
    };
  });
}

function shareOf(
  { id, name, baseline, totals }: FrameworkCoverage,
  level: Rung,
): TrendPoint["frameworks"][number] {
  return { id, name, baseline, covered: totals.detect.rungs[level] ?? 0, total: totals.detect.total };
}

/** The controls that one report of a cluster has lost since the one before it. */
function lossesOf(ordered: readonly DatedReport[], isOneOfSeveral: boolean, level: Rung): TrendLoss[] {
  return ordered.slice(1).flatMap(({ name, time, report }, index) => {
    const before = ordered[index]!.report;
    const later = ordered.slice(index + 2);
    return regressions(compare(comparable(before), comparable(report, level))).map(
      ({ framework, id, title, kind, cause }): TrendLoss => ({
        time,
        ...(isOneOfSeveral && { cluster: name }),
        framework,
        id,
        title,
        kind: kind === "left" ? "left" : "lost",
        reason: cause?.reason ?? null,
        ...(cause?.file !== undefined && { file: cause.file, line: cause.line ?? 1 }),
        ...between(before, report),
        regained: later.find((one) => isCovered(one.report, framework, id, level))?.time ?? null,
      }),
    );
  });
}

function comparable({ coverage }: Report, level = coverage.level): Compared {
  return { coverage: { ...coverage, level }, rules: [], findings: [] };
}

function isCovered({ coverage }: Report, framework: string, id: string, level: Rung): boolean {
  const control = coverage.frameworks
    .find((one) => one.id === framework)
    ?.controls.find((candidate) => candidate.id === id);
  return control !== undefined && control.outOfScope === null && atLeast(control.rung, level);
}

/** The commits between which it happened, and where people read what changed and the line that blocks it now. */
function between(
  before: Report,
  { origin }: Report,
): Pick<TrendLoss, "since" | "commit" | "ref" | "changes" | "files"> {
  const since = before.origin?.commit;
  const { commit, ref, repository, files } = origin ?? {};
  const changes =
    repository?.startsWith("https://") && commit !== undefined
      ? since === undefined || since === commit
        ? `${repository}/commit/${commit}`
        : `${repository}/compare/${since}...${commit}`
      : undefined;
  return {
    ...(since !== undefined && { since }),
    ...(commit !== undefined && { commit }),
    ...(ref !== undefined && { ref }),
    ...(changes !== undefined && { changes }),
    ...(files !== undefined && { files }),
  };
}
