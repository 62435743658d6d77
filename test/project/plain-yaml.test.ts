import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../../src/project/plain-yaml.ts";
import { Text } from "../../src/project/source-text.ts";
import { readAnyYaml } from "../../src/project/yaml.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Whether plain YAML was found, which is then read as any YAML is. */
function readsAlike(content: string): boolean {
  const text = new Text("file.yaml", content);
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  expect(plain, content).toEqual(readAnyYaml(text));
  return true;
}

const pieces = [
  "a",
  "b: ",
  "c:",
  "- ",
  "-",
  "- - ",
  "word",
  "two words",
  "x: 1",
  "y: 0755",
  "'q'",
  "'it''s'",
  '"d"',
  '"e\\n\\u0041"',
  '"k": ',
  "[",
  "]",
  "{",
  "}",
  "[a, 'b', 1.5]",
  "{x: y}",
  '{"a":1, b: [2]}',
  ", ",
  "|",
  ">",
  "|-",
  ">-",
  "|+",
  "|2",
  "# comment",
  " # comment",
  "#x",
  ": ",
  ":",
  " ",
  "  ",
  "true",
  "null",
  "~",
  "007",
  "-5",
  "+1.",
  ".5",
  "1e3",
  "0x1f",
  "-x",
  "?",
  "? ",
  "!t ",
  "&a ",
  "*a",
  "<<: ",
  "@",
  "%",
  "---",
  "...",
  "http://x",
  "a:b",
  "a#b",
  "é😀",
  "\t",
];

const line = fc
  .tuple(fc.nat({ max: 4 }), fc.array(fc.constantFrom(...pieces), { maxLength: 4 }))
  .map(([indent, parts]) => " ".repeat(indent) + parts.join(""));

const runs = 1500;

test("any lines: what is plain YAML is read as the yaml package reads it", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), fc.boolean(), (lines, ends) => {
      readsAlike(lines.join("\n") + (ends ? "\n" : ""));
    }),
    { numRuns: runs },
  );
});

const value = fc.constantFrom("1", "text", "two words", "'q'", '"d"', "[a, b]", "{x: 1}", "|", ">-", "null");
const comment = fc.constantFrom("", "", "", " # why", "   ");
const structured = fc
  .tuple(
    fc.nat({ max: 3 }),
    fc.constantFrom("k: ", "k:", "- ", "- k: ", "- - ", "# c", "more", ""),
    value,
    comment,
  )
  .map(([depth, head, written, end]) => {
    const isOpen = head === "k:" || head === "# c" || head === "";
    return "  ".repeat(depth) + head + (isOpen ? "" : written) + end;
  });

test("lines that look like YAML: positions, comments and blank lines are those of the yaml package", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(structured, { minLength: 1, maxLength: 9 }), fc.boolean(), (lines, ends) => {
      if (readsAlike(lines.join("\n") + (ends ? "\n" : ""))) plain++;
    }),
    { numRuns: runs },
  );
  expect(plain).toBeGreaterThan(runs / 50);
});

const real = readdirSync(path.join(root, "policies"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => readFileSync(path.join(root, "policies", file), "utf8"));

test("the reference policies are plain YAML", () => {
  expect(real.filter((content) => !readsAlike(content))).toEqual([]);
});

test("excerpts of real files with a line changed are read alike", () => {
  const change = fc.record({
    file: fc.nat(),
    from: fc.nat(),
    count: fc.integer({ min: 1, max: 25 }),
    at: fc.nat(),
    shift: fc.integer({ min: -4, max: 4 }),
    instead: fc.option(line, { freq: 3 }),
    removed: fc.boolean(),
  });
  fc.assert(
    fc.property(change, ({ file, from, count, at, shift, instead, removed }) => {
      const lines = real[file % real.length]!.split("\n");
      const start = from % lines.length;
      const excerpt = lines.slice(start, start + count);
      const place = at % excerpt.length;
      const old = excerpt[place]!;
      const moved = shift < 0 ? old.slice(Math.min(-shift, old.search(/\S|$/))) : " ".repeat(shift) + old;
      const margin = Math.min(...excerpt.filter((one) => one.trim() !== "").map((one) => one.search(/\S/)));
      excerpt.splice(place, 1, ...(removed ? [] : [instead ?? moved]));
      readsAlike(excerpt.map((one) => one.slice(Math.min(margin, one.search(/\S|$/)))).join("\n"));
    }),
    { numRuns: runs },
  );
});

test("anchors, tags, tabs, merge keys, other line ends and errors are left to the yaml package", () => {
  for (const content of [
    "a: &x 1\nb: *x\n",
    "a: !t 1\n",
    "a:\t1\n",
    "a: 1\r\n",
    "<<: {a: 1}\n",
    "? a\n: b\n",
    "a: b: c\n",
    "a: [1\n",
    'a: "x\n  y"\n',
    "%YAML 1.2\n---\na: 1\n",
    "a: 1\n...\n",
    "a: 0x1f\n",
    "",
    "# nothing\n",
  ])
    expect(readPlainYaml(new Text("file.yaml", content)), content).toBeUndefined();
});

test("a text that nests deep is left to the yaml package", () => {
  const content = `a: ${"[".repeat(5000)}${"]".repeat(5000)}\n`;
  expect(readPlainYaml(new Text("file.yaml", content))).toBeUndefined();
});

test("a collection in front of a comment ends with its last line", () => {
  expect(readsAlike("a:\n  b:\n    c: 1\n\n    # about d\n\n  d: 2\n")).toBe(true);
  expect(readsAlike("steps:\n  - name: a\n    with: [x]\n    # about b\n  - name: b\n")).toBe(true);
});
