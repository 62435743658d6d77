import {
  type Blocker,
  type ControlCoverage,
  type Coverage,
  ladderOf,
  type Rung,
  type RungCounts,
} from "../compliance/index.ts";
import { clusterTable } from "./clusters.ts";
import {
  assumedText,
  bar,
  besideText,
  blockerText,
  count,
  detectorText,
  familiesOf,
  frameworkTitle,
  hasCoverage,
  percentText,
  type Status,
  statusOf,
  suppressedText,
} from "./controls.ts";
import { coveredChange } from "./difference.ts";
import { markdownCode, markdownHtml, markdownText } from "./escape.ts";
import { fit, type MarkdownBudget, type Parent, parent, row, table } from "./markdown-budget.ts";
import { changeHeadline, changeParts, failuresBeside } from "./markdown-change.ts";
import { findingsPart } from "./markdown-findings.ts";
import { clip, location } from "./markdown-parts.ts";
import { trendPart } from "./markdown-trend.ts";
import { isNothingRead } from "./nothing-read.ts";
import type { Format, RenderContext, Report } from "./report.ts";
import { breadthText, limitation, missedOf, pagesOf, signalSentence } from "./signal-text.ts";

/** The whole report for GitHub Markdown. */
export const markdown: Format = (report, context) => renderMarkdown(report, context, { limit: Infinity });

/**
 * The report for GitHub Markdown within a limit: what is different first, where that is known, and then what there
 * is. What is long or was there before is folded, so that the rest fits a screen.
 */
export function renderMarkdown(report: Report, context: RenderContext, budget: MarkdownBudget): string {
  const isBrief = budget.brief ?? false;
  const coverage = hasCoverage(report.coverage)
    ? [coverageTable(report), ...controlTables(report, context, isBrief), signalTable(report, isBrief)]
    : [];
  const isCompared = report.difference !== undefined;
  return fit(
    parent("", "", [
      headline(report),
      clustersTable(report),
      ...(isBrief ? [] : [trendPart(report)]),
      ...changeParts(report, context),
      ...(isCompared ? [] : coverage),
      findingsPart(report, context, isBrief),
      ...(isCompared ? [foldedCoverage(report, coverage)] : []),
      ...(hasCoverage(report.coverage) ? [row("line", 0, `<sub>${limitation}</sub>\n`)] : []),
    ]),
    budget,
  );
}

function foldedCoverage({ coverage, summary }: Report, parts: readonly Parent[]): Parent {
  const share = `${percentText(summary.coverage)} of ${count(summary.total, "detectable control")}`;
  const summaryText = `Coverage of ${count(coverage.frameworks.length, "framework")}: ${share}`;
  return parent(`<details><summary>${summaryText}</summary>\n\n`, "</details>\n\n", parts);
}

/** @param state what is so where nothing changed */
function leadOf(report: Report, sentence: string | null, title: string, state: string): string {
  if (isNothingRead(report)) return "No Falco rules, no deployment of Falco that can be read, no matrix";
  if (sentence === null) return title;
  return sentence === "No change" ? `No change: ${state}` : markdownText(clip(sentence));
}

function headline(report: Report): Parent {
  const { summary, coverage } = report;
  const icon = summary.passed ? "✅" : "❌";
  const share = `${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total, "detectable control")} (${percentText(summary.coverage)})`;
  const sentence = changeHeadline(report);
  const isQuiet = sentence === "No change";
  const covered = hasCoverage(coverage);
  const title = covered ? `Falco coverage: ${share}` : `Falco check: ${summary.passed ? "passed" : "failed"}`;
  const found = [
    count(summary.errors, "error"),
    count(summary.warnings, "warning"),
    count(summary.notices, "notice"),
  ].join(", ");
  const read = `${found} in ${count(summary.files, "file")} and ${count(summary.rules, "rule")} for Falco ${markdownText(summary.falcoVersion)}.`;
  const level = covered
    ? ` A control counts as covered from the rung <code>${coverage.level}</code> on.`
    : "";
  const suppressed = suppressedText(summary.suppressed);
  const lead = leadOf(report, sentence, title, covered ? share : read);
  const under = isQuiet ? "" : `${sentence !== null && covered ? `${title}. ` : ""}${read}${level}`;
  const body = [under, suppressed ?? ""].filter((text) => text !== "").join(" ");
  return parent("", "", [
    row("line", 0, `## ${icon} ${lead}\n\n${body === "" ? "" : `${body}\n\n`}`),
    parent(
      "",
      "\n",
      failuresBeside(report).map((failure) => row("line", 0, `- ${markdownText(clip(failure))}\n`)),
    ),
  ]);
}

