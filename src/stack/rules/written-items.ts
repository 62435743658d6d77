import { entry, items, type Location, type MapNode, type Source, text } from "../../project/index.ts";

/** An item of a rules file as written. */
export interface Item {
  readonly kind: "rule" | "macro" | "list";
  readonly name: string;
  /** Whether it changes an earlier item (`append`, `override`, or `enabled` alone) instead of defining one. */
  readonly changes: boolean;
  /** The name. */
  readonly location: Location;
  readonly node: MapNode;
}

const kinds = ["rule", "macro", "list"] as const;

/** The items of a rules file, in order, read for their names alone. */
export function itemsIn(source: Source): Item[] {
  return source.documents.flatMap(({ root }) =>
    items(root).flatMap((node): Item[] => {
      if (node.kind !== "map") return [];
      for (const kind of kinds) {
        const value = entry(node, kind)?.value;
        const name = text(value);
        if (value === undefined || name === undefined) continue;
        const append = text(entry(node, "append")?.value) === "true";
        const body = kind === "list" ? "items" : "condition";
        const changes = append || entry(node, "override") !== undefined || entry(node, body) === undefined;
        return [{ kind, name, changes, location: value, node }];
      }
      return [];
    }),
  );
}
