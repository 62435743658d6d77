import type picocolors from "picocolors";
import { count, percentText } from "./controls.ts";
import { dayOf } from "./day.ts";
import { visible } from "./escape.ts";
import type { Report, Trend, TrendLoss, TrendPoint } from "./report.ts";

/** The most losses that are listed. */
const maxLosses = 10;

/** For a terminal: one block. Empty for a report without earlier ones. */
export function trendText({ trend }: Report, colors: ReturnType<typeof picocolors.createColors>): string[] {
  const sentence = trend && trendSentence(trend);
  if (sentence === undefined) return [];
  const { shown, more } = openLosses(trend!);
  const lines = shown.map(({ time, cluster, framework, id, commit, reason }) => {
    const where = cluster === undefined ? "" : `${cluster}: `;
    const by = commit === undefined ? "" : ` by ${commit.slice(0, 10)}`;
    return `  ${colors.red("▼")} ${dayOf(time)} ${visible(`${where}${framework} ${id}${by}${reason === null ? "" : `: ${reason}`}`)}`;
  });
  return [
    [colors.bold("Over time"), `  ${sentence}`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join(
      "\n",
    ),
  ];
}

/** From the first report to the last, and what was lost on the way; undefined where there is no report. */
export function trendSentence({ series, losses }: Trend): string | undefined {
  const points = series[0]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const share = (point: TrendPoint) => `${shareText(point)} on ${dayOf(point.time)}`;
  const open = losses.filter(({ regained }) => regained === null);
  return `${share(first)}, ${share(last)}; ${count(losses.length, "control")} lost on the way, ${open.length} still`;
}

/** The losses that were not regained, the last of them. */
export function openLosses({ losses }: Trend): {
  readonly shown: readonly TrendLoss[];
  readonly more: number;
} {
  const open = losses.filter(({ regained }) => regained === null);
  const shown = open.slice(-maxLosses);
  return { shown, more: open.length - shown.length };
}

/** Covered controls of a time: `72% (41 of 57)`. */
export function shareText(counts: Pick<TrendPoint, "covered" | "total">): string {
  return `${percentText(percentOf(counts))} (${counts.covered} of ${counts.total})`;
}

/** Whole percent, rounded down; null for 0 of 0. */
export function percentOf({ covered, total }: Pick<TrendPoint, "covered" | "total">): number | null {
  return total === 0 ? null : Math.floor((covered * 100) / total);
}
