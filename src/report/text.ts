import picocolors from "picocolors";
import { type Coverage, ladderOf, type Rung, type RungCounts } from "../compliance/index.ts";
import type { Finding } from "../lint/index.ts";
import { clustersText } from "./clusters.ts";
import { padEnd, padStart, textWidth, wrap } from "./columns.ts";
import {
  assumedText,
  barCells,
  besideText,
  blockerLocation,
  count,
  countedFrom,
  countsFrom,
  detectorText,
  frameworkTitle,
  hasCoverage,
  type OpenControls,
  openByBlocker,
  percentText,
  suppressedText,
} from "./controls.ts";
import { differenceText, isNew } from "./difference.ts";
import { visible } from "./escape.ts";
import { type FrameContext, findingBlocks, heightOf, worstBlocks } from "./finding-blocks.ts";
import type { Format, RenderContext, Report } from "./report.ts";
import { limitation, signalSentence } from "./signal-text.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** Lines that a first screen takes. */
const screenLines = 80;
/** The most reasons for open controls, and the most deployments, that a first screen shows. */
const maxReasons = 5;

/** For terminals: findings with their lines, the coverage table, what is not covered, one line that sums up. */
export const text: Format = (report, context) => {
  const colors = picocolors.createColors(context.color);
  const before = [...clustersText(report, colors), ...differenceText(report, context, colors)];
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

const barWidth = 12;

function coverageTable(report: Report, context: RenderContext, colors: Colors): string {
  const { level, totals, frameworks } = report.coverage;
  const from = countedFrom(report.coverage);
  const isLibrary = from !== level;
  const ladderShown = ladderOf(level);
  const reachable: readonly Rung[] = isLibrary
    ? ladderShown.slice(0, ladderShown.indexOf(from) + 1)
    : ladderShown;
  const rows = frameworks.map((framework) => ({
    title: visible(frameworkTitle(framework)),
    counts: countsFrom(from, framework.totals.detect),
  }));
  if (rows.length > 1) rows.push({ title: "All", counts: countsFrom(from, totals) });
  const share = barWidth + 19;
  const ladder = reachable.reduce((sum, rung) => sum + rung.length + 2, 1);
  // A narrow terminal gets the shares alone.
  const columns = context.width >= 16 + share + ladder ? reachable : [];
  const fixed = columns.length === 0 ? share : share + ladder;
  const longest = Math.max(...rows.map((row) => textWidth(row.title)));
  const titleWidth = Math.max(16, Math.min(longest, context.width - fixed));
  const blank = " ".repeat(titleWidth + barWidth + 4);
  const heads = columns.map((rung) => `  ${rung === from ? colors.bold(rung) : rung}`).join("");
  const lines = [
    colors.bold(
      isLibrary ? "What the rules cover once a deployment loads them" : `Coverage at rung "${level}"`,
    ),
    `${blank}${padStart("covered", 9)}      ${columns.length === 0 ? "" : ` ${colors.dim(heads)}`}`.trimEnd(),
  ];
  for (const { title, counts } of rows) {
    const name = padEnd(clip(title, titleWidth), titleWidth);
    const numbers =
      padStart(`${counts.covered}/${counts.total}`, 9) + padStart(percentText(counts.percent), 6);
    const paint = sharePaint(counts, colors);
    const reached = columns
      .map((rung) => padStart(String(counts.rungs[rung] ?? 0), rung.length + 2))
      .join("");
    lines.push(
      `  ${name}  ${paintedBar(counts, paint, colors)}${paint(numbers)}${columns.length === 0 ? "" : ` ${reached}`}`,
    );
  }
  const sentences = isLibrary
    ? [`No file deploys Falco, so nothing is covered at the rung "${level}" yet.`]
    : [besideText(report.coverage), signalSentence(report.coverage), assumedText(report.coverage)];
  for (const sentence of sentences) {
    if (sentence !== null)
      lines.push(...wrap(visible(sentence), context.width - 2).map((line) => `  ${colors.dim(line)}`));
  }
  return lines.join("\n");
}

/** What each of several deployments covers by itself. */
function deploymentsText(
  { deployments = [] }: Coverage,
  { firstScreen = false }: RenderContext,
  colors: Colors,
): string[] {
  if (deployments.length === 0) return [];
  const shown = firstScreen ? deployments.slice(0, maxReasons) : deployments;
  const lines = shown.map(({ name, totals }) => {
    const share = `${padStart(`${totals.covered}/${totals.total}`, 9)}${padStart(percentText(totals.percent), 6)}`;
    return `  ${sharePaint(totals, colors)(share)}  ${visible(name)}`;
  });
  if (shown.length < deployments.length) lines.push(`  and ${deployments.length - shown.length} more`);
  return [[colors.bold("Each deployment alone"), ...lines].join("\n")];
}

function sharePaint(counts: RungCounts, colors: Colors): (text: string) => string {
  if (counts.percent === null) return colors.dim;
  return counts.percent >= 75 ? colors.green : counts.percent >= 40 ? colors.yellow : colors.red;
}

function paintedBar(counts: RungCounts, paint: (text: string) => string, colors: Colors): string {
  const full = barCells(counts, barWidth);
  return paint("█".repeat(full)) + colors.dim("░".repeat(barWidth - full));
}

function clip(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
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
    const at = location === null ? "" : `  ${clip(visible(location), 40)}`;
    const room = Math.max(30, width - digits - 4 - textWidth(at));
    return `  ${padStart(String(size), digits)}  ${colors.yellow(clip(visible(reason), room))}${colors.dim(at)}`;
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

function closing({ summary, coverage }: Report, width: number, colors: Colors): string {
  const read = `${count(summary.files, "file")} and ${count(summary.rules, "rule")} checked for Falco ${visible(summary.falcoVersion)}`;
  const lines = [colors.dim(read)];
  if (summary.files === 0) {
    lines.push(
      "There are no Falco rules and no matrix here. `falcoverage init` asks what you need and writes it;",
    );
    lines.push(
      "`falcoverage init --start pack` brings rules, tests, a matrix and a deployment to start from.",
    );
  }
  const suppressed = suppressedText(summary.suppressed);
  if (suppressed !== null) lines.push(...wrap(suppressed, width).map(colors.dim));
  for (const failure of summary.failures)
    lines.push(
      ...wrap(visible(failure), width - 2).map((line, i) => `${i === 0 ? colors.red("✗") : " "} ${line}`),
    );
  const problems = [
    [count(summary.errors, "error"), summary.errors, colors.red],
    [count(summary.warnings, "warning"), summary.warnings, colors.yellow],
    [count(summary.notices, "notice"), summary.notices, colors.blue],
  ] as const;
  const found = problems.filter(([, number]) => number > 0).map(([words, , paint]) => paint(words));
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
  lines.push(`${colors.bold(verdict)}: ${parts.join(", ")}`);
  if (hasCoverage(coverage)) lines.push(...wrap(limitation, width).map(colors.dim));
  return lines.join("\n");
}
