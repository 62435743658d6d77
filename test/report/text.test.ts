import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth, windowOf } from "../../src/report/columns.ts";
import { visible } from "../../src/report/escape.ts";
import { formats } from "../../src/report/formats.ts";
import type { Report } from "../../src/report/report.ts";
import { adoption, clean, contextOf, everyFramework, hostile, unmapped } from "./reports.ts";

const text = await formats.text();

test.each(Object.entries({ adoption, clean, unmapped, hostile }))(
  "the text report of %s",
  async (name, example) => {
    await expect(text(example.report, contextOf(example))).toMatchFileSnapshot(`golden/${name}.txt`);
  },
);

test("the text report of six whole frameworks fits 100 columns", () => {
  const example = everyFramework();
  const output = text(example.report, contextOf(example, { width: 100 }));
  expect(Math.max(...output.split("\n").map(textWidth))).toBeLessThanOrEqual(100);
});

test("colours add nothing but escape sequences, and without them there are none", () => {
  for (const example of [adoption, clean, hostile]) {
    const plain = text(example.report, contextOf(example, { color: false }));
    const colored = text(example.report, contextOf(example, { color: true }));
    expect(plain).not.toContain("\u001b");
    expect(colored).toContain("\u001b[");
    expect(stripVTControlCharacters(colored)).toBe(plain);
  }
});

test("quiet says nothing of what is right", () => {
  expect(text(clean.report, contextOf(clean, { quiet: true }))).toBe("");
  const output = text(adoption.report, contextOf(adoption, { quiet: true }));
  expect(output).toContain("shell_binarys");
  expect(output).toContain("3 findings are errors");
  expect(output).not.toContain("Coverage at rung");
});

/** Renders one finding at the given location of a file with one line. */
function frameOf(
  line: string,
  column: number,
  endColumn: number,
  width = 60,
): { code: string; carets: string } {
  const report: Report = {
    ...unmapped.report,
    findings: [
      {
        rule: "yaml/syntax",
        severity: "error",
        confidence: "high",
        message: "m",
        file: "a.yaml",
        line: 1,
        column,
        endLine: 1,
        endColumn,
        fingerprint: "",
      },
    ],
  };
  const rows = text(report, contextOf({ report, sources: { "a.yaml": line } }, { width })).split("\n");
  const at = rows.findIndex((row) => row.includes("1 │ "));
  return { code: rows[at]!.slice("    1 │ ".length), carets: rows[at + 1]!.slice("      │ ".length) };
}

test("carets stand under the token after tabs, wide characters, emoji and combining marks", () => {
  expect(frameOf("\tx: bad", 5, 8)).toEqual({ code: "    x: bad", carets: "       ^^^" });
  expect(frameOf("患者: bad", 5, 8)).toEqual({ code: "患者: bad", carets: "      ^^^" });
  expect(frameOf("🦅🦅 bad", 6, 9)).toEqual({ code: "🦅🦅 bad", carets: "     ^^^" });
  expect(frameOf("e\u0301e\u0301 bad", 6, 9)).toEqual({ code: "e\u0301e\u0301 bad", carets: "   ^^^" });
  expect(frameOf("患者", 1, 3)).toEqual({ code: "患者", carets: "^^^^" });
});

test("control characters are shown and move nothing", () => {
  expect(frameOf("\u001b[31m bad", 7, 10)).toEqual({ code: "␛[31m bad", carets: "      ^^^" });
  expect(frameOf("a\u0000b\u202ec", 5, 6)).toEqual({ code: "a␀b\\u202ec", carets: "         ^" });
});

test("a place past the end of the line, an empty line and a line that is not there are no harm", () => {
  expect(frameOf("ab", 9, 12).carets).toBe("  ^");
  expect(frameOf("", 1, 1).carets).toBe("^");
});

test("of a long line the part around the token is shown", () => {
  const line = `${"a".repeat(50_000)}TOKEN${"b".repeat(50_000)}`;
  const { code, carets } = frameOf(line, 50_001, 50_006);
  expect(code).toMatch(/^…a+TOKENb+…$/);
  expect(code.indexOf("TOKEN")).toBe(carets.indexOf("^"));
  expect(carets.trim()).toBe("^^^^^");
  expect(code.length).toBeLessThanOrEqual(60);
});

