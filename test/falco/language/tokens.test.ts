import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  type ConditionToken,
  conditionTokens,
  expectedAfter,
  load,
  parse,
} from "../../../src/falco/index.ts";
import type { Condition, Operand, TransformerInput } from "../../../src/falco/language/index.ts";

interface Case {
  readonly files: readonly string[];
}

const conditions = new Set(
  ["conditions", "conditions-generated", "rules-files", "structures-generated"].flatMap((name) => {
    const url = new URL(`../../conformance/falco/${name}.json`, import.meta.url);
    const cases = JSON.parse(readFileSync(url, "utf8")) as readonly Case[];
    return cases.flatMap(({ files }) => {
      const { rules, macros } = load(files.map((text, index) => ({ name: `${index}.yaml`, text })));
      return [...rules, ...macros].map(({ text }) => text.text);
    });
  }),
);

/** What the parser of the engine says that the parts are, in the words of the tokens. */
function* partsOf(node: Condition): Iterable<string> {
  switch (node.kind) {
    case "and":
    case "or":
      for (const child of node.children) yield* partsOf(child);
      return;
    case "not":
      yield* partsOf(node.child);
      return;
    case "macro":
      yield `macro ${node.name}`;
      return;
    case "exists":
      yield* partsOfOperand(node.left);
      yield "operator exists";
      return;
    case "comparison": {
      yield* partsOfOperand(node.left);
      yield `operator ${node.operator}`;
      if (node.modifier !== undefined) yield `operator ${node.modifier}`;
      if (node.right.kind === "list") for (const value of node.right.values) yield* partsOfInput(value);
      else if (node.right.kind === "value") yield* partsOfInput(node.right);
      else yield* partsOfOperand(node.right);
    }
  }
}

function* partsOfOperand(operand: Operand): Iterable<string> {
  if (operand.kind === "field") yield `field ${operand.name}`;
  else {
    yield `transformer ${operand.transformer}`;
    for (const input of operand.inputs) yield* partsOfInput(input);
  }
}

function* partsOfInput(input: TransformerInput): Iterable<string> {
  if (input.kind === "operands") for (const item of input.items) yield* partsOfInput(item);
  else if (input.kind === "value") yield input.quoted ? "string" : `value ${input.text}`;
  else yield* partsOfOperand(input);
}

function shown({ kind, text }: ConditionToken): string[] {
  if (kind === "keyword" || kind === "mark" || kind === "argument") return [];
  return kind === "string" ? ["string"] : [`${kind === "list" ? "value" : kind} ${text}`];
}

test("says the same of every condition that the engine accepts as its parser", () => {
  let compared = 0;
  for (const text of conditions) {
    const { condition } = parse(text);
    if (condition === undefined) continue;
    compared++;
    expect(conditionTokens(text).flatMap(shown), text).toEqual([...partsOf(condition)]);
  }
  expect(compared).toBeGreaterThan(500);
});

test("covers every text with tokens and blanks, complete or not", () => {
  for (const text of conditions) {
    for (const part of [text, text.slice(0, text.length >> 1), text.slice(text.length >> 1)]) {
      let end = 0;
      for (const { span, text: token } of conditionTokens(part)) {
        expect(part.slice(end, span.start).replace(/[\s\b]/g, "")).toBe("");
        expect(part.slice(span.start, span.end)).toBe(token);
        end = span.end;
      }
      expect(part.slice(end).replace(/[\s\b]/g, "")).toBe("");
    }
  }
});

test.each([
  ["", "check", undefined, undefined],
  ["evt.type = open and (", "check", undefined, undefined],
  ["not ", "check", undefined, undefined],
  ["proc.name ", "operator", "proc.name", undefined],
  ["proc.aname[2] ", "operator", "proc.aname[2]", undefined],
  ["tolower(proc.name) ", "operator", "proc.name", undefined],
  ["evt.type = ", "value", "evt.type", "="],
  ["evt.type in (open, ", "value", "evt.type", "in"],
  ["fd.name pmatch ", "list", "fd.name", "pmatch"],
  ["proc.name = anyof ", "list", "proc.name", "="],
  ["proc.name = bash ", "junction", "proc.name", "="],
  ["tolower(", "input", undefined, undefined],
])("knows what is to follow behind %j", (text, kind, field, operator) => {
  expect(expectedAfter(text)).toEqual({ kind, field, operator });
});
