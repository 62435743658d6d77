import type picocolors from "picocolors";
import type { Confidence, Excerpt, Finding, Severity } from "../lint/index.ts";
import { type Cause, causesOf, countByRule } from "./causes.ts";
import { padStart, textWidth, windowOf, wrap } from "./columns.ts";
import { count } from "./controls.ts";
import { visible } from "./escape.ts";
import { excerpts } from "./excerpt.ts";
import type { RenderContext } from "./report.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** What the lines of findings need: the texts of files and the terminal. */
export type FrameContext = Pick<RenderContext, "source" | "color" | "width">;

/** All findings for a terminal, those with the same message as one, errors first, then by file. */
export function findingBlocks(
  findings: readonly Finding[],
  isAdded: (finding: Finding) => boolean,
  context: FrameContext,
  colors: Colors,
): string[] {
  const view: View = { ...context, isAdded, colors, isShort: false };
  return underFiles(causesOf(findings, false), view);
}

/** The most causes that a first screen shows. */
const maxCauses = 10;
/** The most lint rules that are named with the number of findings that a first screen leaves out. */
const maxCounts = 8;

/**
 * The worst findings for a terminal, at most ten causes and at most so many lines, and how many others there are; at
 * least one is shown.
 */
export function worstBlocks(
  findings: readonly Finding[],
  isAdded: (finding: Finding) => boolean,
  lines: number,
  context: FrameContext,
  colors: Colors,
): string[] {
  const view: View = { ...context, isAdded, colors, isShort: true };
  const causes = causesOf(findings, true);
  const worst = causes.toSorted((a, b) => compareWorst(a.first, b.first, isAdded)).slice(0, maxCauses);
  const inOrder = (kept: readonly Cause[]) => causes.filter((cause) => kept.includes(cause));
  const render = (kept: readonly Cause[]) => {
    const others = causes.filter((cause) => !kept.includes(cause)).flatMap(findingsOf);
    return [...underFiles(inOrder(kept), view), ...otherBlock(others, colors)];
  };
  let kept = worst;
  let blocks = render(kept);
  while (kept.length > 1 && heightOf(blocks) > lines) {
    kept = kept.slice(0, -1);
    blocks = render(kept);
  }
  return blocks;
}

/** Lines that blocks take with the blank lines between and after them. */
export function heightOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.split("\n").length + 1, 0);
}

interface View extends FrameContext {
  readonly isAdded: (finding: Finding) => boolean;
  readonly colors: Colors;
  /** Whether to show what fits a screen. */
  readonly isShort: boolean;
}

function findingsOf({ first, same, alike }: Cause): Finding[] {
  return [first, ...same, ...alike];
}

const confidenceRanks: Readonly<Record<Confidence, number>> = { high: 0, medium: 1, low: 2 };

function compareWorst(a: Finding, b: Finding, isAdded: (finding: Finding) => boolean): number {
  if (a.severity !== b.severity) return 0;
  const added = Number(isAdded(b)) - Number(isAdded(a));
  if (added !== 0) return added;
  return confidenceRanks[a.confidence] - confidenceRanks[b.confidence];
}

/** One block for each cause, the first of a file with the file's name above it. */
function underFiles(causes: readonly Cause[], view: View): string[] {
  let file: string | undefined;
  const excerptFor = excerpts(view);
  return causes.map((cause) => {
    const lines: string[] = [];
    if (cause.first.file !== file) {
      file = cause.first.file;
      lines.push(view.colors.bold(view.colors.underline(visible(file))));
    }
    return [...lines, ...causeLines(cause, excerptFor(cause.first), view)].join("\n");
  });
}

function causeLines(cause: Cause, excerpt: Excerpt | undefined, view: View): string[] {
  const { colors, width } = view;
  const { first } = cause;
  const paint = severityPaint(first.severity, colors);
  const location = `${first.line}:${first.column}`;
  const lead = `  ${location}  ${first.severity}  `;
  const indent = " ".repeat(textWidth(lead));
  const message = wrap(visible(first.message), Math.max(30, width - lead.length));
  const lines = message.map((line, i) =>
    i === 0 ? `  ${colors.dim(location)}  ${colors.bold(paint(first.severity))}  ${line}` : indent + line,
  );
  const code = first.falcoCode === undefined ? "" : `  ${first.falcoCode}`;
  const mark = view.isAdded(first) ? `  ${colors.bold("new")}` : "";
  lines.push(indent + colors.dim(visible(first.rule + code)) + mark);
  if (excerpt !== undefined) lines.push(...frame(first.line, excerpt, view, paint));
  if (first.help !== undefined) lines.push(...note("help", first.help, width, colors));
  if (first.fix !== undefined) {
    const { description, safe } = first.fix;
    lines.push(...note("fix", safe ? description : `${description} (check it first)`, width, colors));
  }
  lines.push(...otherPlaces(cause, view));
  return lines;
}

/** How many places of other findings of the same cause a first screen names. */
const maxPlaces = 3;

function otherPlaces({ first, same, alike }: Cause, { width, colors, isShort }: View): string[] {
  const lines: string[] = [];
  if (same.length > 0) {
    const places = [
      ...new Set(same.map(({ file, line }) => (file === first.file ? `:${line}` : `${file}:${line}`))),
    ];
    const shown = isShort ? places.slice(0, maxPlaces) : places;
    const rest = places.length - shown.length;
    const more = rest === 0 ? "" : ` and ${rest} more`;
    lines.push(
      ...note(`same in ${count(same.length, "other place")}`, shown.join(", ") + more, width, colors),
    );
  }
  if (alike.length > 0) lines.push(`    ${colors.dim(`and ${alike.length} more like it`)}`);
  return lines;
}

function otherBlock(findings: readonly Finding[], colors: Colors): string[] {
  if (findings.length === 0) return [];
  const counts = countByRule(findings);
  const shown = counts.slice(0, maxCounts);
  const digits = Math.max(...shown.map(({ number }) => String(number).length));
  const lines = shown.map(({ severity, rule, number }) => {
    const paint = severityPaint(severity, colors);
    return `  ${padStart(String(number), digits)}  ${paint(severity)}  ${visible(rule)}`;
  });
  const rest = counts.slice(maxCounts).reduce((sum, { number }) => sum + number, 0);
  if (rest > 0) lines.push(`  ${rest} of ${count(counts.length - maxCounts, "other lint rule")}`);
  return [[colors.bold(`${count(findings.length, "more finding")} (--all shows them)`), ...lines].join("\n")];
}

/** The line before, the line itself, and carets under what the finding is about. */
function frame(
  number: number,
  { text, start, end, above }: Excerpt,
  { width, colors, isShort }: View,
  paint: (text: string) => string,
): string[] {
  const gutter = String(number).length;
  const room = Math.max(20, width - gutter - 7);
  const edge = (label: string) => colors.dim(`    ${padStart(label, gutter)} │ `);
  const shown = windowOf(text, start, end, room, visible);
  const lines: string[] = [];
  if (above !== undefined && !isShort) {
    // Cut alike, so that the two lines align.
    const before = windowOf(above, start, start, room, visible).text;
    lines.push(edge(String(number - 1)) + colors.dim(before));
  }
  lines.push(edge(String(number)) + shown.text);
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
