import {
  at,
  embeddedText,
  entry,
  items,
  type MapNode,
  type Node,
  type ScalarNode,
  type Source,
  type Text,
  text,
} from "../project/index.ts";

export type ItemKind = "rule" | "macro" | "list";

/** An item of a rules file as it is written, whether Falco accepts it or not. */
export interface WrittenItem {
  readonly kind: ItemKind;
  readonly name: string;
  /** The value of the key that names it. */
  readonly nameNode: Node;
  readonly node: MapNode;
  /** The text of its condition, which leads back to the file. */
  readonly condition: Text | undefined;
  readonly output: Text | undefined;
  /** Whether it changes what another item defines. */
  readonly changes: boolean;
}

const itemKinds: readonly ItemKind[] = ["rule", "macro", "list"];
const read = new WeakMap<Source, readonly WrittenItem[]>();

/** The items of a rules file, in its order. */
export function itemsOf(source: Source): readonly WrittenItem[] {
  if (source.kind !== "falco-rules") return [];
  const known = read.get(source);
  if (known !== undefined) return known;
  const found = source.documents.flatMap(({ root }) => items(root)).flatMap(readItem);
  read.set(source, found);
  return found;
}

function readItem(node: Node): WrittenItem[] {
  if (node.kind !== "map") return [];
  const kind = itemKinds.find((key) => entry(node, key) !== undefined);
  const nameNode = kind && at(node, kind);
  const name = text(nameNode);
  if (kind === undefined || nameNode === undefined || name === undefined) return [];
  const isWhole = entry(node, kind === "list" ? "items" : "condition") !== undefined;
  const changes = entry(node, "override") !== undefined || text(at(node, "append")) === "true" || !isWhole;
  return [
    {
      kind,
      name,
      nameNode,
      node,
      condition: textOf(at(node, "condition")),
      output: textOf(at(node, "output")),
      changes,
    },
  ];
}

function textOf(node: Node | undefined): Text | undefined {
  return node?.kind === "scalar" && node.value !== null && node.span.end > node.span.start
    ? embeddedText(node as ScalarNode)
    : undefined;
}