test("whatever the line, the window fits and the mark is in it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.nat(220),
      fc.nat(30),
      fc.integer({ min: 20, max: 120 }),
      (line, start, length, width) => {
        const shown = windowOf(line, start, start + length, width, visible);
        expect(textWidth(shown.text)).toBeLessThanOrEqual(width);
        expect(shown.start).toBeGreaterThanOrEqual(0);
        expect(shown.start).toBeLessThanOrEqual(width);
        expect(shown.end).toBeGreaterThan(shown.start);
      },
    ),
  );
});

function manyFindings(number: number, changes: (i: number) => Partial<Report["findings"][number]>): Report {
  const findings = Array.from({ length: number }, (_, i) => ({
    rule: "matrix/unknown-rule",
    severity: "error" as const,
    confidence: "high" as const,
    message: `No loaded file has a rule "Rule ${i}".`,
    file: "matrix.yaml",
    line: i + 1,
    column: 1,
    endLine: i + 1,
    endColumn: 5,
    fingerprint: String(i),
    ...changes(i),
  }));
  return { ...unmapped.report, findings };
}

test("a first screen folds findings of one cause and names some of their places", () => {
  const report = manyFindings(396, (i) => ({ message: `No loaded file has a rule "Rule ${i % 36}".` }));
  const sources = { "matrix.yaml": "line\n".repeat(400) };
  const output = text(report, contextOf({ report, sources }, { firstScreen: true }));
  expect(output).toContain("same in 10 other places: :37, :73, :109 and 7 more");
  expect(output).toContain("and 385 more like it");
  expect(output.match(/No loaded file/g)).toHaveLength(1);
});

test("everything lists each place of the same finding, errors first", () => {
  const report = manyFindings(4, (i) =>
    i === 0 ? { severity: "notice", message: "Be kind." } : { message: "No loaded file has it." },
  );
  const output = text(report, contextOf({ report, sources: {} }));
  expect(output).toContain("same in 2 other places: :3, :4");
  expect(output.indexOf("No loaded file")).toBeLessThan(output.indexOf("Be kind."));
});

test("a first screen shows the worst ten within 80 lines and counts the others", () => {
  const report = manyFindings(60, (i) => ({
    rule: i % 2 === 0 ? "stack/metrics" : `stack/rule-${i}`,
    message: "x".repeat(i + 1),
    severity: i < 30 ? "notice" : i < 55 ? "warning" : "error",
    help: "Do this. ".repeat(40),
  }));
  const output = text(report, contextOf({ report, sources: {} }, { firstScreen: true, width: 100 }));
  expect(output.split("\n").length).toBeLessThanOrEqual(81);
  expect(output).toContain("more findings (--all shows them)");
  expect(output.match(/ {2}error {2}x/g)).toHaveLength(5);
  const shown = output.match(/^ {2}\d+:1 /gm)!.length;
  expect(shown).toBeLessThanOrEqual(10);
  expect(output).toContain(`${60 - shown} more findings`);
});

test("rules without a deployment are counted as far as they get, not as zero", () => {
  const { coverage } = adoption.report;
  const report = {
    ...adoption.report,
    findings: [],
    coverage: { ...coverage, undeployed: true as const },
  };
  const output = text(report, contextOf({ ...adoption, report }, { firstScreen: true }));
  expect(output).toContain("What the rules cover once a deployment loads them");
  expect(output).toContain(`${coverage.totals.rungs.enabled}/${coverage.totals.total}`);
  expect(output).toContain("No file deploys Falco");
  expect(output).not.toMatch(/enabled {2}deployed/);
});

test.each([60, 66, 72, 80, 100, 120, 200])("the coverage table keeps its rungs in %i columns", (width) => {
  const example = everyFramework();
  const report = { ...example.report, findings: [] };
  const lines = text(report, contextOf(example, { width, firstScreen: true })).split("\n");
  const head = lines.find((line) => line.includes("covered  "))!;
  for (const rung of ["map", "val", "ena", "dep", "rou", "pro"]) expect(head).toContain(rung);
  expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
});
