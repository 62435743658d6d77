import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluate, type FieldValues } from "../../../src/falco/evaluate/index.ts";

interface Case {
  readonly id: string;
  readonly condition: string;
  readonly fields: FieldValues;
  readonly expect: "true" | "false" | "error";
}

/** Results of the comparison code of Falco's engine. */
const cases: Case[] = JSON.parse(
  readFileSync(new URL("../../conformance/falco/eval.json", import.meta.url), "utf8"),
);

test("every condition comes to what the engine makes of it", () => {
  const wrong = cases.filter(({ condition, fields, expect: expected }) => {
    const { result, error } = evaluate(condition, fields);
    return (error === undefined ? String(result) : "error") !== expected;
  });
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(1500);
});
