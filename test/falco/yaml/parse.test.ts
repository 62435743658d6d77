import { expect, test } from "vitest";
import { parseYaml, type YamlNode } from "../../../src/falco/yaml/parse.ts";

/** A node as plain data, each scalar with its line and column from 0. */
function plain(node: YamlNode): unknown {
  const location = `${node.mark.line}:${node.mark.column}`;
  switch (node.kind) {
    case "null":
      return `${location} null`;
    case "scalar":
      return `${location} ${JSON.stringify(node.value)}`;
    case "sequence":
      return node.items.map(plain);
    case "map":
      return node.entries.map(({ key, value }) => [plain(key), plain(value)]);
  }
}

test("scalars are texts, whatever they look like, and duplicate keys stay", () => {
  const { documents } = parseYaml("- a: yes\n  a: 0x1\n  b: ~\n  c: 'null'\n  d:\n- é: [1, {k: v}, x: y]\n");
  expect(plain(documents[0]!)).toEqual([
    [
      ['0:2 "a"', '0:5 "yes"'],
      ['1:2 "a"', '1:5 "0x1"'],
      ['2:2 "b"', "2:5 null"],
      ['3:2 "c"', '3:5 "null"'],
      ['4:2 "d"', "5:0 null"],
    ],
    // Columns count bytes.
    [['5:2 "é"', ['5:7 "1"', [['5:11 "k"', '5:14 "v"']], [['5:18 "x"', '5:21 "y"']]]]],
  ]);
});

test("block scalars fold and chomp as in yaml-cpp", () => {
  const { documents } = parseYaml(
    '- >\n  a\n  b\n\n  c\n   d\n- |-\n  a\n  b\n- >+\n  a\n\n- "a\\\n  b\\x41"\n',
  );
  const items = documents[0]!;
  expect(
    items.kind === "sequence" && items.items.map((item) => item.kind === "scalar" && item.value),
  ).toEqual(["a b\nc\n d\n", "a\nb", "a\n", "abA"]);
});

test("anchors mean the node they stand at, and merge keys are keys like any other", () => {
  const { documents } = parseYaml("- &a {x: 1}\n- *a\n- <<: *a\n");
  expect(plain(documents[0]!)).toEqual([
    [['0:6 "x"', '0:9 "1"']],
    [['0:6 "x"', '0:9 "1"']],
    [['2:2 "<<"', [['0:6 "x"', '0:9 "1"']]]],
  ]);
});

test("an empty document ends the file", () => {
  expect(parseYaml("- a\n---\n- b\n---\n---\n- c: [\n").documents.map(plain)).toEqual([
    ['0:2 "a"'],
    ['2:2 "b"'],
  ]);
});

test.each([
  ["- a: b: c", 0, 6],
  ["- 'a", 0, 4],
  ["- [a", 0, 0],
  ["-\ta: b\n \tc: d", 0, 3],
  ["- *a", 0, 2],
  ["- &a [*a]", 0, 6],
  ["- a\n b: c", 1, 2],
  ['- "\\q"', 0, 5],
  ["- a\n]", 1, 0],
])("%j is no YAML", (text, line, column) => {
  const { error } = parseYaml(text);
  expect(error?.mark).toMatchObject({ line, column });
  expect(error?.message).not.toBe("");
});
