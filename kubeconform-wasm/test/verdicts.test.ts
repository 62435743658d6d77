import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, createValidator, type Result, type Violation } from "../src/index.ts";
import { CASES, type Case, type Verdict } from "./cases.ts";

/** What the real kubeconform says: see scripts/record-verdicts.ts. */
const record = JSON.parse(
  readFileSync(new URL("./fixtures/verdicts.json", import.meta.url), "utf8"),
) as (Case & {
  verdicts: Verdict[];
})[];
const module = compile();

describe("our verdicts are those of kubeconform", () => {
  it("for every case", () => {
    expect(record.map(({ file, options }) => ({ file, options }))).toEqual(CASES);
  });

  for (const { file, options, verdicts } of record) {
    it(`${file} ${JSON.stringify(options)}`, async () => {
      const validator = await createValidator({ ...options, module: await module });
      const text = readFileSync(new URL(`./fixtures/${file}`, import.meta.url), "utf8");
      expect(validator.validate(text).map(toVerdict)).toEqual(verdicts);
    });
  }
});

function toVerdict({ status, kind, apiVersion, name, errors, message }: Result): Verdict {
  return {
    status,
    ...(kind && { kind }),
    ...(apiVersion && { apiVersion }),
    ...(name && { name }),
    ...(status === "invalid" && { errors: [...new Set((errors ?? []).map(line))].sort() }),
    ...(message && { message }),
  };
}

const line = ({ path, keyword, message }: Violation) =>
  keyword === "additionalProperties" ? `${path}: unknown` : `${path}: ${message}`;
