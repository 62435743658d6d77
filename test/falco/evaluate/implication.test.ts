import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareConditions } from "../../../src/falco/evaluate/implication.ts";
import type { Condition } from "../../../src/falco/language/ast.ts";
import { parse } from "../../../src/falco/language/parse.ts";

function condition(text: string): Condition {
  const { condition, error } = parse(text);
  if (condition === undefined) throw new Error(`${text}: ${error.message}`);
  return condition;
}

function compare(before: string, after: string) {
  return compareConditions(condition(before), condition(after));
}

describe("compareConditions", () => {
  it.each([
    ["proc.name = nc", "proc.name = nc and not user.name = root", "less"],
    ["evt.type = open and (fd.name = /a or fd.name = /b)", "evt.type = open and fd.name = /a", "less"],
    ["proc.name in (nc, ncat, socat)", "proc.name in (nc, socat)", "less"],
    ["a.b = 1 and not proc.name in (x)", "a.b = 1 and not proc.name in (x, y)", "less"],
    ["fd.name startswith /etc", "fd.name startswith /etc/ssh", "less"],
    ["evt.count > 5", "evt.count >= 7", "less"],
    ["fd.name pmatch (/etc, /usr)", "fd.name pmatch (/etc)", "less"],
    ["proc.name = nc and user.uid = 0", "proc.name = nc", "more"],
    ["proc.name = nc", "proc.name in (nc, ncat)", "more"],
    ["not evt.count < 5", "not evt.count < 3", "more"],
    ["proc.name in (a, b)", "proc.name = b or proc.name == a", "same"],
    ["not (proc.name = a or user.uid = 0)", "not user.uid = 0 and not proc.name = a", "same"],
    ["proc.name = a", "proc.name = b", "undecided"],
    [
      "fd.name contains etc and proc.name = a",
      "fd.name contains et and proc.name in (a) and user.uid = 0",
      "undecided",
    ],
    // Of a field with many values, all must be in the list.
    ["my.list in (a, b)", "my.list = a or my.list = b", "undecided"],
  ])("%s -> %s: %s", (before, after, effect) => {
    expect(compare(before, after)).toBe(effect);
  });

  it("claims nothing that a truth table refutes", () => {
    const names = ["a", "b", "c", "d"];
    const atom = fc.oneof(
      fc.constantFrom(...names).map((name) => `proc.name = ${name}`),
      fc.subarray(names, { minLength: 1 }).map((some) => `proc.name in (${some.join(", ")})`),
      fc.integer({ min: 0, max: 4 }).map((n) => `user.uid > ${n}`),
      fc.integer({ min: 0, max: 4 }).map((n) => `user.uid <= ${n}`),
    );
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.array(tie("formula"), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(" and ")})`),
        fc.array(tie("formula"), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(" or ")})`),
        tie("formula").map((part) => `not (${part})`),
      ),
    }));
    const events = ["a", "b", "c", "d", "e"].flatMap((name) =>
      [0, 1, 2, 3, 4, 5].map((uid) => ({ name, uid })),
    );
    fc.assert(
      fc.property(formula, formula, (before, after) => {
        const first = events.filter((event) => holds(condition(before), event));
        const second = events.filter((event) => holds(condition(after), event));
        const effect = compare(before, after);
        if (effect === "less" || effect === "same") expect(first).toEqual(expect.arrayContaining(second));
        if (effect === "more" || effect === "same") expect(second).toEqual(expect.arrayContaining(first));
      }),
      { numRuns: 500 },
    );
  });

  it("gives up in time on what is made to be hard", () => {
    const half = (names: readonly string[]) =>
      names.map((name) => `(user.name = ${name} or (proc.name = ${name} and user.uid = 0))`).join(" and ");
    const names = Array.from({ length: 3000 }, (_, i) => `n${i}`);
    expect(compare(half(names), half(names.map((name) => `${name}x`)))).toBe("undecided");
  });
});

interface Event {
  readonly name: string;
  readonly uid: number;
}

function holds(condition: Condition, event: Event): boolean {
  switch (condition.kind) {
    case "and":
      return condition.children.every((child) => holds(child, event));
    case "or":
      return condition.children.some((child) => holds(child, event));
    case "not":
      return !holds(condition.child, event);
    case "comparison": {
      const { operator, right } = condition;
      const values = right.kind === "list" ? right.values : [right];
      const texts = values.map((value) => (value.kind === "value" ? value.text : ""));
      if (operator === ">") return event.uid > Number(texts[0]);
      if (operator === "<=") return event.uid <= Number(texts[0]);
      return texts.includes(event.name);
    }
    default:
      throw new Error(condition.kind);
  }
}
