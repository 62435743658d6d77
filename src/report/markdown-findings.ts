import type { Severity } from "../lint/index.ts";
import { type Cause, causesOf } from "./causes.ts";
import { count } from "./controls.ts";
import { isNew } from "./difference.ts";
import { markdownCode, markdownLink, markdownText } from "./escape.ts";
import { type Parent, parent, row, table } from "./markdown-budget.ts";
import { clip, location } from "./markdown-parts.ts";
import type { RenderContext, Report } from "./report.ts";

const severityIcons: Readonly<Record<Severity, string>> = {
  error: "🔴 error",
  warning: "🟡 warning",
  notice: "🔵 notice",
};

const severityRanks: Readonly<Record<Severity, number>> = { error: 1, warning: 3, notice: 5 };

/** Causes that are not folded. */
const causesShown = 5;
/** Causes that a comment folds; more are counted. */
const causesFolded = 25;

/**
 * The causes of findings: what a change adds, or all of them where nothing is compared. The first stand by
 * themselves, one for each kind, and below them, folded, every one.
 */
export function findingsPart(report: Report, context: RenderContext, isBrief: boolean): Parent {
  const added = isNew(report);
  const isCompared = report.difference !== undefined;
  const shown = isCompared ? report.findings.filter(added) : report.findings;
  const before = isCompared ? report.findings.filter((finding) => !added(finding)) : [];
  const causes = causesOf(shown, false);
  const isShort = causes.length <= causesShown;
  const heading = `### ${isCompared ? "New findings" : "Findings"}\n\n`;
  const fold = (title: string, list: readonly Cause[]) => {
    const kept = isBrief ? list.slice(0, causesFolded) : list;
    const more = list.length - kept.length;
    return parent(`<details><summary>${title}</summary>\n\n`, "</details>\n\n", [
      causesTable(kept, context, { help: !isBrief, counted: true }),
      ...(more === 0 ? [] : [row("line", 5, `${count(more, "further cause")} in the JSON report.\n\n`)]),
    ]);
  };
  const first = isShort ? causes : causesOf(shown, true).slice(0, causesShown);
  // Without a new error those of before may be why the check fails.
  const mayFail = !report.summary.passed && !shown.some(({ severity }) => severity === "error");
  const old = `${count(before.length, "finding")} from before this change`;
  return parent("", "", [
    parent(heading, "", [
      causesTable(first, context, { help: true, counted: isShort }),
      ...(isShort ? [] : [fold(`All of them: ${count(shown.length, "finding")}`, causes)]),
    ]),
    ...(before.length === 0
      ? []
      : isBrief && !mayFail
        ? [row("line", 4, `${old}.\n\n`)]
        : [fold(old, causesOf(before, false))]),
  ]);
}

function causesTable(
  causes: readonly Cause[],
  context: RenderContext,
  { help, counted }: { readonly help: boolean; readonly counted: boolean },
): Parent {
  const rows = causes.map((cause) => ({
    cells: causeCells(cause, help, context),
    rank: severityRanks[cause.first.severity],
    size: counted ? 1 + cause.same.length + cause.alike.length : 0,
  }));
  return table(["", "Location", "Finding"], "lll", rows, "finding");
}

/** How many places of the same finding a row names; one without help names the first alone. */
const placesShown = 3;

function causeCells({ first, same, alike }: Cause, withHelp: boolean, context: RenderContext): string[] {
  const most = withHelp ? placesShown : 1;
  const rule = markdownLink(markdownCode(first.rule), context.rules.get(first.rule)?.url);
  const help = first.help === undefined || !withHelp ? "" : `<br>${markdownText(clip(first.help))}`;
  const places = [first, ...same].map(({ file, line }) => location(file, line, context));
  const rest = places.length - most;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  const kind = alike.length === 0 ? "" : `<br>And ${alike.length} more of its kind.`;
  return [
    severityIcons[first.severity],
    [...places.slice(0, most), ...more].join("<br>"),
    `${markdownText(clip(first.message))}${kind}${help}<br><sub>${rule}</sub>`,
  ];
}
