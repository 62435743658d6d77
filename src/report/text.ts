import picocolors from "picocolors";
import { type Coverage, type RungCounts, rungs } from "../compliance/index.ts";
import type { Finding, Severity } from "../lint/index.ts";
import { Text } from "../project/index.ts";
import { clustersText } from "./clusters.ts";
import { padEnd, padStart, textWidth, windowOf, wrap } from "./columns.ts";
import {
  assumedText,
  barCells,
  besideText,
  blockerLocation,
  count,
  detectorText,
  frameworkTitle,
  hasCoverage,
  openByBlocker,
  percentText,
  suppressedText,
} from "./controls.ts";
import { differenceText, isNew } from "./difference.ts";
import { visible } from "./escape.ts";
import type { Format, RenderContext, Report } from "./report.ts";
import { limitation, signalSentence } from "./signal-text.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** For terminals: findings with their lines, the coverage table, what is not covered, one line that sums up. */
export const text: Format = (report, context) => {
  const colors = picocolors.createColors(context.color);
  const blocks = [
    ...clustersText(report, colors),
    ...differenceText(report, context.width, colors),
    ...findingBlocks(report.findings, isNew(report), context, colors),
  ];
  if (!context.quiet && hasCoverage(report.coverage)) {
    blocks.push(coverageTable(report, context, colors), ...deploymentsText(report.coverage, colors));
    const open = openControls(report, context, colors);
    if (open !== "") blocks.push(open);
  }
  if (!context.quiet || !report.summary.passed || blocks.length > 0)
    blocks.push(closing(report, context.width, colors));
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
};

/** Findings alone, as {@link text} shows them; empty when there are none. */
export function findingsText(findings: readonly Finding[], context: FrameContext): string {
  const colors = picocolors.createColors(context.color);
  const blocks = findingBlocks(findings, () => false, context, colors);
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

type FrameContext = Pick<RenderContext, "source" | "color" | "width">;

function findingBlocks(
  findings: readonly Finding[],
  added: (finding: Finding) => boolean,
  context: FrameContext,
  colors: Colors,
): string[] {
  const blocks: string[] = [];
  let file: string | undefined;
  let source: Text | undefined;
  for (const finding of findings) {
    const lines: string[] = [];
    if (finding.file !== file) {
      file = finding.file;
      const content = context.source(file);
      source = content === undefined ? undefined : new Text(file, content);
      lines.push(colors.bold(colors.underline(visible(file))));
    }
    lines.push(...findingLines(finding, added(finding), source, context.width, colors));
    blocks.push(lines.join("\n"));
  }
  return blocks;
}

function findingLines(
  finding: Finding,
  added: boolean,
  source: Text | undefined,
  columns: number,
  colors: Colors,
): string[] {
  const paint = severityPaint(finding.severity, colors);
  const location = `${finding.line}:${finding.column}`;
  const lead = `  ${location}  ${finding.severity}  `;
  const indent = " ".repeat(textWidth(lead));
  const message = wrap(visible(finding.message), Math.max(30, columns - lead.length));
  const lines = message.map((line, i) =>
    i === 0 ? `  ${colors.dim(location)}  ${colors.bold(paint(finding.severity))}  ${line}` : indent + line,
  );
  const code = finding.falcoCode === undefined ? "" : `  ${finding.falcoCode}`;
  const mark = added ? `  ${colors.bold("new")}` : "";
  lines.push(indent + colors.dim(visible(finding.rule + code)) + mark);
  if (source !== undefined) lines.push(...frame(finding, source, columns, paint, colors));
  if (finding.help !== undefined) lines.push(...note("help", finding.help, columns, colors));
  if (finding.fix !== undefined) {
    const { description, safe } = finding.fix;
    lines.push(...note("fix", safe ? description : `${description} (check it first)`, columns, colors));
  }
  return lines;
}

/** The line before, the line itself, and carets under what the finding is about. */
function frame(
  finding: Finding,
  source: Text,
  columns: number,
  paint: (text: string) => string,
  colors: Colors,
): string[] {
  if (finding.line > source.lineStarts.length) return [];
  const gutter = String(finding.line).length;
  const room = Math.max(20, columns - gutter - 7);
  const edge = (number: string) => colors.dim(`    ${padStart(number, gutter)} │ `);
  const line = source.line(finding.line);
  const start = finding.column - 1;
  const end = finding.endLine > finding.line ? line.length : finding.endColumn - 1;
  const shown = windowOf(line, start, end, room, visible);
  const lines: string[] = [];
  const before = finding.line > 1 ? source.line(finding.line - 1) : "";
  if (before.trim() !== "") {
    // Cut alike, so that the two lines stand under each other.
    const above = windowOf(before, start, start, room, visible).text;
    lines.push(edge(String(finding.line - 1)) + colors.dim(above));
  }
  lines.push(edge(String(finding.line)) + shown.text);
  const carets = paint("^".repeat(Math.max(1, Math.min(shown.end, room) - shown.start)));
  lines.push(edge("") + " ".repeat(shown.start) + carets);
  return lines;
}

function note(label: string, content: string, columns: number, colors: Colors): string[] {
  const lead = `    ${label}: `;
  return wrap(visible(content), Math.max(30, columns - lead.length)).map((line, i) =>
    i === 0 ? `    ${colors.cyan(`${label}:`)} ${line}` : " ".repeat(lead.length) + line,
  );
}

function severityPaint(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, notice: colors.blue }[severity];
}

