import { markdownTable } from "markdown-table";
import {
  type Blocker,
  type ControlCoverage,
  type Coverage,
  ladderOf,
  type Rung,
  type RungCounts,
} from "../compliance/index.ts";
import type { Severity } from "../lint/index.ts";
import { type Cause, causesOf } from "./causes.ts";
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
import { coveredChange, differenceMarkdown, isNew } from "./difference.ts";
import { markdownCode, markdownHtml, markdownLink, markdownText } from "./escape.ts";
import type { Format, RenderContext, Report } from "./report.ts";
import { breadthText, limitation, missedOf, pagesOf, signalSentence } from "./signal-text.ts";

/** The whole report for GitHub Markdown. */
export const markdown: Format = (report, context) => renderMarkdown(report, context, { limit: Infinity });

export interface MarkdownBudget {
  /** What the text may take. GitHub takes 65,536 characters for a comment, 1 MiB for a job summary. */
  readonly limit: number;
  /** What the limit counts; characters are UTF-16 units, so never fewer than GitHub counts. */
  readonly unit?: "characters" | "bytes";
  /** Where all of it is, a sentence in Markdown of ours, for a report that was cut. */
  readonly whole?: string;
}

/**
 * The report for GitHub Markdown within a limit. What does not fit is left out in whole rows, the least
 * important first, and the end says how much that is.
 */
export function renderMarkdown(report: Report, context: RenderContext, budget: MarkdownBudget): string {
  const document = parent("", "", [
    headline(report),
    clustersTable(report),
    parent(
      "",
      "",
      differenceMarkdown(report, context).map((line) => row("line", 1, line)),
    ),
    ...(hasCoverage(report.coverage)
      ? [coverageTable(report), ...controlTables(report, context), signalTable(report)]
      : []),
    findingsTable(report, context),
    ...(hasCoverage(report.coverage) ? [row("line", 0, `<sub>${limitation}</sub>\n`)] : []),
  ]);
  const all = leavesOf(document);
  const measure = (text: string) => (budget.unit === "bytes" ? Buffer.byteLength(text) : text.length);
  const kept = choose(all, budget.limit, measure);
  if (kept.size === all.length) return render(document, kept);
  const whole =
    budget.whole ?? "All of it: <code>falcoverage check --format html --output report.html</code>";
  const shorter = choose(all, budget.limit - measure(cutNotice(all, new Set(), whole)), measure);
  return render(document, shorter) + cutNotice(all, shorter, whole);
}

/** Lines that are kept or dropped together. The highest rank is dropped first when room is short. */
interface Leaf {
  readonly kind: "row";
  readonly text: string;
  readonly rank: number;
  readonly noun: "finding" | "control" | "line";
  /** How many of the noun the lines stand for. */
  readonly size: number;
}

/** Shown only with something in it. */
interface Parent {
  readonly kind: "parent";
  readonly open: string;
  readonly close: string;
  readonly children: readonly (Leaf | Parent)[];
}

interface LocatedLeaf {
  readonly leaf: Leaf;
  readonly parents: readonly Parent[];
}

function row(noun: Leaf["noun"], rank: number, text: string, size = 1): Leaf {
  return { kind: "row", noun, rank, text, size };
}

function parent(open: string, close: string, children: readonly (Leaf | Parent)[]): Parent {
  return { kind: "parent", open, close, children };
}

function leavesOf(node: Parent, above: readonly Parent[] = []): LocatedLeaf[] {
  const parents = [...above, node];
  return node.children.flatMap((child) =>
    child.kind === "row" ? [{ leaf: child, parents }] : leavesOf(child, parents),
  );
}

function choose(all: readonly LocatedLeaf[], limit: number, measure: (text: string) => number): Set<Leaf> {
  const kept = new Set<Leaf>();
  const opened = new Set<Parent>();
  let left = limit;
  for (const { leaf, parents } of all.toSorted((a, b) => a.leaf.rank - b.leaf.rank)) {
    const fresh = parents.filter((node) => !opened.has(node));
    const cost = fresh.reduce((sum, node) => sum + measure(node.open + node.close), measure(leaf.text));
    if (cost > left) continue;
    left -= cost;
    kept.add(leaf);
    for (const node of fresh) opened.add(node);
  }
  return kept;
}

function render(node: Parent, kept: ReadonlySet<Leaf>): string {
  let content = "";
  for (const child of node.children) {
    if (child.kind === "parent") content += render(child, kept);
    else if (kept.has(child)) content += child.text;
  }
  return content === "" ? "" : node.open + content + node.close;
}

