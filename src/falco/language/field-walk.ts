import type { Check, Field, TransformerInput } from "./ast.ts";

/** The fields of a check, on both sides and inside of transformers, from left to right. */
export function* fieldsIn(check: Check): Iterable<Field> {
  yield* fieldsOfInput(check.left);
  if (check.kind === "comparison" && check.right.kind === "transformation") yield* fieldsOfInput(check.right);
}

function* fieldsOfInput(input: TransformerInput): Iterable<Field> {
  switch (input.kind) {
    case "field":
      yield input;
      return;
    case "transformation":
      for (const inner of input.inputs) yield* fieldsOfInput(inner);
      return;
    case "operands":
      for (const item of input.items) yield* fieldsOfInput(item);
  }
}
