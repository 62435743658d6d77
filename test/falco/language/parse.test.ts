import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grammarOf } from "../../../src/falco/catalog/features.ts";
import type { Condition, List, Operand, TransformerInput, Value } from "../../../src/falco/language/ast.ts";
import { listOperators, modifiers, transformers, valueOperators } from "../../../src/falco/language/ast.ts";
import { parse } from "../../../src/falco/language/parse.ts";
import { print } from "../../../src/falco/language/print.ts";

/** The condition as the engine prints it, or the error with a caret under the token. */
function shown(text: string, version = "0.45.0"): string {
  const { condition, error } = parse(text, grammarOf(version));
  if (condition !== undefined) return print(condition);
  const { start, end } = error.span;
  return `${text}\n${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))} ${error.message}`;
}

describe("what parses", () => {
  test.each([
    ["proc.name=bash", "proc.name = bash"],
    ["a and b or c and not d", "((a and b) or (c and not d))"],
    ["not not a", "a"],
    ["not(a)and(b)or(c)", "((not a and b) or c)"],
    ["proc.name in(a, 'b c',\"d\")", 'proc.name in (a, "b c", d)'],
    ["proc.name in shells", "proc.name in shells"],
    ["proc.name info", "proc.name in fo"],
    ['proc.name in ("\\q")', "proc.name in ()"],
    ["proc.name startswith anyof (a, b)", "proc.name startswith anyof (a, b)"],
    ["proc.name = anyof", "proc.name = anyof"],
    ["proc.name = anyof and a", "(proc.name = anyof and a)"],
    ["fd.name[a] exists", "fd.name[a] exists"],
    ['proc.env["A B"] = x', 'proc.env["A B"] = x'],
    ["tolower( proc.name ) = val(proc.pname)", "tolower(proc.name) = val(proc.pname)"],
    [`join("-", (proc.name, "x", 5))[2] = "a=b"`, `join(-,(proc.name,x,5))[2] = "a=b"`],
    ["evt.num > 0x1F", "evt.num > 0x1F"],
    ["evt.type in (a)\n  and\tb", "(evt.type in (a) and b)"],
    ["proc.name glob *\\d", 'proc.name glob "*\\\\d"'],
  ])("%s", (text, printed) => {
    expect(shown(text)).toBe(printed);
  });
});

test("errors point at the token and say what to write", () => {
  const broken = [
    "",
    "proc.name",
    "proc.name = ",
    "proc.name startswth a",
    "proc.name contains",
    "proc.name = a b",
    "proc.name = (a)",
    "proc.name in (a b)",
    "proc.name in (a",
    "proc.name > high",
    "(a and (b)",
    "a) and b",
    "a and",
    "a andb",
    "proc.name = 'a\\q'",
    "proc.aname[1 = a",
    "val(proc.name) = a",
    "proc.name = val(tolower(proc.pname))",
    "len proc.name > 1",
  ];
  expect(broken.map((text) => shown(text)).join("\n")).toMatchSnapshot();
});

test("a version knows its own operators and transformers alone", () => {
  expect(shown("proc.name regex a.*", "0.38.0")).toContain("since Falco 0.39");
  expect(shown("len(proc.name) > 3", "0.39.0")).toContain("since 0.40");
  expect(shown("proc.name = anyof (a)", "0.43.0")).toContain("since 0.44");
  expect(shown("proc.name = anyof (a)", "0.44.0")).toBe("proc.name = anyof (a)");
});

test("spans lead to the text of each part", () => {
  const text = "not  evt.type in (open, 'a b') and tolower(proc.name) startswith anyof (x)";
  const { condition } = parse(text);
  const at = ({ span }: { span: { start: number; end: number } }) => text.slice(span.start, span.end);
  if (condition?.kind !== "and") throw new Error("expected and");
  const [first, second] = condition.children;
  if (first?.kind !== "not" || first.child.kind !== "comparison") throw new Error("expected not");
  if (second?.kind !== "comparison" || second.left.kind !== "transformation")
    throw new Error("expected a check");
  expect([first, first.child, first.child.left, first.child.right, second, second.left].map(at)).toEqual([
    "not  evt.type in (open, 'a b')",
    "evt.type in (open, 'a b')",
    "evt.type",
    "(open, 'a b')",
    "tolower(proc.name) startswith anyof (x)",
    "tolower(proc.name)",
  ]);
  expect(text.slice(second.operatorSpan.start, second.operatorSpan.end)).toBe("startswith anyof");
});