function cutNotice(all: readonly LocatedLeaf[], kept: ReadonlySet<Leaf>, whole: string): string {
  const cut = (["finding", "control"] as const).flatMap((noun) => {
    const leaves = all.filter(({ leaf }) => leaf.noun === noun).map(({ leaf }) => leaf);
    const missing = sizeOf(leaves.filter((leaf) => !kept.has(leaf)));
    return missing === 0 ? [] : [`${missing} of ${count(sizeOf(leaves), noun)}`];
  });
  const what = cut.length === 0 ? "some lines" : cut.join(" and ");
  return `> Left out, as GitHub takes no longer text: ${what}. ${whole}\n`;
}

function sizeOf(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, { size }) => sum + size, 0);
}

/** The rows of a table as leaves below its head. `cells` are escaped already. */
function table(
  head: readonly string[],
  align: string,
  rows: readonly { readonly cells: readonly string[]; readonly rank: number; readonly size?: number }[],
  noun: Leaf["noun"],
): Parent {
  const lines = markdownTable([head, ...rows.map(({ cells }) => cells)], {
    alignDelimiters: false,
    align: [...align],
  }).split("\n");
  const leaves = rows.map(({ rank, size }, i) => row(noun, rank, `${lines[i + 2]}\n`, size));
  return parent(`${lines[0]}\n${lines[1]}\n`, "\n", leaves);
}

function headline({ summary, coverage }: Report): Parent {
  const icon = summary.passed ? "✅" : "❌";
  const share = `${detectorText(summary.level)} for ${summary.covered} of ${count(summary.total, "detectable control")} (${percentText(summary.coverage)})`;
  const title = hasCoverage(coverage) ? share : summary.passed ? "passed" : "failed";
  const found = [
    count(summary.errors, "error"),
    count(summary.warnings, "warning"),
    count(summary.notices, "notice"),
  ].join(", ");
  const read = `${count(summary.files, "file")} and ${count(summary.rules, "rule")}`;
  const level = hasCoverage(coverage)
    ? ` A control counts as covered from the rung <code>${coverage.level}</code> on.`
    : "";
  const suppressed = suppressedText(summary.suppressed);
  const open = `## ${icon} Falco coverage: ${title}\n\n${found} in ${read} for Falco ${markdownText(summary.falcoVersion)}.${level}${suppressed === null ? "" : ` ${suppressed}`}\n\n`;
  return parent("", "", [
    row("line", 0, open),
    parent(
      "",
      "\n",
      summary.failures.map((failure) => row("line", 0, `- ${markdownText(clip(failure))}\n`)),
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
function signalTable({ coverage }: Report): Parent {
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

function controlTables({ coverage }: Report, context: RenderContext): Parent[] {
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
          status !== "undetectable" && !(context.quiet && (status === "covered" || status === "excluded"))
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

function location(file: string, line: number | undefined, context: RenderContext): string {
  const shown = line === undefined ? file : `${file}:${line}`;
  return markdownLink(markdownCode(clip(shown)), context.link?.(file, line));
}

const severityIcons: Readonly<Record<Severity, string>> = {
  error: "🔴 error",
  warning: "🟡 warning",
  notice: "🔵 notice",
};

const severityRanks: Readonly<Record<Severity, number>> = { error: 1, warning: 3, notice: 5 };

function findingsTable(report: Report, context: RenderContext): Parent {
  const added = isNew(report);
  const sorted = report.findings.toSorted((a, b) => Number(added(b)) - Number(added(a)));
  const rows = causesOf(sorted, false).map((cause) => ({
    cells: causeCells(cause, added(cause.first), context),
    rank: severityRanks[cause.first.severity],
    size: 1 + cause.same.length,
  }));
  return parent("### Findings\n\n", "", [table(["", "Location", "Finding"], "lll", rows, "finding")]);
}

/** How many places of the same finding a row names. */
const placesShown = 5;

function causeCells({ first, same }: Cause, isAdded: boolean, context: RenderContext): string[] {
  const rule = markdownLink(markdownCode(first.rule), context.rules.get(first.rule)?.url);
  const help = first.help === undefined ? "" : `<br>${markdownText(clip(first.help))}`;
  const places = [first, ...same].map(({ file, line }) => location(file, line, context));
  const rest = places.length - placesShown;
  const more = rest > 0 ? [`and ${rest} more like it`] : [];
  return [
    severityIcons[first.severity] + (isAdded ? ", new" : ""),
    [...places.slice(0, placesShown), ...more].join("<br>"),
    `${markdownText(clip(first.message))}${help}<br><sub>${rule}</sub>`,
  ];
}

const longest = 400;

/** A cell is for reading; a name of a megabyte would take the room of all others. */
function clip(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
