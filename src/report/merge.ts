import { createHash } from "node:crypto";
import {
  atLeast,
  type Blocker,
  type ControlCoverage,
  type Coverage,
  countRungs,
  type FrameworkCoverage,
  type RouteStep,
  type Rung,
  type RungCounts,
  type Runtime,
  rungs,
} from "../compliance/index.ts";
import type { Finding, Severity } from "../lint/index.ts";
import type { Cluster, Report, Summary } from "./report.ts";

/** The report of one cluster or repository, with the name it goes by. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * Joins the reports of several clusters into one. A control is as high as in the cluster where it is lowest, of
 * those that ask for it; files and rules get the cluster's name in front. Held against the strictest of the levels.
 *
 * @param reports one or more, with names of their own
 */
export function mergeReports(reports: readonly NamedReport[]): Report {
  const [first] = reports;
  if (first === undefined) throw new RangeError("There is no report to merge.");
  const level = reports
    .map(({ report }) => report.coverage.level)
    .reduce((a, b) => (rungs.indexOf(b) > rungs.indexOf(a) ? b : a));
  const coverage = mergeCoverage(reports, level);
  const findings = reports.flatMap(({ name, report }) =>
    report.findings.map((finding) => renamed(name, finding)),
  );
  return {
    version: 1,
    tool: first.report.tool,
    summary: mergeSummary(reports, coverage, findings),
    findings,
    coverage,
    rules: reports.flatMap(({ name, report }) =>
      report.rules.map((rule) => ({
        ...rule,
        name: `${name}: ${rule.name}`,
        file: rule.file === null ? null : `${name}/${rule.file}`,
        changedAt: rule.changedAt.map((at) => ({ ...at, file: `${name}/${at.file}` })),
      })),
    ),
    ...routesOf(reports),
    clusters: reports.map((report) => cluster(report, level)),
    ...teamsOf(reports, level),
  };
}

function routesOf(reports: readonly NamedReport[]): Pick<Report, "routes"> {
  const routes = reports.flatMap(({ name, report }) => {
    const step = (one: RouteStep) => inCluster(name, one);
    return (report.routes ?? []).map((route) => ({
      rules: route.rules.map((rule) => `${name}: ${rule}`),
      deployment: `${name}: ${route.deployment}`,
      loaded: step(route.loaded),
      raised: step(route.raised),
      ends: route.ends.map((end) => ({ ...end, sent: step(end.sent), received: step(end.received) })),
    }));
  });
  return routes.length === 0 ? {} : { routes };
}

/** Each team with its clusters taken together; the team is the part of a name before a slash. */
function teamsOf(reports: readonly NamedReport[], level: Rung): Pick<Report, "teams"> {
  const teams = new Map<string, NamedReport[]>();
  for (const report of reports) {
    const slash = report.name.indexOf("/");
    if (slash === -1) continue;
    const team = report.name.slice(0, slash);
    // Within its team a cluster goes by the rest of its name, so that this ends.
    const own = { ...report, name: report.name.slice(slash + 1) };
    teams.set(team, [...(teams.get(team) ?? []), own]);
  }
  if (teams.size === 0) return {};
  return {
    teams: [...teams].map(([name, own]) => cluster({ name, report: mergeReports(own) }, level)),
  };
}

function renamed(name: string, finding: Finding): Finding {
  const fix = finding.fix && {
    ...finding.fix,
    edits: finding.fix.edits.map((edit) => ({ ...edit, file: `${name}/${edit.file}` })),
  };
  return {
    ...finding,
    file: `${name}/${finding.file}`,
    ...(fix === undefined ? {} : { fix }),
    fingerprint: createHash("sha256").update(`${name} ${finding.fingerprint}`).digest("hex").slice(0, 32),
  };
}

function mergeSummary(
  reports: readonly NamedReport[],
  { level, totals }: Coverage,
  findings: readonly Finding[],
): Summary {
  const summaries = reports.map(({ report }) => report.summary);
  const sum = (of: (summary: Summary) => number) => summaries.reduce((total, next) => total + of(next), 0);
  const found = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const versions = new Set(summaries.map(({ falcoVersion }) => falcoVersion));
  const [first] = summaries;
  const same = <T>(of: (summary: Summary) => T, otherwise: T): T =>
    summaries.every((summary) => of(summary) === of(first!)) ? of(first!) : otherwise;
  return {
    files: sum(({ files }) => files),
    rules: sum(({ rules }) => rules),
    errors: found("error"),
    warnings: found("warning"),
    notices: found("notice"),
    suppressed: {
      ignored: sum(({ suppressed }) => suppressed.ignored),
      baseline: sum(({ suppressed }) => suppressed.baseline),
      gone: sum(({ suppressed }) => suppressed.gone),
      unsure: sum(({ suppressed }) => suppressed.unsure ?? 0),
      outOfScope: sum(({ suppressed }) => suppressed.outOfScope ?? 0),
    },
    covered: totals.covered,
    total: totals.total,
    coverage: totals.percent,
    level,
    falcoVersion: [...versions].join(", "),
    passed: summaries.every(({ passed }) => passed),
    failures: reports.flatMap(({ name, report }) =>
      report.summary.failures.map((failure) => `${name}: ${failure}`),
    ),
    failOn: same(({ failOn }) => failOn, "never"),
    onlyNew: same(({ onlyNew }) => onlyNew, false),
    minCoverage: same(({ minCoverage }) => minCoverage, null),
  };
}

