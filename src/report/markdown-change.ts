import type { ControlChange, TotalChange } from "../compliance/index.ts";
import { describeChanges, joinParts, locationText, type Part, type Statement } from "./change-statements.ts";
import { percentText } from "./controls.ts";
import { markdownCode, markdownLink, markdownText } from "./escape.ts";
import { frameworkNames } from "./framework-names.ts";
import { type Parent, parent, row, table } from "./markdown-budget.ts";
import { clip } from "./markdown-parts.ts";
import type { RenderContext, Report } from "./report.ts";
import { countFailures, regressionFailures } from "./summary.ts";

/** The sentence that leads a comment on a change; null where nothing is compared. */
export function changeHeadline(report: Report): string | null {
  return describeChanges(report).find(({ id }) => id === "change")?.sentence ?? null;
}

/** Why the check does not pass, without what the headline and the statements of the change say again. */
export function failuresBeside({ summary, difference, coverage }: Report): string[] {
  const counted = countFailures(summary);
  const lost =
    difference === undefined ? [] : regressionFailures(difference, frameworkNames({ coverage, difference }));
  return summary.failures.filter((failure) => !counted.has(failure) && !lost.includes(failure));
}

/** Statements that are not folded; of settings more, as they could hide what matters. */
const statementsShown = { change: 5, settings: 12 };

/** What a change does: what its settings would do first, then the frameworks that differ, and what does it. */
export function changeParts(report: Report, context: RenderContext): Parent[] {
  return describeChanges(report).map(({ id, title, sentence, statements }) => {
    const isSettings = id === "settings";
    const lines = statements.map((statement) => row("line", 1, statementLine(statement, context)));
    const rest = lines.slice(statementsShown[id]);
    return parent("", "", [
      ...(isSettings
        ? [row("line", 0, `### ${title}\n\n${markdownText(clip(sentence))}\n\n`)]
        : [differenceTable(report)]),
      parent("", "\n", lines.slice(0, statementsShown[id])),
      parent(`<details><summary>${rest.length} more</summary>\n\n`, "\n</details>\n\n", rest),
    ]);
  });
}

const icons = { bad: "🔻", good: "🔺", plain: "▫️" };

function statementLine({ tone, parts }: Statement, context: RenderContext): string {
  const part = (part: Part): string => {
    if (typeof part === "string") return markdownText(part);
    if ("code" in part) return markdownCode(clip(part.code));
    const location = markdownCode(clip(locationText(part)));
    return `(${markdownLink(location, context.link?.(part.file, part.line ?? undefined))})`;
  };
  return `- ${icons[tone]} ${joinParts(parts, part)}\n`;
}

/** The frameworks in which anything is different, and the sum. */
function differenceTable(report: Report): Parent {
  const { totals = [], controls = [] } = report.difference ?? {};
  const names = frameworkNames(report);
  const rows = totals.flatMap((total) => {
    const { framework, from, to } = total;
    const changed =
      framework === undefined ? controls : controls.filter((change) => change.framework === framework);
    if (changed.length === 0 && from?.covered === to?.covered && from?.total === to?.total) return [];
    const name = framework === undefined ? "**All**" : markdownText(clip(names(framework)));
    return [{ cells: [name, shareCell(from), shareCell(to), kindsText(changed)], rank: 0 }];
  });
  const shown = rows.length === 1 ? [] : rows;
  return parent("", "", [
    table(["Framework", "Before", "Now", "Controls"], "llll", shown, "line"),
    ...(shown.length > 0 && hasUncountedLoss(report) ? [row("line", 0, `${besideShares}\n\n`)] : []),
  ]);
}

const besideShares =
  "The shares are of the controls that a detector can see; those of which it shows a part, or that the monitoring covers, are beside them.";

/** Whether more controls are lost than the shares fell by. */
function hasUncountedLoss({ difference }: Report): boolean {
  const all = difference?.totals.find(({ framework }) => framework === undefined);
  const lost = difference?.controls.filter(({ kind }) => kind === "lost").length ?? 0;
  return lost > (all?.from?.covered ?? 0) - (all?.to?.covered ?? 0);
}

function shareCell(share: TotalChange["from"]): string {
  return share === null ? "–" : `${percentText(share.percent)}, ${share.covered} of ${share.total}`;
}

const words: Readonly<Record<ControlChange["kind"], string>> = {
  lost: "lost",
  left: "no longer asked for",
  lowered: "lowered",
  gained: "gained",
  raised: "raised",
  joined: "newly asked for",
};

function kindsText(controls: readonly ControlChange[]): string {
  return (Object.keys(words) as ControlChange["kind"][])
    .flatMap((kind) => {
      const number = controls.filter((change) => change.kind === kind).length;
      return number === 0 ? [] : [`${number} ${words[kind]}`];
    })
    .join(", ");
}
