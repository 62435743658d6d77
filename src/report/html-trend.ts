import { dayOf } from "./day.ts";
import { lineBreak } from "./html-parts.ts";
import { html as h, type Markup, prose } from "./markup.ts";
import type { Report, Trend, TrendLoss, TrendPoint, TrendSeries } from "./report.ts";
import { percentOf, shareText } from "./trend-text.ts";

/** The most lines of one chart, of which the first is that of all together. */
const maxLines = 8;
/** The size of a chart, and of what stands around its lines, in units of its own. */
const [width, height, left, right, top, bottom] = [360, 170, 34, 10, 10, 22];

/** The style of the charts, for pages that have some. */
export const trendStyle = `.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: .9rem; margin: 1rem 0; }
.chart { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: 0; padding: .75rem 1rem; break-inside: avoid; }
.chart > svg { width: 100%; height: auto; }
.chart text { fill: var(--soft); font-size: 10px; }
.chart .grid { stroke: var(--line); }
.chart polyline, .keys line { fill: none; stroke: var(--tint); stroke-width: 2; }
.chart circle { fill: var(--tint); }
.keys { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem .9rem; margin: .25rem 0; padding: 0; font-size: .85rem; }
.keys svg { width: 24px; height: 8px; }
.line0, .dot0 { --tint: var(--text); } .line1, .dot1 { --tint: var(--link); } .line2, .dot2 { --tint: var(--good); }
.line3, .dot3 { --tint: var(--mid); } .line4, .dot4 { --tint: var(--bad); } .line5, .dot5 { --tint: var(--off); }
.line6, .dot6 { --tint: var(--link); } .line7, .dot7 { --tint: var(--good); }
.line1 { stroke-dasharray: 7 3; } .line2 { stroke-dasharray: 2 3; } .line3 { stroke-dasharray: 9 3 2 3; }
.line4 { stroke-dasharray: 5 2 1 2; } .line5 { stroke-dasharray: 1 4; } .line6 { stroke-dasharray: 3 6; } .line7 { stroke-dasharray: 12 4; }
`;

