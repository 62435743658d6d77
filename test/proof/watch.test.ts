import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { watchTests } from "../../src/proof/watch.ts";
import { totalsOf } from "../../src/report/test-results.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "falcoverage-"));
  mkdirSync(path.join(root, "tests"));
  writeFileSync(
    path.join(root, "rules.yaml"),
    "- rule: A\n  desc: d\n  condition: evt.type = open and proc.name = a\n  output: '%proc.name'\n  priority: NOTICE\n",
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const tests = (name: string) =>
  `rules: [../rules.yaml]\ntests:\n  - rule: A\n    fires: [{name: x, event: {evt.type: open, proc.name: ${name}}}]\n`;

test("a change runs the tests again, until told to stop", async () => {
  const file = path.join(root, "tests/a.yaml");
  writeFileSync(file, tests("b"));
  const stop = new AbortController();
  const outcomes: string[] = [];
  await watchTests(
    { root, paths: ["tests"] },
    {},
    (outcome) => {
      if (outcome instanceof Error) throw outcome;
      const { passed, failed } = totalsOf(outcome);
      outcomes.push(`${passed} passed, ${failed} failed`);
      if (passed > 0) stop.abort();
      else writeFileSync(file, tests("a"));
    },
    stop.signal,
  );
  expect(outcomes.at(0)).toBe("0 passed, 1 failed");
  expect(outcomes.at(-1)).toBe("1 passed, 0 failed");
});
