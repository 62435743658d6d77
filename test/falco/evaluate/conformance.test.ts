import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DeclaredField } from "../../../src/falco/catalog/fields.ts";
import { evaluate, type FieldValues } from "../../../src/falco/evaluate/evaluate.ts";

interface Case {
  readonly id: string;
  readonly condition: string;
  readonly fields: FieldValues;
  readonly expect: "true" | "false" | "error";
}

/** Fields of a plugin, of every type that a plugin's fields can have, which the generated cases also use. */
const givenFields = [
  ["string", "text", "texts"],
  ["string", "text2", "texts2"],
  ["uint64", "number", "numbers"],
  ["bool", "flag", "flags"],
  ["reltime", "duration", "durations"],
  ["abstime", "time", "times"],
  ["ipaddr", "address", "addresses"],
  ["ipnet", "network", "networks"],
] as const;
const fields: DeclaredField[] = [
  ...givenFields.flatMap(([type, one, many]) => [
    { name: `given.${one}`, type },
    { name: `given.${many}`, type, list: true },
  ]),
  { name: "given.argument", type: "string", list: true, argument: { index: true, key: true } },
];

/** Results of the comparison code of Falco's engine: written by hand, and for generated conditions and values. */
test.each([
  ["eval.json", 1600],
  ["eval-generated.json", 2000],
])("every condition of %s comes to what the engine makes of it", (file, least) => {
  const cases: Case[] = JSON.parse(
    readFileSync(new URL(`../../conformance/falco/${file}`, import.meta.url), "utf8"),
  );
  const wrong = cases.filter(({ condition, fields: values, expect: expected }) => {
    const { result, error } = evaluate(condition, values, { fields });
    return (error === undefined ? String(result) : "error") !== expected;
  });
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(least);
});
