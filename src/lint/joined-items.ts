import type { Check, TransformerInput } from "../falco/index.ts";

/** The items of the lists in parentheses that `join` puts together, anywhere in a check. */
export function joinedItems(check: Check): readonly TransformerInput[] {
  const sides: TransformerInput[] = [check.left];
  if (check.kind === "comparison" && check.right.kind === "transformation") sides.push(check.right);
  return sides.flatMap((side) => [...itemsIn(side)]);
}

function* itemsIn(input: TransformerInput): Iterable<TransformerInput> {
  if (input.kind !== "transformation") return;
  for (const inner of input.inputs) {
    if (inner.kind === "operands" && input.transformer === "join") yield* inner.items;
    else yield* itemsIn(inner);
  }
}
