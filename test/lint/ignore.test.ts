import { expect, test } from "vitest";
import { applyIgnores, readIgnores } from "../../src/lint/ignore.ts";
import { readProject } from "../../src/project/project.ts";
import { Text } from "../../src/project/source-text.ts";

/** Which of the lines a finding of the rule is hidden in. */
function hiddenLines(content: string, rule = "falco/unknown-field", file = "a.yaml"): number[] {
  const project = readProject({ texts: [new Text(file, content)], skipped: [] });
  const findings = content.split("\n").map((_, i) => ({ rule, file, line: i + 1 }));
  return applyIgnores(findings, readIgnores(project)).ignored.map(({ line }) => line);
}

test.each<[string, number[], string]>([
  ["its own line", [1], "a: 1 # falcoverage-ignore falco/unknown-field: why\nb: 2\n"],
  ["the line below", [2], "# falcoverage-ignore falco/unknown-field: why\na: 1\nb: 2\n"],
  ["the line below other comments", [3], "# falcoverage-ignore falco/unknown-field: why\n# more\na: 1\n"],
  ["a category", [1], "a: 1 # falcoverage-ignore falco/*: why\n"],
  ["one rule of several", [1], "a: 1 # falcoverage-ignore yaml/syntax, falco/unknown-field: why\n"],
  ["nothing for another rule", [], "a: 1 # falcoverage-ignore yaml/syntax: why\n"],
  ["nothing without a reason", [], "a: 1 # falcoverage-ignore falco/unknown-field\n"],
  [
    "a block of text",
    [2, 3, 4],
    "# falcoverage-ignore falco/unknown-field: why\ncondition: >\n  a = b and\n  c = d\noutput: x\n",
  ],
  [
    "the block of an item's first key alone",
    [2, 3],
    "# falcoverage-ignore falco/unknown-field: why\n- condition: >-\n    a = b\n  output: x\n",
  ],
])("hides %s", (_, lines, content) => {
  expect(hiddenLines(content)).toEqual(lines);
});

test("works in a text embedded in another file, at the lines of that file", () => {
  const content =
    "apiVersion: v1\nkind: ConfigMap\ndata:\n  rules.yaml: |\n" +
    "    # falcoverage-ignore falco/unknown-field: why\n    - rule: A\n      condition: x\n";
  expect(hiddenLines(content)).toEqual([6]);
});

test("is an HTML comment in Markdown, where a hash is a heading", () => {
  expect(hiddenLines("<!-- falcoverage-ignore falco/*: why -->\ntext\n", undefined, "a.md")).toEqual([2]);
  expect(hiddenLines("# falcoverage-ignore falco/*: why\ntext\n", undefined, "a.md")).toEqual([]);
});

test("a file of nothing but ignores is read in time", () => {
  const content = "# falcoverage-ignore falco/unknown-field: why\n".repeat(100_000);
  expect(hiddenLines(`${content}a: 1`)).toEqual([100_001]);
});
