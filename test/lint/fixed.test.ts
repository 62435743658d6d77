import { expect, test } from "vitest";
import { type Finding, lintRules } from "../../src/lint/index.ts";
import { edited } from "./edits.ts";
import { findingsIn, fixtureFiles, fixturesOf } from "./fixtures.ts";

/** Rules that say that a file cannot be read or that Falco does not load it. */
const refusing = lintRules.filter((rule) => "falcoCode" in rule || rule.id.startsWith("yaml/"));

const cases = lintRules
  .filter(({ fixable }) => fixable)
  .flatMap((rule) => fixturesOf(rule.id, "bad").map((fixture) => [rule.id, fixture, rule] as const));

test.each(cases)("the safe fixes of %s fix %s", async (id, fixture, rule) => {
  const files = fixtureFiles(id, fixture);
  const before = await findingsIn(files, rule, refusing);
  const fixes = (findings: readonly Finding[]) =>
    findings.filter(({ rule, fix }) => rule === id && fix?.safe === true);
  const fixed = edited(
    files,
    fixes(before).flatMap(({ fix }) => fix!.edits),
  );
  const after = await findingsIn(fixed, rule, refusing);
  expect(fixes(after).map(({ message }) => message)).toEqual([]);
  const refusals = (findings: readonly Finding[]) =>
    findings.filter(({ falcoCode, rule }) => falcoCode?.startsWith("LOAD_ERR") || rule.startsWith("yaml/"));
  expect(refusals(after).length).toBeLessThanOrEqual(refusals(before).length);
});

test("most mistakes that have one right form have a fix", () => {
  expect(lintRules.filter(({ fixable }) => fixable).length).toBeGreaterThanOrEqual(60);
});
