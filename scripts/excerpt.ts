const shortFile = 32;
/** With more differences than this the two texts are different files, not one file before and after. */
const maxDifferences = 16;
const around = 1;

/**
 * A text as an example shows it: all of a short one. Of a longer one the given lines (from 1) and those that another
 * text does not have, each with the lines around it, the lines that it is nested in, and the kind of its document.
 */
export function excerpt(text: string, other: string, given: readonly number[]): string {
  const lines = text.trimEnd().split("\n");
  if (lines.length <= shortFile) return lines.join("\n");
  const own = linesOnlyIn(lines, other.trimEnd().split("\n"));
  const matters = [...given.map((line) => line - 1), ...(own.length <= maxDifferences ? own : [])];
  const shown = new Set(
    (matters.length === 0 ? [0] : matters).flatMap((at) => {
      const near = Array.from({ length: 2 * around + 1 }, (_, i) => at - around + i);
      return near.filter((i) => i >= 0 && i < lines.length).flatMap((i) => [i, ...nesting(lines, i)]);
    }),
  );
  return withGaps(lines, shown).join("\n");
}

/** The lines that a line is nested in by indentation, and the one that says of which kind its document is. */
function nesting(lines: readonly string[], at: number): number[] {
  const outer: number[] = [];
  let indent = indentOf(lines[at]!);
  for (let i = at - 1; i >= 0 && lines[i] !== "---"; i--) {
    const line = lines[i]!;
    if (line.trim() === "") continue;
    if (indentOf(line) < indent) {
      outer.push(i);
      indent = indentOf(line);
    } else if (/^kind:/.test(line)) outer.push(i);
  }
  return outer;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines with `# ...` for those that are left out. */
function withGaps(lines: readonly string[], shown: ReadonlySet<number>): string[] {
  const result: string[] = [];
  let last = -1;
  for (const [i, line] of lines.entries()) {
    if (!shown.has(i)) continue;
    if (i > last + 1) result.push(`${line.slice(0, indentOf(line))}# ...`);
    result.push(line);
    last = i;
  }
  if (last < lines.length - 1) result.push("# ...");
  return result;
}

/** The lines of the first text that are not part of a longest common subsequence of both. */
function linesOnlyIn(lines: readonly string[], others: readonly string[]): number[] {
  const lengths = Array.from({ length: lines.length + 1 }, () =>
    new Array<number>(others.length + 1).fill(0),
  );
  for (let i = lines.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        lines[i] === others[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const own: number[] = [];
  let j = 0;
  for (const [i, line] of lines.entries()) {
    while (j < others.length && line !== others[j] && lengths[i]![j] === lengths[i]![j + 1]) j++;
    if (j < others.length && line === others[j]) j++;
    else own.push(i);
  }
  return own;
}