/** How coverage went over time: a chart for each framework with its numbers, and what was lost on the way. */
export function trendSection(report: Report): Markup | null {
  const { trend } = report;
  const all = trend?.series[0];
  if (trend === undefined || all === undefined) return null;
  const [first, last] = [all.points[0], all.points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const frameworks = new Map(
    all.points.flatMap((point) => point.frameworks.map((one) => [keyOf(one), titleOf(one)] as const)),
  );
  const charts = [
    chart(trend, "All frameworks", (point) => point),
    ...[...frameworks].map(([key, title]) =>
      chart(trend, title, (point) => point.frameworks.find((one) => keyOf(one) === key)),
    ),
  ].filter((one) => one !== null);
  return h`<section aria-labelledby="trend"><h2 id="trend">Over time</h2>
<p>${all.points.length} reports from ${dayOf(first.time)} to ${dayOf(last.time)}: ${shareText(first)} then, ${shareText(last)} now, at the rung <b>${report.coverage.level}</b> for all of them.</p>
<div class="charts">${charts}</div>
${losses(trend.losses)}</section>`;
}

type Counts = Pick<TrendPoint, "covered" | "total">;

function keyOf({ id, baseline }: TrendPoint["frameworks"][number]): string {
  return JSON.stringify([id, baseline]);
}

function titleOf({ name, baseline }: TrendPoint["frameworks"][number]): string {
  return baseline === null ? name : `${name}, ${baseline}`;
}

interface Line {
  readonly series: TrendSeries;
  readonly points: readonly { readonly time: string; readonly counts: Counts; readonly percent: number }[];
}

function chart(trend: Trend, title: string, of: (point: TrendPoint) => Counts | undefined): Markup | null {
  const teams = trend.series.filter(({ kind }) => kind === "team");
  // Where there are teams, their clusters would be too many lines for one chart.
  const shown = trend.series.filter(
    ({ kind }) => kind === "all" || kind === (teams.length > 0 ? "team" : "cluster"),
  );
  const lines = shown.slice(0, maxLines).flatMap((series) => lineOf(series, of));
  const all = lines[0];
  if (all === undefined) return null;
  const [from, to] = [all.points[0]!, all.points.at(-1)!];
  const summary = `${title}: ${from.percent}% on ${dayOf(from.time)}, ${to.percent}% on ${dayOf(to.time)}`;
  const numbers = trend.series.flatMap((series) => lineOf(series, of));
  return h`<figure class="chart"><figcaption><b>${title}</b> ${from.percent}% → ${to.percent}%</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}">${axes(all)}${lines.map((line, i) => lineMarkup(line, all, i))}</svg>
${lines.length < 2 ? null : h`<ul class="keys">${lines.map(({ series }, i) => h`<li><svg viewBox="0 0 24 8" aria-hidden="true"><line class="line${i}" x1="0" y1="4" x2="24" y2="4"/></svg> ${series.name}</li>`)}</ul>`}
<details><summary>Numbers</summary><div class="wrap"><table><thead><tr><th scope="col">Day</th><th scope="col">Whose</th><th scope="col" class="num">Covered</th><th scope="col" class="num">Share</th></tr></thead><tbody>${numbers.flatMap(rowsOf)}</tbody></table></div></details></figure>
`;
}

function lineOf(series: TrendSeries, of: (point: TrendPoint) => Counts | undefined): Line[] {
  const points = series.points.flatMap((point) => {
    const counts = of(point);
    const percent = counts === undefined ? null : percentOf(counts);
    return counts === undefined || percent === null ? [] : [{ time: point.time, counts, percent }];
  });
  return points.length === 0 ? [] : [{ series, points }];
}

function rowsOf({ series, points }: Line): Markup[] {
  return points.map(
    ({ time, counts, percent }) =>
      h`<tr><th scope="row">${dayOf(time)}</th><td>${series.name}</td><td class="num">${counts.covered} of ${counts.total}</td><td class="num">${percent}%</td></tr>\n`,
  );
}

/** Where a time and a share stand in a chart whose first and last times are those of a line. */
function placed({ points }: Line, time: string, percent: number): { readonly x: string; readonly y: string } {
  const [from, to] = [Date.parse(points[0]!.time), Date.parse(points.at(-1)!.time)];
  const share = to === from ? 0.5 : Math.max(0, Math.min(1, (Date.parse(time) - from) / (to - from)));
  return {
    x: (left + share * (width - left - right)).toFixed(1),
    y: (top + (1 - percent / 100) * (height - top - bottom)).toFixed(1),
  };
}

function axes(all: Line): Markup {
  const marks = [0, 50, 100].map((percent) => {
    const { y } = placed(all, all.points[0]!.time, percent);
    return h`<line class="grid" x1="${left}" y1="${y}" x2="${width - right}" y2="${y}"/><text x="${left - 4}" y="${y}" dy="3" text-anchor="end">${percent}%</text>`;
  });
  const [from, to] = [dayOf(all.points[0]!.time), dayOf(all.points.at(-1)!.time)];
  const days =
    from === to
      ? h`<text x="${width / 2}" y="${height - 6}" text-anchor="middle">${from}</text>`
      : h`<text x="${left}" y="${height - 6}">${from}</text><text x="${width - right}" y="${height - 6}" text-anchor="end">${to}</text>`;
  return h`${marks}${days}`;
}

/** A line with a dot for each report, which says its numbers to those who point at it. */
function lineMarkup({ series, points }: Line, all: Line, index: number): Markup {
  const places = points.map(({ time, percent }) => placed(all, time, percent));
  const dots = places.map(
    ({ x, y }, i) =>
      h`<circle class="dot${index}" cx="${x}" cy="${y}" r="2.5"><title>${series.name}, ${dayOf(points[i]!.time)}: ${shareText(points[i]!.counts)}</title></circle>`,
  );
  return h`<polyline class="line${index}" points="${places.map(({ x, y }) => `${x},${y}`).join(" ")}"/>${dots}`;
}

function losses(all: readonly TrendLoss[]): Markup {
  if (all.length === 0) return h`<p>No control was lost on the way.</p>`;
  const isOneOfSeveral = all.some(({ cluster }) => cluster !== undefined);
  const rows = all
    .toSorted((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0))
    .map(
      (loss) =>
        h`<tr><th scope="row">${dayOf(loss.time)}</th>${isOneOfSeveral ? h`<td>${loss.cluster ?? ""}</td>` : null}<td><b>${loss.framework} ${loss.id}</b> ${loss.title}</td><td>${loss.kind === "left" ? "It is no longer asked for." : prose(loss.reason ?? "")}${lineBreak(blockingLine(loss))}</td><td>${changesOf(loss)}</td><td>${loss.regained === null ? h`<span class="bad">no</span>` : h`<span class="good">${dayOf(loss.regained)}</span>`}</td></tr>\n`,
    );
  return h`<h3>What was lost on the way</h3>
<div class="wrap"><table><thead><tr><th scope="col">Since</th>${isOneOfSeveral ? h`<th scope="col">Cluster</th>` : null}<th scope="col">Control</th><th scope="col">What held it back</th><th scope="col">Commit</th><th scope="col">Covered again</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** The line that held the control back, at the commit of that time. */
function blockingLine({ file, line, files }: TrendLoss): Markup | null {
  if (file === undefined) return null;
  const shown = h`<code>${file}:${line ?? 1}</code>`;
  if (files === undefined || !/^https?:\/\//.test(files)) return shown;
  const address = `${files}/${file.split("/").map(encodeURIComponent).join("/")}#L${line ?? 1}`;
  return h`<a href="${address}">${shown}</a>`;
}

function changesOf({ commit, since, ref, changes }: TrendLoss): Markup | string {
  if (commit === undefined) return "not known";
  const short =
    since === undefined || since === commit
      ? commit.slice(0, 10)
      : `${since.slice(0, 10)}…${commit.slice(0, 10)}`;
  const shown = h`<code>${short}</code>${ref === undefined ? null : h` <small>${ref}</small>`}`;
  return changes !== undefined && /^https?:\/\//.test(changes) ? h`<a href="${changes}">${shown}</a>` : shown;
}
