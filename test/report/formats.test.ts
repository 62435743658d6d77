import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
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
