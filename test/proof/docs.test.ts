import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Source } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";
import { runTests } from "../../src/proof/run-tests.ts";
import { totalsOf } from "../../src/report/test-results.ts";

test("the example of the documentation passes, and tests all of its condition", () => {
  const page = readFileSync(new URL("../../docs/rule-tests.md", import.meta.url), "utf8");
  const [tests, rules] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);
  const sources = [
    new Source(new Text("tests.yaml", tests!), "rule-tests"),
    new Source(new Text("rules.yaml", rules!), "falco-rules"),
  ];
  const results = runTests({ sources, skipped: [] }, { mutate: true });
  expect(totalsOf(results)).toEqual({
    rules: 1,
    passed: 9,
    failed: 0,
    errors: 0,
    coverage: 100,
    mutation: 100,
  });
  expect(results[0]?.rules[0]?.coverage?.gaps).toEqual([]);
});
