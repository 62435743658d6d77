import { expect, test } from "vitest";
import { hang, wrap } from "../../src/report/columns.ts";

const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

test("a path that is longer than a line is broken after a slash", () => {
  expect(wrap("at policies/falco/falco-rules-compliance.yaml:12 it ends", 30)).toEqual([
    "at policies/falco/",
    "falco-rules-compliance.yaml:12",
    "it ends",
  ]);
  expect(wrap("a".repeat(45), 20)).toEqual(["a".repeat(20), "a".repeat(20), "a".repeat(5)]);
});

test("further lines stand further in than the first, in colour too", () => {
  expect(hang("  one two three four five six seven", 24)).toEqual([
    "  one two three four",
    "    five six seven",
  ]);
  expect(hang("short", 14)).toEqual(["short"]);
  const lines = hang(dim(`      ${"word ".repeat(20)}end`), 40);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines[0]).toMatch(/^\u001b\[2m {6}word/);
  for (const line of lines.slice(1)) expect(line).toMatch(/^ {8}\S/);
});

test("a long path in colour is broken, each part in its colour", () => {
  expect(hang(`  ${dim("policies/falco/falco-rules-compliance.yaml:12")}`, 36)).toEqual([
    `  ${dim("policies/falco/")}`,
    `    ${dim("falco-rules-compliance.yaml:12")}`,
  ]);
});
