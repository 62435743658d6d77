import { entry, type Location, type Node } from "../project/index.ts";

/** The steps of a JSON pointer (RFC 6901). */
export function steps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Where a pointer leads: the key to show, and the value where there is one. */
export interface Target {
  readonly key: Location;
  readonly value: Node | undefined;
}

/** Follows the steps as far as they go. A list item has no key, so it is shown as a whole. */
export function follow(root: Node, path: readonly string[]): Target {
  let value = root;
  let key: Location = beginning(root);
  for (const step of path) {
    if (value.kind === "map") {
      const found = entry(value, step);
      if (found === undefined) return { key, value: undefined };
      key = found.keyLocation;
      value = found.value;
    } else if (value.kind === "seq") {
      const item = value.items[Number(step)];
      if (item === undefined) return { key, value: undefined };
      key = beginning(item);
      value = item;
    } else return { key, value: undefined };
  }
  return { key, value };
}

/** A small location that stands for a whole node: its first key, or the node itself where it is a scalar. */
export function beginning(node: Node): Location {
  if (node.kind === "map") return node.entries[0]?.keyLocation ?? node;
  if (node.kind === "seq") return node.items[0] === undefined ? node : beginning(node.items[0]);
  return node;
}

/** A path as people write it: `spec.containers[0].image`, with quotes where a key needs them. */
export function display(path: readonly string[]): string {
  return path
    .map((step, index) => {
      if (/^\d+$/.test(step)) return `[${step}]`;
      if (/^[\w$-]+$/.test(step)) return index === 0 ? step : `.${step}`;
      return `[${JSON.stringify(step)}]`;
    })
    .join("");
}
