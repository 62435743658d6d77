import { dayOf } from "./day.ts";
import { markdownCode, markdownLink, markdownText } from "./escape.ts";
import { type Parent, parent, row, table } from "./markdown-budget.ts";
import { clip } from "./markdown-parts.ts";
import type { Report, TrendLoss, TrendPoint } from "./report.ts";
import { openLosses, percentOf, shareText, trendSentence } from "./trend-text.ts";

/** So many reports are drawn, the last ones. */
const maxBars = 24;
const bars = [..."▁▂▃▄▅▆▇█"];

/** How coverage went over time: a sentence, each framework with a bar a report, and what is still lost. */
export function trendPart({ trend }: Report): Parent {
  const sentence = trend && trendSentence(trend);
  const points = trend?.series[0]?.points ?? [];
  if (sentence === undefined) return parent("", "", []);
  const { shown, more } = openLosses(trend!);
  const losses = shown.map((loss) => row("line", 3, lossLine(loss)));
  const rest = more === 0 ? [] : [row("line", 3, `- and ${more} more\n`)];
  return parent("### Over time\n\n", "", [
    row("line", 1, `${sentence}.\n\n`),
    table(
      ["Framework", `${dayOf(points[0]!.time)}`, `${dayOf(points.at(-1)!.time)}`, `${points.length} reports`],
      "llll",
      frameworkRows(points),
      "line",
    ),
    parent("", "\n", [...losses, ...rest]),
  ]);
}

function frameworkRows(points: readonly TrendPoint[]) {
  type Counts = Pick<TrendPoint, "covered" | "total">;
  const names = new Map(
    points.flatMap(({ frameworks }) =>
      frameworks.map(({ id, name, baseline }) => [
        JSON.stringify([id, baseline]),
        baseline === null ? name : `${name}, ${baseline}`,
      ]),
    ),
  );
  const cells = (name: string, of: (point: TrendPoint) => Counts | undefined) => {
    const counts = points.map(of);
    const text = (one: Counts | undefined) => (one === undefined ? "–" : shareText(one));
    return { rank: 3, cells: [name, text(counts[0]), text(counts.at(-1)), spark(counts)] };
  };
  const frameworks = Array.from(names, ([key, name]) =>
    cells(markdownText(clip(name)), (point) =>
      point.frameworks.find(({ id, baseline }) => JSON.stringify([id, baseline]) === key),
    ),
  );
  return frameworks.length < 2 ? frameworks : [...frameworks, cells("**All**", (point) => point)];
}

/** A bar for each report, from 0 to 100 percent; a dot where the framework was not asked for. */
function spark(counts: readonly (Pick<TrendPoint, "covered" | "total"> | undefined)[]): string {
  const drawn = counts.slice(-maxBars).map((one) => {
    const percent = one === undefined ? null : percentOf(one);
    return percent === null
      ? "·"
      : bars[Math.min(bars.length - 1, Math.floor((percent * bars.length) / 100))]!;
  });
  return drawn.join("");
}

function lossLine({ time, cluster, framework, id, title, reason, commit, changes }: TrendLoss): string {
  const where = cluster === undefined ? "" : `${markdownText(clip(cluster))}: `;
  const by = commit === undefined ? "" : ` by ${markdownLink(markdownCode(commit.slice(0, 10)), changes)}`;
  const why = reason === null ? "" : `: ${markdownText(clip(reason))}`;
  return `- 🔻 ${dayOf(time)}${by}, ${where}${markdownText(clip(`${framework} ${id} ${title}`))}${why}\n`;
}
