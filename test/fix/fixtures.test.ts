import { expect, test } from "vitest";
import { lintRules } from "../../src/lint/index.ts";
import { fixtureFiles, fixturesOf } from "../lint/fixtures.ts";
import { fixed, readingOf } from "./project.ts";

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, " ".repeat(by));
const ended = (text: string) => (text.endsWith("\n") ? text : `${text}\n`);

/** Forms of a rules file in a repository. */
const forms: Readonly<Record<string, (rules: string) => string>> = {
  "ConfigMap's block with the line ends of Windows": (rules) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n  rules.yaml: |\n${indented(ended(rules), 4)}  other: "x" # stays\n`.replaceAll(
      "\n",
      "\r\n",
    ),
  "Secret's quoted text": (rules) =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: rules}\nstringData:\n  rules.yaml: ${JSON.stringify(rules)}\n  other: 'x' # stays\n`,
  "custom rules of the chart": (rules) =>
    `driver:\n  kind: modern_ebpf\ncustomRules:\n  rules.yaml: |-\n${indented(ended(rules), 4)}tty: true # stays\n`,
};

const cases = lintRules
  .filter(({ id, fixable }) => fixable && id.startsWith("falco/"))
  .flatMap((rule) => fixturesOf(rule.id, "bad").map((fixture) => [rule.id, fixture] as const))
  .filter(([id, fixture]) => Object.keys(fixtureFiles(id, fixture)).length === 1);

test.each(cases)("the fixes of %s, %s, go wherever the rules stand", async (id, fixture) => {
  const rules = Object.values(fixtureFiles(id, fixture))[0]!;
  const only = ({ rule, falcoCode }: { rule: string; falcoCode?: string }) =>
    rule === id || rule.startsWith("yaml/") || falcoCode?.startsWith("LOAD_ERR") === true;
  const expected = await fixed({ "x.yaml": rules }, { unsafe: true, only });
  const marks = await readingOf(new Map([["x.yaml", rules]]));
  const isSafe = marks.findings.filter(({ rule, fix }) => rule === id && fix?.safe === true).length;
  // A fix that calls itself safe is proven, so none is refused.
  const safe = await fixed({ "x.yaml": rules }, { only });
  expect(safe.refused).toEqual([]);
  expect(safe.applied.filter(({ rule }) => rule === id).length).toBeGreaterThanOrEqual(Math.min(1, isSafe));
  for (const [name, form] of Object.entries(forms)) {
    const result = await fixed({ "x.yaml": form(rules) }, { unsafe: true, only });
    expect(result.refused, name).toEqual([]);
    // What the file does not have in its form is left as it is: nothing half.
    if (result.applied.length === expected.applied.length)
      expect(result.texts["x.yaml"]!.replaceAll("\r\n", "\n"), name).toBe(
        form(expected.texts["x.yaml"]!).replaceAll("\r\n", "\n"),
      );
  }
  const again = await fixed(expected.texts, { unsafe: true, only });
  expect(again.applied).toEqual([]);
});
