import {
  at,
  emptyMap,
  items,
  type Location,
  MapEditor,
  type MapNode,
  type Node,
  text,
} from "../../../project/index.ts";

/** Values over values, as Helm lays them: maps are merged, lists replaced, null takes away. */
export function mergeValues(base: MapNode, over: MapNode): MapNode {
  const merged = new MapEditor(base);
  for (const { key, value } of over.entries) {
    const old = merged.get(key);
    if (value.kind === "scalar" && value.value === null) merged.set(key, undefined);
    else merged.set(key, value.kind === "map" && old?.kind === "map" ? mergeValues(old, value) : value);
  }
  return merged.done();
}

/** The values that a chart is rendered with, its own defaults among them. */
export class Values {
  readonly root: MapNode;
  /** Where the chart's own defaults are reported: the beginning of the values. */
  readonly location: Location;

  constructor(root: MapNode, location: Location) {
    this.root = root;
    this.location = location;
  }

  get(...path: readonly string[]): Node | undefined {
    return at(this.root, ...path);
  }

  /** The text of a value that is neither missing, null nor empty. */
  text(...path: readonly string[]): string | undefined {
    return text(this.get(...path)) || undefined;
  }

  items(...path: readonly string[]): readonly Node[] {
    return items(this.get(...path));
  }

  /** Whether a template takes the value for true. */
  isOn(...path: readonly string[]): boolean {
    return isTrue(this.get(...path));
  }

  /** Values of a chart that this one depends on. */
  under(key: string): Values {
    const inner = this.get(key);
    return new Values(inner?.kind === "map" ? inner : emptyMap(this.location), this.location);
  }
}

/** To a template all is true but false, 0, null and what is empty; the text "false" is true. */
export function isTrue(node: Node | undefined): boolean {
  switch (node?.kind) {
    case undefined:
      return false;
    case "map":
      return node.entries.length > 0;
    case "seq":
      return node.items.length > 0;
    case "scalar":
      return node.value !== false && node.value !== null && node.value !== 0 && node.value !== "";
    default:
      return true;
  }
}
