import { expect, test } from "vitest";
import { fingerprinter } from "../../src/lint/fingerprint.ts";

const rule = "falco/unknown-field";
const file = "rules.yaml";

function fingerprints(text: string, ...lines: readonly number[]): string[] {
  const fingerprint = fingerprinter(() => text);
  return lines.map((line) => fingerprint({ rule, file, line }));
}

test("stays when lines come above, and when the indentation changes", () => {
  expect(fingerprints("#\n#\n    condition:  a = b\n", 3)).toEqual(fingerprints("condition: a = b\n", 1));
});

test("changes with the line, the file and the rule", () => {
  const fingerprint = fingerprinter((name) => (name === file ? "one\ntwo\n" : "one\n"));
  const all = [
    fingerprint({ rule, file, line: 1 }),
    fingerprint({ rule, file, line: 2 }),
    fingerprint({ rule, file: "other.yaml", line: 1 }),
    fingerprint({ rule: "falco/undefined-list", file, line: 1 }),
  ];
  expect(new Set(all).size).toBe(4);
});

test("tells equal findings on equal lines apart", () => {
  expect(new Set(fingerprints("same\nsame\n", 1, 2)).size).toBe(2);
});
