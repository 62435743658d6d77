import picocolors from "picocolors";
import type { Coverage } from "../compliance/index.ts";
import type { Finding } from "../lint/index.ts";
import { clustersText } from "./clusters.ts";
import { clipTo, padStart, textWidth, wrap } from "./columns.ts";
import {
  blockerLocation,
  count,
  countedFrom,
  countsFrom,
  detectorText,
  hasCoverage,
  type OpenControls,
  openByBlocker,
  percentText,
  suppressedText,
} from "./controls.ts";
import { coverageTable, sharePaint } from "./coverage-table.ts";
import { differenceText, isNew } from "./difference.ts";
import { visible } from "./escape.ts";
import { type FrameContext, findingBlocks, heightOf, worstBlocks } from "./finding-blocks.ts";
import { isNothingRead } from "./nothing-read.ts";
import type { Format, RenderContext, Report } from "./report.ts";
import { limitation } from "./signal-text.ts";
import { countFailures } from "./summary.ts";
import { trendText } from "./trend-text.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Lines that a first screen takes. */
const screenLines = 76;
/** The most reasons for open controls, and the most deployments, that a first screen shows. */
const maxReasons = 5;

/** For terminals: findings with their lines, the coverage table, what is not covered, one line that sums up. */
export const text: Format = (report, context) => {
  const colors = picocolors.createColors(context.color);
  const before = [
    ...clustersText(report, colors),
    ...trendText(report, colors),
    ...differenceText(report, context, colors),
  ];
  const after =
    !context.quiet && hasCoverage(report.coverage)
      ? [
          coverageTable(report, context, colors),
          ...deploymentsText(report.coverage, context, colors),
          ...openControls(report, context, colors),
        ]
      : [];
  if (!context.quiet || !report.summary.passed || before.length + report.findings.length > 0)
    after.push(closing(report, context.width, colors));
  const room = screenLines - heightOf([...before, ...after]);
  const findings = context.firstScreen
    ? worstBlocks(report.findings, isNew(report), room, context, colors)
    : findingBlocks(report.findings, isNew(report), context, colors);
  const blocks = [...before, ...findings, ...after];
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
};