test("nesting ends in one error and not in a crash", () => {
  const deep = (open: string, close: string, count: number) => `${open.repeat(count)}a${close.repeat(count)}`;
  for (const [open, close] of [
    ["(", ")"],
    ["not(", ")"],
    ["a and (", ")"],
    ["tolower(", ")"],
  ] as const) {
    expect(shown(deep(open, close, 100_000)).slice(-80)).toContain("nested too deeply");
  }
  expect(parse(deep("(", ")", 190)).condition).toBeDefined();
});

const identifier = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((word) => !/^(?:and|or|not)/.test(word));
const fieldName = fc.tuple(identifier, identifier).map((parts) => parts.join("."));
/** Texts that the engine's printed form keeps: it leaves parentheses, commas and what is empty unquoted. */
const printable = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter(
    (text) => !/[(),[\]\0\v\f\u0085\ud800-\udfff]/.test(text) && !/\\$/.test(text) && text.trim() === text,
  );
const span = { start: 0, end: 0 };
const value = printable.map((text): Value => ({ kind: "value", text, quoted: true, span, at: 0 }));
const list = fc.array(value, { maxLength: 4 }).map((values): List => ({ kind: "list", values, span, at: 0 }));

const operand: fc.Arbitrary<Operand> = fc.letrec<{ operand: Operand }>((tie) => ({
  operand: fc.oneof(
    { depthSize: "small" },
    fieldName.map((name): Operand => ({ kind: "field", name, span, at: 0 })),
    fc.tuple(fc.constantFrom(...transformers), fc.array(tie("operand"), { minLength: 1, maxLength: 2 })).map(
      ([transformer, inputs]): Operand => ({
        kind: "transformation",
        transformer,
        inputs: inputs as readonly TransformerInput[],
        nameSpan: span,
        span,
        at: 0,
      }),
    ),
  ),
})).operand;

/** As the parser does, so that the same tree comes back: what is alone needs no group, and `not not a` is `a`. */
function group(kind: "and" | "or", children: readonly Condition[]): Condition {
  return { kind, children, span, at: 0 };
}

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    identifier.map((name): Condition => ({ kind: "macro", name, span, at: 0 })),
    operand.map((left): Condition => ({ kind: "exists", left, operatorSpan: span, span, at: 0 })),
    fc.tuple(operand, fc.constantFrom(...valueOperators), value).map(
      ([left, operator, right]): Condition => ({
        kind: "comparison",
        left,
        operator,
        right,
        operatorSpan: span,
        span,
        at: 0,
      }),
    ),
    fc.tuple(operand, fc.constantFrom(...listOperators), list).map(
      ([left, operator, right]): Condition => ({
        kind: "comparison",
        left,
        operator,
        right,
        operatorSpan: span,
        span,
        at: 0,
      }),
    ),
    fc.tuple(operand, fc.constantFrom(...valueOperators), fc.constantFrom(...modifiers), list).map(
      ([left, operator, modifier, right]): Condition => ({
        kind: "comparison",
        left,
        operator,
        modifier,
        right,
        operatorSpan: span,
        span,
        at: 0,
      }),
    ),
    tie("condition")
      .filter((child) => (child as Condition).kind !== "not")
      .map((child): Condition => ({ kind: "not", child: child as Condition, span, at: 0 })),
    fc
      .tuple(
        fc.constantFrom("and" as const, "or" as const),
        fc.array(tie("condition"), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, children]) => group(kind, children as Condition[])),
  ),
})).condition;

test("printing what was parsed from a printed condition changes nothing", () => {
  fc.assert(
    fc.property(condition, (tree) => {
      const text = print(tree);
      const parsed = parse(text);
      expect(parsed.error).toBeUndefined();
      expect(print(parsed.condition!)).toBe(text);
    }),
    { seed: 20, numRuns: 500 },
  );
});

const pieces = [
  ..."()[]'\"\\=<>!,. \t\n\0é",
  "and ",
  "or ",
  "not ",
  "in ",
  "exists",
  "val(",
  "tolower(",
  "anyof ",
  "proc.name",
  "\\x4",
  "0x",
  "1e+",
];

test("any text ends in a condition or in an error inside of the text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (any) => {
      const { error } = parse(any);
      if (error === undefined) return;
      expect(error.at).toBeGreaterThanOrEqual(0);
      expect(error.span.start).toBeLessThanOrEqual(error.span.end);
      expect(Math.max(error.at, error.span.end)).toBeLessThanOrEqual(any.length);
    }),
    { seed: 21, numRuns: 1000 },
  );
});
