import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test, vi } from "vitest";
import { fingerprinter } from "../../src/lint/fingerprint.ts";
import { Text } from "../../src/project/index.ts";

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

test("reads and hashes a long line once, however many findings it has", () => {
  const line = "x".repeat(100_000);
  const read = vi.spyOn(Text.prototype, "line");
  const hash = vi.spyOn(Object.getPrototypeOf(sha256.create()), "update");
  const all = fingerprints(line, ...Array<number>(1_000).fill(1));
  const hashed = hash.mock.calls.reduce((sum, [bytes]) => sum + (bytes as Uint8Array).length, 0);
  expect(new Set(all).size).toBe(1_000);
  expect(read).toHaveBeenCalledTimes(1);
  expect(hashed).toBeLessThan(2 * line.length);
  vi.restoreAllMocks();
});

test("stays the name that baselines and code scanning have", () => {
  expect(fingerprints("a\nb\na\n", 1, 1, 2, 3)).toMatchInlineSnapshot(`
    [
      "c429ace50f58408393c491adc7119c53",
      "4a66c0713abc4fed613d77d6db8fa0d7",
      "813d09cf7ae24de3a0e691216c9f2a3f",
      "6a66d3959cef36e5e4b346167ef97906",
    ]
  `);
});