function cluster({ name, report }: NamedReport, level: Rung): Cluster {
  const share = ({ total, rungs }: { total: number; rungs: RungCounts["rungs"] }) => ({
    covered: rungs[level] ?? 0,
    total,
    percent: total === 0 ? null : Math.floor(((rungs[level] ?? 0) * 100) / total),
  });
  const { passed, falcoVersion, errors, warnings, notices } = report.summary;
  return {
    name,
    passed,
    falcoVersion,
    errors,
    warnings,
    notices,
    ...(report.origin !== undefined && { origin: report.origin }),
    total: share(report.coverage.totals),
    frameworks: report.coverage.frameworks.map(({ id, baseline, totals }) => ({
      id,
      baseline,
      ...share(totals.detect),
    })),
  };
}

interface ClusterFramework {
  readonly cluster: string;
  readonly framework: FrameworkCoverage;
}

function mergeCoverage(reports: readonly NamedReport[], level: Rung): Coverage {
  const byFramework = new Map<string, ClusterFramework[]>();
  for (const { name, report } of reports) {
    for (const framework of report.coverage.frameworks) {
      const key = JSON.stringify([framework.id, framework.baseline]);
      const uses = byFramework.get(key) ?? [];
      uses.push({ cluster: name, framework });
      byFramework.set(key, uses);
    }
  }
  const frameworks = [...byFramework.values()].map((uses) => mergeFramework(uses, level));
  const counted = frameworks.flatMap(({ controls }) => controls.filter(isIn("detect")));
  const deployments = reports.flatMap(({ name, report }) =>
    (report.coverage.deployments ?? []).map((deployment) => ({
      ...deployment,
      name: `${name}: ${deployment.name}`,
    })),
  );
  return {
    level,
    totals: countRungs(counted),
    frameworks,
    ...(deployments.length === 0 ? {} : { deployments }),
  };
}

const isIn =
  (runtime: Runtime) =>
  (control: ControlCoverage): boolean =>
    control.runtime === runtime && control.counted && control.outOfScope === null;

function mergeFramework(uses: readonly ClusterFramework[], level: Rung): FrameworkCoverage {
  const byControl = new Map<string, Contribution[]>();
  const groups = new Map(
    uses.flatMap(({ framework }) => (framework.groups ?? []).map((group) => [group.id, group] as const)),
  );
  for (const { cluster, framework } of uses) {
    for (const control of framework.controls) {
      const contributions = byControl.get(control.id) ?? [];
      contributions.push({ cluster, control });
      byControl.set(control.id, contributions);
    }
  }
  const controls = [...byControl.values()].map((contributions) => mergeControl(contributions, level));
  const { id, name, version, baseline } = uses[0]!.framework;
  return {
    id,
    name,
    version,
    baseline,
    totals: {
      detect: countRungs(controls.filter(isIn("detect"))),
      partial: countRungs(controls.filter(isIn("partial"))),
      support: countRungs(controls.filter(isIn("support"))),
      none: controls.filter(isIn("none")).length,
    },
    groups: [...groups.values()],
    controls,
  };
}

interface Contribution {
  readonly cluster: string;
  readonly control: ControlCoverage;
}

function mergeControl(contributions: readonly Contribution[], level: Rung): ControlCoverage {
  const required = contributions.filter(
    ({ control }) => control.outOfScope === null && control.runtime !== "none",
  );
  const lowest = required.reduce<Contribution | undefined>(
    (a, b) => (a === undefined || height(b.control.rung) < height(a.control.rung) ? b : a),
    undefined,
  );
  const { cluster, control } = lowest ?? contributions[0]!;
  return {
    ...control,
    covered: lowest !== undefined && atLeast(control.rung, level),
    rules: contributions.flatMap(({ cluster, control }) =>
      control.rules.map((rule) => ({
        ...rule,
        name: `${cluster}: ${rule.name}`,
        blockedBy: located(cluster, rule.blockedBy),
        ...(rule.evidence === undefined ? {} : { evidence: inCluster(cluster, rule.evidence) }),
      })),
    ),
    blockedBy: located(cluster, control.blockedBy),
  };
}

function located(cluster: string, blocker: Blocker | null): Blocker | null {
  if (blocker === null) return null;
  return { ...inCluster(cluster, blocker), reason: `${cluster}: ${blocker.reason}` };
}

function inCluster<T extends { readonly file?: string }>(cluster: string, at: T): T {
  return at.file === undefined ? at : { ...at, file: `${cluster}/${at.file}` };
}

function height(rung: Rung | null): number {
  return rung === null ? -1 : rungs.indexOf(rung);
}
