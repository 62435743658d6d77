import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { adoption, contextOf, everyFramework, hostile } from "./reports.ts";

const csv = await formats.csv();

test.each(Object.entries({ adoption, hostile }))("the CSV of %s", async (name, example) => {
  await expect(csv(example.report, contextOf(example))).toMatchFileSnapshot(`golden/${name}.csv`);
});

/** RFC 4180, as a spreadsheet reads it. */
function parse(text: string): string[][] {
  return text
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g), ([, quoted, bare]) =>
        quoted === undefined ? bare! : quoted.replaceAll('""', '"'),
      ),
    );
}

test("every control is a row with as many cells as the head", () => {
  for (const example of [adoption, hostile, everyFramework()]) {
    const rows = parse(csv(example.report, contextOf(example)));
    const controls = example.report.coverage.frameworks.flatMap((framework) => framework.controls);
    expect(rows).toHaveLength(controls.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]!.length]));
  }
});

test("no cell is a formula", () => {
  const cells = parse(csv(hostile.report, contextOf(hostile))).flat();
  expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
});