function clustersTable({ clusters = [] }: Report): Parent {
  const { head, rows } = clusterTable(clusters);
  const cells = rows.map((texts) => ({ rank: 1, cells: texts.map((text) => markdownText(clip(text))) }));
  const align = `l${"r".repeat(head.length - 1)}`;
  return parent("### Clusters\n\n", "", [table(head.map(markdownText), align, cells, "line")]);
}

function coverageTable(report: Report): Parent {
  const { coverage } = report;
  const head = [
    "Framework",
    "Coverage",
    ...ladderOf(coverage.level).map((rung) => (rung === coverage.level ? `**${rung}**` : rung)),
  ];
  const rows = coverage.frameworks.map((framework) => ({
    rank: 0,
    cells: [
      markdownText(clip(frameworkTitle(framework))),
      ...countCells(framework.totals.detect, coverage.level, coveredChange(report, framework.id)),
    ],
  }));
  if (rows.length > 1)
    rows.push({
      rank: 0,
      cells: ["**All**", ...countCells(coverage.totals, coverage.level, coveredChange(report))],
    });
  const beside = besideText(coverage);
  const assumed = assumedText(coverage);
  return parent("", "", [
    table(head, `ll${"r".repeat(ladderOf(coverage.level).length)}`, rows, "line"),
    ...(beside === null ? [] : [row("line", 0, `${beside}\n\n`)]),
    ...(assumed === null ? [] : [row("line", 0, `${markdownText(assumed)}\n\n`)]),
    deploymentTable(coverage),
  ]);
}

/** What each of several deployments covers by itself, by framework. */
function deploymentTable({ deployments = [], frameworks }: Coverage): Parent {
  const names = frameworks.map((framework) => markdownText(clip(framework.name)));
  const rows = deployments.map((deployment) => ({
    rank: 6,
    cells: [
      markdownCode(clip(deployment.name)),
      percentText(deployment.totals.percent),
      ...deployment.frameworks.map(({ totals }) => percentText(totals.detect.percent)),
    ],
  }));
  const summary = `<details><summary>Each of ${count(deployments.length, "deployment")} alone</summary>\n\n`;
  return parent(summary, "</details>\n\n", [
    table(["Deployment", "All", ...names], `l${"r".repeat(names.length + 1)}`, rows, "line"),
  ]);
}

/** The signals that are not detected whole, or that page on everyday events. */
function signalTable({ coverage }: Report, isBrief: boolean): Parent {
  const { signals = [] } = coverage;
  const sentence = signalSentence(coverage);
  const rows = signals.flatMap((signal) => {
    const missed = missedOf(signal);
    const pages = pagesOf(signal);
    if (missed.length + pages.length === 0) return [];
    const cells = [
      `${markdownCode(clip(signal.id))} ${breadthText(signal)}`,
      missed.map((name) => markdownText(clip(name))).join("<br>"),
      pages
        .map(
          ({ name, rules }) =>
            `${markdownText(clip(name))}: ${rules.map((rule) => markdownCode(clip(rule.name))).join(", ")}`,
        )
        .join("<br>"),
    ];
    return [{ cells, rank: 7 }];
  });
  if (isBrief) return parent("", "", sentence === null ? [] : [row("line", 7, `${sentence}\n\n`)]);
  return parent("<details><summary>Reference attacks that are missed</summary>\n\n", "</details>\n\n", [
    ...(sentence === null ? [] : [row("line", 7, `${sentence}\n\n`)]),
    table(["Signal", "Missed attacks", "Everyday events that page"], "lll", rows, "line"),
  ]);
}

