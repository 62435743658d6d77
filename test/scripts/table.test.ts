import { expect, test } from "vitest";
import { SourceError } from "../../scripts/update-falco/checkout.ts";
import { readTable } from "../../scripts/update-falco/table.ts";

const read = (source: string) => readTable(source, "rows[] = {", "sample.c");

test("a table in C: designated rows, nested rows, joined texts, comments and trailing commas", () => {
  const source = `
    int before;
    static const struct row rows[] = {
        [FIRST] = {"open", A | B, 2, {{"name", PT_TEXT}, {"flags", PT_NUMBER,},}},  // a remark
        [SECOND] = {"a \\"b\\" "  /* between */ "c", NULL, -1},
    };
    int after[] = {1};`;
  expect(read(source)).toEqual([
    {
      key: "FIRST",
      value: {
        kind: "list",
        entries: [
          { value: { kind: "text", text: "open" } },
          { value: { kind: "expression", text: "A|B" } },
          { value: { kind: "expression", text: "2" } },
          {
            value: {
              kind: "list",
              entries: [
                {
                  value: {
                    kind: "list",
                    entries: [
                      { value: { kind: "text", text: "name" } },
                      { value: { kind: "expression", text: "PT_TEXT" } },
                    ],
                  },
                },
                {
                  value: {
                    kind: "list",
                    entries: [
                      { value: { kind: "text", text: "flags" } },
                      { value: { kind: "expression", text: "PT_NUMBER" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      key: "SECOND",
      value: {
        kind: "list",
        entries: [
          { value: { kind: "text", text: 'a "b" c' } },
          { value: { kind: "expression", text: "NULL" } },
          { value: { kind: "expression", text: "-1" } },
        ],
      },
    },
  ]);
});

test("initializers with a type before them, of C++ and of Go", () => {
  expect(read("rows[] = {(code[]){X, -1}, pkg.Thing{Name: `x` }}".replaceAll("`", '"'))).toEqual([
    {
      value: {
        kind: "list",
        entries: [
          { value: { kind: "expression", text: "X" } },
          { value: { kind: "expression", text: "-1" } },
        ],
      },
    },
    { value: { kind: "list", entries: [{ key: "Name", value: { kind: "text", text: "x" } }] } },
  ]);
});

test.each([
  ["a missing table", "int others[] = {1};", "sample.c: `rows[] = {` is missing"],
  [
    "rows that a condition of the preprocessor guards",
    "rows[] = {\n1,\n#ifdef X\n2,\n#endif\n};",
    "line 3: this is not understood: #ifdef X",
  ],
  ["a table without an end", "rows[] = {1, 2", "this is not understood"],
  ["a value that is missing", "rows[] = {1, , 2};", "a value is missing"],
  ["an index without a value", "rows[] = {[A] 1};", "`=` is expected, not `1`"],
])("%s is an error that names the place", (_, source, message) => {
  expect(() => read(source)).toThrow(SourceError);
  expect(() => read(source)).toThrow(message);
});