const barWidth = 12;

function coverageTable(report: Report, context: RenderContext, colors: Colors): string {
  const { level, totals, frameworks } = report.coverage;
  const rows = frameworks.map((framework) => ({
    title: visible(frameworkTitle(framework)),
    counts: framework.totals.detect,
  }));
  if (rows.length > 1) rows.push({ title: "All", counts: totals });
  const share = barWidth + 19;
  const ladder = rungs.reduce((sum, rung) => sum + rung.length + 2, 1);
  // A narrow terminal gets the shares alone.
  const columns = context.width >= 16 + share + ladder ? rungs : [];
  const fixed = columns.length === 0 ? share : share + ladder;
  const longest = Math.max(...rows.map((row) => textWidth(row.title)));
  const titleWidth = Math.max(16, Math.min(longest, context.width - fixed));
  const blank = " ".repeat(titleWidth + barWidth + 4);
  const heads = columns.map((rung) => `  ${rung === level ? colors.bold(rung) : rung}`).join("");
  const lines = [
    colors.bold(`Coverage at rung "${level}"`),
    `${blank}${padStart("covered", 9)}      ${columns.length === 0 ? "" : ` ${colors.dim(heads)}`}`.trimEnd(),
  ];
  for (const { title, counts } of rows) {
    const name = padEnd(clip(title, titleWidth), titleWidth);
    const numbers =
      padStart(`${counts.covered}/${counts.total}`, 9) + padStart(percentText(counts.percent), 6);
    const paint = sharePaint(counts, colors);
    const reached = columns.map((rung) => padStart(String(counts.rungs[rung]), rung.length + 2)).join("");
    lines.push(
      `  ${name}  ${paintedBar(counts, paint, colors)}${paint(numbers)}${columns.length === 0 ? "" : ` ${reached}`}`,
    );
  }
  for (const sentence of [
    besideText(report.coverage),
    signalSentence(report.coverage),
    assumedText(report.coverage),
  ]) {
    if (sentence !== null)
      lines.push(...wrap(visible(sentence), context.width - 2).map((line) => `  ${colors.dim(line)}`));
  }
  return lines.join("\n");
}

/** What each of several deployments covers by itself. */
function deploymentsText({ deployments = [] }: Coverage, colors: Colors): string[] {
  if (deployments.length === 0) return [];
  const lines = deployments.map(({ name, totals }) => {
    const share = `${padStart(`${totals.covered}/${totals.total}`, 9)}${padStart(percentText(totals.percent), 6)}`;
    return `  ${sharePaint(totals, colors)(share)}  ${visible(name)}`;
  });
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
function openControls(report: Report, context: RenderContext, colors: Colors): string {
  const blockers = openByBlocker(report.coverage);
  if (blockers.length === 0) return "";
  const lines = [colors.bold("Not covered")];
  for (const { reason, blocker, frameworks } of blockers) {
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
  }
  return lines.join("\n");
}

function closing({ summary, coverage }: Report, width: number, colors: Colors): string {
  const read = `${count(summary.files, "file")} and ${count(summary.rules, "rule")} checked for Falco ${visible(summary.falcoVersion)}`;
  const lines = [colors.dim(read)];
  const suppressed = suppressedText(summary.suppressed);
  if (suppressed !== null) lines.push(colors.dim(suppressed));
  for (const failure of summary.failures) lines.push(`${colors.red("✗")} ${visible(failure)}`);
  const problems = [
    [count(summary.errors, "error"), summary.errors, colors.red],
    [count(summary.warnings, "warning"), summary.warnings, colors.yellow],
    [count(summary.notices, "notice"), summary.notices, colors.blue],
  ] as const;
  const found = problems.filter(([, number]) => number > 0).map(([words, , paint]) => paint(words));
  const parts = [found.length === 0 ? "no findings" : found.join(", ")];
  if (hasCoverage(coverage)) {
    parts.push(
      `${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total, "detectable control")} (${percentText(summary.coverage)})`,
    );
  }
  const verdict = summary.passed ? colors.green("✓ passed") : colors.red("✗ failed");
  lines.push(`${colors.bold(verdict)}: ${parts.join(", ")}`);
  if (hasCoverage(coverage)) lines.push(...wrap(limitation, width).map(colors.dim));
  return lines.join("\n");
}
