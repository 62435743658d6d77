import type picocolors from "picocolors";
import { ladderOf, type Rung, type RungCounts } from "../compliance/index.ts";
import { clipTo, padEnd, padStart, textWidth, wrap } from "./columns.ts";
import {
  assumedText,
  barCells,
  besideText,
  countedFrom,
  countsFrom,
  frameworkTitle,
  percentText,
} from "./controls.ts";
import { visible } from "./escape.ts";
import type { Report } from "./report.ts";
import { signalSentence } from "./signal-text.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

const barWidth = 12;
/** Columns of "28/28  100%" with its margins. */
const numbersWidth = 15;
const leastTitle = 16;

/** How the rungs' columns are written: what a terminal has no room for is abbreviated before it is left out. */
interface Layout {
  readonly heads: readonly string[];
  /** Blanks before each column. */
  readonly margin: number;
  readonly bar: number;
}

/** The coverage of each framework for a terminal, with how many controls reach each rung. */
export function coverageTable(report: Report, { width }: { readonly width: number }, colors: Colors): string {
  const { level, totals, frameworks } = report.coverage;
  const from = countedFrom(report.coverage);
  const isLibrary = from !== level;
  const ladder = ladderOf(level);
  const reachable = isLibrary ? ladder.slice(0, ladder.indexOf(from) + 1) : ladder;
  const rows = frameworks.map((framework) => ({
    title: visible(frameworkTitle(framework)),
    counts: countsFrom(from, framework.totals.detect),
  }));
  if (rows.length > 1) rows.push({ title: "All", counts: countsFrom(from, totals) });
  const layout = layoutFor(reachable, width);
  const longest = Math.max(...rows.map(({ title }) => textWidth(title)));
  const titleWidth = Math.max(leastTitle, Math.min(longest, width - widthOf(layout)));
  const heads = layout.heads.map((head, i) => {
    const shown = reachable[i] === from ? colors.bold(head) : head;
    return " ".repeat(layout.margin) + shown;
  });
  const gap = heads.length === 0 ? "" : " ";
  const blank = " ".repeat(titleWidth + 2 + (layout.bar === 0 ? 0 : layout.bar + 2));
  const lines = [
    colors.bold(
      isLibrary ? "What the rules cover once a deployment loads them" : `Coverage at rung "${level}"`,
    ),
    `${blank}${padStart("covered", 9)}${" ".repeat(6)}${gap}${colors.dim(heads.join(""))}`.trimEnd(),
    ...rows.map((row) => coverageRow(row, titleWidth, layout, reachable, colors)),
  ];
  const abbreviated = reachable.filter(
    (rung, i) => layout.heads[i] !== undefined && layout.heads[i] !== rung,
  );
  const sentences = [
    ...(abbreviated.length === 0
      ? []
      : [`${abbreviated.map((rung) => `${short(rung)}: ${rung}`).join(", ")}.`]),
    ...(isLibrary
      ? [`No file deploys Falco, so nothing is covered at the rung "${level}" yet.`]
      : [besideText(report.coverage), signalSentence(report.coverage), assumedText(report.coverage)]),
  ];
  for (const sentence of sentences) {
    if (sentence !== null)
      lines.push(...wrap(visible(sentence), width - 2).map((line) => `  ${colors.dim(line)}`));
  }
  return lines.join("\n");
}

function coverageRow(
  { title, counts }: { readonly title: string; readonly counts: RungCounts },
  titleWidth: number,
  { heads, margin, bar }: Layout,
  reachable: readonly Rung[],
  colors: Colors,
): string {
  const paint = sharePaint(counts, colors);
  const name = padEnd(clipTo(title, titleWidth), titleWidth);
  const numbers = padStart(`${counts.covered}/${counts.total}`, 9) + padStart(percentText(counts.percent), 6);
  const reached = heads
    .map((head, i) => padStart(String(counts.rungs[reachable[i]!] ?? 0), head.length + margin))
    .join("");
  const full = barCells(counts, bar);
  const drawn = bar === 0 ? "" : `  ${paint("█".repeat(full))}${colors.dim("░".repeat(bar - full))}`;
  return `  ${name}${drawn}${paint(numbers)}${reached === "" ? "" : ` ${reached}`}`;
}

/** The first layout that fits: full names, three letters, three letters without the bar, no columns at all. */
function layoutFor(rungs: readonly Rung[], width: number): Layout {
  const names = [...rungs];
  const letters = rungs.map(short);
  const layouts: readonly Layout[] = [
    { heads: names, margin: 2, bar: barWidth },
    { heads: letters, margin: 2, bar: barWidth },
    { heads: letters, margin: 2, bar: 0 },
    { heads: letters, margin: 1, bar: 0 },
  ];
  const fits = (layout: Layout) => leastTitle + widthOf(layout) <= width;
  return layouts.find(fits) ?? { heads: [], margin: 0, bar: barWidth };
}

function widthOf({ heads, margin, bar }: Layout): number {
  const columns = heads.reduce((sum, head) => sum + head.length + margin, 0);
  return 2 + (bar === 0 ? 0 : bar + 2) + numbersWidth + (columns === 0 ? 0 : columns + 1);
}

/** Three letters by which people tell a rung. */
function short(rung: Rung): string {
  return rung.slice(0, 3);
}

export function sharePaint(counts: RungCounts, colors: Colors): (text: string) => string {
  if (counts.percent === null) return colors.dim;
  return counts.percent >= 75 ? colors.green : counts.percent >= 40 ? colors.yellow : colors.red;
}