/** Findings alone, as {@link text} shows them; empty when there are none. */
export function findingsText(findings: readonly Finding[], context: FrameContext): string {
  const colors = picocolors.createColors(context.color);
  const blocks = findingBlocks(findings, () => false, context, colors);
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** What each of several deployments covers by itself. */
function deploymentsText(
  { deployments = [] }: Coverage,
  { firstScreen = false, width }: RenderContext,
  colors: Colors,
): string[] {
  if (deployments.length === 0) return [];
  const shown = firstScreen ? deployments.slice(0, maxReasons) : deployments;
  const margin = 19;
  const lines = shown.flatMap(({ name, totals }) => {
    const share = `${padStart(`${totals.covered}/${totals.total}`, 9)}${padStart(percentText(totals.percent), 6)}`;
    return wrap(visible(name), width - margin).map((part, index) =>
      index === 0 ? `  ${sharePaint(totals, colors)(share)}  ${part}` : " ".repeat(margin) + part,
    );
  });
  if (shown.length < deployments.length) lines.push(`  and ${deployments.length - shown.length} more`);
  return [[colors.bold("Each deployment alone"), ...lines].join("\n")];
}

/** Open controls by what holds them back, the blocker that costs most first, since one line can cost many. */
function openControls(report: Report, context: RenderContext, colors: Colors): string[] {
  const blockers = openByBlocker(report.coverage);
  if (blockers.length === 0) return [];
  const lines = context.firstScreen
    ? openCounts(blockers, context, colors)
    : blockers.flatMap((open) => openLines(open, context, colors));
  return [[colors.bold("Not covered"), ...lines].join("\n")];
}

/** One line for each of the blockers that cost most: how many controls, and where it is. */
function openCounts(blockers: readonly OpenControls[], { width }: RenderContext, colors: Colors): string[] {
  const shown = blockers.slice(0, maxReasons);
  const digits = Math.max(...shown.map(({ size }) => String(size).length));
  const lines = shown.map(({ reason, blocker, size }) => {
    const location = blockerLocation(blocker);
    const least = 24;
    const at =
      location === null ? "" : `  ${clipTo(visible(location), Math.min(40, width - digits - 6 - least))}`;
    const room = Math.max(least, width - digits - 4 - textWidth(at));
    return `  ${padStart(String(size), digits)}  ${colors.yellow(clipTo(visible(reason), room))}${colors.dim(at)}`;
  });
  const rest = blockers.slice(maxReasons).reduce((sum, { size }) => sum + size, 0);
  if (rest > 0) lines.push(`  ${rest} for ${count(blockers.length - maxReasons, "other reason")}`);
  return [...lines, colors.dim("  falcoverage coverage lists the controls.")];
}

function openLines(
  { reason, blocker, frameworks }: OpenControls,
  context: RenderContext,
  colors: Colors,
): string[] {
  const lines: string[] = [];
  const location = blockerLocation(blocker);
  const words = wrap(visible(reason), context.width - 4);
  const last = words.length - 1;
  const at = location === null ? "" : visible(location);
  const beside = textWidth(words[last]! + at) + 4 <= context.width;
  words.forEach((line, i) => {
    lines.push(`  ${colors.yellow(line)}${i === last && beside && at !== "" ? `  ${colors.dim(at)}` : ""}`);
  });
  if (!beside) lines.push(`  ${colors.dim(at)}`);
  for (const [name, controls] of frameworks) {
    const lead = `    ${visible(name)}: `;
    const ids = wrap(controls.map(({ id }) => visible(id)).join(", "), Math.max(30, context.width - 6));
    if (ids.length === 1 && textWidth(lead + ids[0]) <= context.width) lines.push(lead + ids[0]);
    else lines.push(lead.trimEnd(), ...ids.map((line) => `      ${line}`));
  }
  return lines;
}

function closing(report: Report, width: number, colors: Colors): string {
  const { summary, coverage } = report;
  const read = `${count(summary.files, "file")} and ${count(summary.rules, "rule")} checked for Falco ${visible(summary.falcoVersion)}`;
  const lines = [colors.dim(read)];
  if (isNothingRead(report)) {
    const sentence =
      "No Falco rules, no deployment of Falco that can be read and no matrix are among the files. `falcoverage init` asks what you need and writes it; `falcoverage init --start pack` brings rules, tests, a matrix and a deployment to start from.";
    lines.push(...wrap(sentence, width));
  }
  const suppressed = suppressedText(summary.suppressed);
  if (suppressed !== null) lines.push(...wrap(suppressed, width).map(colors.dim));
  const problems = (
    [
      [count(summary.errors, "error"), summary.errors, colors.red],
      [count(summary.warnings, "warning"), summary.warnings, colors.yellow],
      [count(summary.notices, "notice"), summary.notices, colors.blue],
    ] as const
  ).filter(([, number]) => number > 0);
  const said = countFailures(summary);
  for (const failure of summary.failures.filter((one) => !said.has(one)))
    lines.push(
      ...wrap(visible(failure), width - 2).map((line, i) => `${i === 0 ? colors.red("✗") : " "} ${line}`),
    );
  const found = problems.map(([words, , paint]) => paint(words));
  const parts = [found.length === 0 ? "no findings" : found.join(", ")];
  if (hasCoverage(coverage)) {
    const from = countedFrom(coverage);
    const detector = from === coverage.level ? detectorText(from) : "a rule that no deployment loads yet";
    const { covered, total, percent } = countsFrom(from, coverage.totals);
    parts.push(
      `${detector} for ${covered} of ${count(total, "detectable control")} (${percentText(percent)})`,
    );
  }
  const verdict = summary.passed ? colors.green("✓ passed") : colors.red("✗ failed");
  lines.push(...wrap(`${colors.bold(verdict)}: ${parts.join(", ")}`, width));
  if (hasCoverage(coverage)) lines.push(...wrap(limitation, width).map(colors.dim));
  return lines.join("\n");
}
