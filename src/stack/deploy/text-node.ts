import { embeddedText, type Node, nodeAt, type ScalarNode } from "../../project/index.ts";

/** A text with values filled in, whose lines still lead to the lines of the file that they come from. */
export function withText(node: ScalarNode, value: string): Node {
  if (!value.includes("\n")) return nodeAt(value, node);
  const before = embeddedText(node);
  let inner = 0;
  const segments = value.split("\n").map((line, index) => {
    const outer = before.lineStarts[Math.min(index, before.lineStarts.length - 1)]!;
    const segment = { inner, outer, length: Math.min(line.length, before.line(index + 1).length) };
    inner += line.length + 1;
    return segment;
  });
  const whole = before.embed(value, segments);
  return { kind: "scalar", text: whole, span: { start: 0, end: value.length }, value, style: "literal" };
}
