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

/**
 * What happens to null in values that are laid over others. `takes`: it takes the other value away, as those of a chart.
 * `stays`: it is kept, as among values files, so that it takes away what the chart has. `passes`: it takes away what is
 * there, and is kept otherwise, as what a chart's own values say of another chart's.
 */
type Nulls = "takes" | "stays" | "passes";

/** Values over values, as Helm lays them: maps are merged, lists replaced. */
export function mergeValues(base: MapNode, over: MapNode, nulls: Nulls = "takes"): MapNode {
  const merged = new MapEditor(base);
  for (const { key, value } of over.entries) {
    const old = merged.get(key);
    const isNull = value.kind === "scalar" && value.value === null;
    if (isNull && (nulls === "takes" || (nulls === "passes" && old !== undefined)))
      merged.set(key, undefined);
    else
      merged.set(key, value.kind === "map" && old?.kind === "map" ? mergeValues(old, value, nulls) : value);
  }
  return merged.done();
}

/** Values files over values files, before they meet the chart's own. */
export function layValues(layers: readonly [MapNode, ...MapNode[]]): MapNode {
  const [first, ...others] = layers;
  return others.reduce((base, over) => mergeValues(base, over, "stays"), first);
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
