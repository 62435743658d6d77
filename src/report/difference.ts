import type picocolors from "picocolors";
import type { Finding } from "../lint/index.ts";
import { describeChanges, joinParts, locationText, type Part } from "./change-statements.ts";
import { wrap } from "./columns.ts";
import { visible } from "./escape.ts";
import type { Report } from "./report.ts";

/** How many more or fewer controls are covered than before, such as "+2"; null when that is not known or none. */
export function coveredChange({ difference }: Report, framework?: string): string | null {
  const change = difference?.totals.find((total) => total.framework === framework);
  if (change === undefined || change.from === null || change.to === null) return null;
  const more = change.to.covered - change.from.covered;
  return more === 0 ? null : more > 0 ? `+${more}` : `−${-more}`;
}

/** Whether a finding is one that the older revision did not have; false when there is no older one. */
export function isNew({ difference }: Report): (finding: Finding) => boolean {
  const added = new Set(difference?.findings.added);
  return (finding) => added.has(finding.fingerprint);
}

/** Lines of statements of each part that a first screen shows. */
const firstLines = 16;

/** What a change does, for a terminal: a block for each part. Empty without a difference. */
export function differenceText(
  report: Report,
  { width, firstScreen = false }: { readonly width: number; readonly firstScreen?: boolean },
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  const signs = { bad: colors.red("-"), good: colors.green("+"), plain: colors.dim("~") };
  const part = (part: Part): string =>
    visible(typeof part === "string" ? part : "code" in part ? clip(part.code) : `(${locationText(part)})`);
  const hanging = (first: string, rest: string, text: string) =>
    wrap(text, width - 4).map((line, i) => (i === 0 ? first : rest) + line);
  return describeChanges(report).map(({ title, sentence, sums, statements }) => {
    const written = statements.map(({ tone, parts }) =>
      hanging(`  ${signs[tone]} `, "    ", joinParts(parts, part)),
    );
    const shown = firstScreen ? fitting(written, firstLines) : written;
    const more = written.length - shown.length;
    return [
      colors.bold(title),
      ...hanging("  ", "  ", visible(sentence)),
      ...(sums === "" ? [] : hanging("  ", "  ", visible(sums)).map(colors.dim)),
      ...shown.flat(),
      ...(more === 0 ? [] : [colors.dim(`    and ${more} more: --all`)]),
    ].join("\n");
  });
}

/** The first of blocks of lines, as many as fit; one at least. */
function fitting(blocks: readonly (readonly string[])[], most: number): readonly (readonly string[])[] {
  let lines = 0;
  const over = blocks.findIndex((block, i) => {
    lines += block.length;
    return i > 0 && lines > most;
  });
  return over === -1 ? blocks : blocks.slice(0, over);
}

function clip(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`;
}
