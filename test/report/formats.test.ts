import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hiddenCharacter } from "../../src/project/index.ts";
import { visible } from "../../src/report/escape.ts";
import { formats } from "../../src/report/formats.ts";
import type { Report } from "../../src/report/report.ts";
import { adoption, clean, contextOf, hostile, unmapped } from "./reports.ts";

test.each(Object.entries(formats))(
  "the format %s says the same of the same report, and ends in a line break",
  async (_, load) => {
    const format = await load();
    for (const example of [adoption, clean, unmapped, hostile]) {
      const output = format(example.report, contextOf(example));
      expect(format(example.report, contextOf(example))).toBe(output);
      expect(output).toMatch(/^$|\n$/);
      expect(output).not.toMatch(/[\ud800-\udfff]/u);
    }
  },
);

/** The report with characters in its texts that nobody sees. */
function withHidden(report: Report, hidden: string): Report {
  const texts = new Set(["message", "help", "file", "name", "title", "reason", "why", "description"]);
  const replace = (key: string, value: unknown) =>
    typeof value === "string" && texts.has(key) ? `${value.slice(0, 1)}${hidden}${value.slice(1)}` : value;
  const shown = JSON.parse(JSON.stringify(report, replace)) as Report;
  const rule = {
    name: `S${hidden}hell`,
    enabled: true,
    tags: ["T1059"],
    file: null,
    changedAt: [],
    exceptions: [],
    priority: "WARNING",
    source: "syscall",
    condition: "always",
    output: "x",
    desc: "x",
    description: "x",
  };
  return { ...shown, rules: [rule as unknown as Report["rules"][number]] };
}

const hidden = "\u200b\u202e\u2066\u00ad\ufeff\u{e0041}";

test.each(Object.entries(formats))("the format %s shows what nobody would see", async (_, load) => {
  const format = await load();
  const output = format(withHidden(adoption.report, hidden), contextOf(adoption));
  expect(output.match(hiddenCharacter)).toBeNull();
  expect(output).toMatch(/\\u200b|&#92;u200b/);
});

test("JSON for programs keeps the text", async () => {
  const format = await formats.json();
  const report = withHidden(hostile.report, hidden);
  expect(JSON.parse(format(report, contextOf(hostile)))).toEqual(JSON.parse(JSON.stringify(report)));
});

test("emoji stay as they are", () => {
  for (const text of ["⚠️ 👩\u200d💻 1️⃣ 👍🏽 🏳️\u200d🌈"]) expect(visible(text)).toBe(text);
});

/** Modules that a module imports when it is loaded, and what those import. */
function loadedWith(module: URL, seen = new Set<string>()): Set<string> {
  const source = readFileSync(module, "utf8");
  for (const [, from] of source.matchAll(/^(?:import|export) (?!type\b)[^;]*? from "([^"]+)";/gm)) {
    if (seen.has(from!)) continue;
    seen.add(from!);
    if (from!.startsWith(".")) loadedWith(new URL(from!, module), seen);
  }
  return seen;
}

test.each(["formats", "text", "json"])("%s loads no other format and nothing that is large", (name) => {
  const loaded = [...loadedWith(new URL(`../../src/report/${name}.ts`, import.meta.url))];
  expect(
    loaded.filter((module) => /markdown-table|badge|html|markup|sarif|junit|csv|node:crypto/.test(module)),
  ).toEqual([]);
});
