import type picocolors from "picocolors";
import { count, percentText } from "./controls.ts";
import { dayOf } from "./day.ts";
import { visible } from "./escape.ts";
import type { Report, TrendPoint } from "./report.ts";

/** The most losses that are listed. */
const maxLosses = 10;

/** For a terminal: one block. Empty for a report without earlier ones. */
export function trendText({ trend }: Report, colors: ReturnType<typeof picocolors.createColors>): string[] {
  const points = trend?.series[0]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (trend === undefined || first === undefined || last === undefined) return [];
  const share = ({ covered, total, time }: TrendPoint) =>
    `${percentText(total === 0 ? null : Math.floor((covered * 100) / total))} (${covered} of ${total}) on ${dayOf(time)}`;
  const open = trend.losses.filter(({ regained }) => regained === null);
  const lines = open.slice(-maxLosses).map(({ time, cluster, framework, id, commit, reason }) => {
    const where = cluster === undefined ? "" : `${cluster}: `;
    const by = commit === undefined ? "" : ` by ${commit.slice(0, 10)}`;
    return `  ${colors.red("▼")} ${dayOf(time)} ${visible(`${where}${framework} ${id}${by}${reason === null ? "" : `: ${reason}`}`)}`;
  });
  const more = open.length - lines.length;
  return [
    [
      colors.bold("Over time"),
      `  ${share(first)}, ${share(last)}; ${count(trend.losses.length, "control")} lost on the way, ${open.length} still`,
      ...lines,
      ...(more > 0 ? [`  and ${more} more`] : []),
    ].join("\n"),
  ];
}