function countCells(counts: RungCounts, level: Rung, change: string | null): string[] {
  const against = change === null ? "" : ` (${change})`;
  const share = `${percentText(counts.percent)}, ${counts.covered} of ${counts.total}${against}`;
  return [
    `${share}<br>${bar(counts, 10)}`,
    ...ladderOf(level).map((rung) => String(counts.rungs[rung] ?? 0)),
  ];
}

const controlRanks: Readonly<Record<Status, number>> = {
  blocked: 2,
  unmapped: 4,
  covered: 6,
  excluded: 7,
  undetectable: 8,
};

function controlTables({ coverage }: Report, context: RenderContext, isBrief: boolean): Parent[] {
  return coverage.frameworks.map((framework) => {
    const { detect } = framework.totals;
    const number = (status: Status) =>
      framework.controls.filter(
        (control) => control.runtime === "detect" && control.counted && statusOf(control) === status,
      ).length;
    const states = [
      `${detect.covered} of ${detect.total} covered`,
      `${number("blocked")} held back`,
      `${number("unmapped")} without a rule`,
    ].join(", ");
    const families = familiesOf(framework).map((family) => {
      const shown = family.controls.filter((control) => {
        const status = statusOf(control);
        return (
          status !== "undetectable" &&
          !((context.quiet || isBrief) && (status === "covered" || status === "excluded"))
        );
      });
      const share = family.detect.total === 0 ? "" : `: ${family.detect.covered} of ${family.detect.total}`;
      const name = `${markdownCode(clip(family.id))} ${markdownText(clip(family.title))}`;
      const heading = family.title === "" ? "" : `**${name}**${share}\n\n`;
      const rows = shown.map((control) => ({
        cells: controlCells(control, context),
        rank: controlRanks[statusOf(control)],
      }));
      return parent(heading, "", [
        table(["Control", "Reached, breadth", "Rules", "What holds it back"], "llll", rows, "control"),
      ]);
    });
    const summary = `<details><summary><b>${markdownHtml(clip(frameworkTitle(framework)))}</b>: ${states}</summary>\n\n`;
    return parent(summary, "</details>\n\n", families);
  });
}

function controlCells(control: ControlCoverage, context: RenderContext): string[] {
  const status = statusOf(control);
  const reached = {
    covered: `✅ ${control.rung}`,
    blocked: `⚠️ ${control.rung ?? "nothing"}`,
    unmapped: "❌ nothing",
    excluded: "➖ out of scope",
    undetectable: "",
  }[status];
  const reason = control.outOfScope ?? blockerText(control);
  const kind = {
    support: " *(by the monitoring)*",
    partial: ` *(in part: ${markdownText(clip(control.part ?? "a part"))})*`,
    detect: "",
    none: "",
  }[control.runtime];
  const breadth = control.breadth?.percent ?? null;
  return [
    `${markdownCode(clip(control.id))} ${markdownText(clip(control.title))}${kind}`,
    breadth === null ? reached : `${reached}, ${breadth}%`,
    rulesCell(control),
    reason === null ? "" : markdownText(clip(reason)) + locationSuffix(control.blockedBy, context),
  ];
}

const rulesShown = 4;

function rulesCell({ rules, rung }: ControlCoverage): string {
  const names = rules
    .slice(0, rulesShown)
    .map(
      (rule) => markdownCode(clip(rule.name)) + (rule.rung === rung ? "" : ` (${rule.rung ?? "missing"})`),
    );
  if (rules.length > rulesShown) names.push(`${rules.length - rulesShown} more`);
  return names.join(", ");
}

function locationSuffix(blocker: Blocker | null, context: RenderContext): string {
  return blocker?.file === undefined ? "" : `, ${location(blocker.file, blocker.line, context)}`;
}
