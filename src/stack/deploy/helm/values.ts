import {
  embeddedText,
  emptyMap,
  type Location,
  type MapNode,
  type Node,
  parseYaml,
} from "../../../project/index.ts";
import { layValues } from "../chart/index.ts";

/** Values over values, from the first to the last. */
export function layered(layers: readonly (Node | undefined)[], location: Location): MapNode {
  const maps = layers.filter((layer) => layer?.kind === "map");
  const [first, ...others] = maps;
  return first === undefined ? emptyMap(location) : layValues([first, ...others]);
}

/** Values that are written as a text. */
export function parsed(node: Node | undefined): Node | undefined {
  return node?.kind === "scalar" ? parseYaml(embeddedText(node))[0]?.root : undefined;
}

/** `a.b[0].c` with `\.` for a dot that belongs to a key. */
export function valuePath(target: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, name, index] of target.matchAll(/((?:\\.|[^.[\\])+)|\[(\d+)\]/g)) {
    if (name !== undefined) steps.push(name.replaceAll(/\\(.)/g, "$1"));
    else steps.push(Number(index));
  }
  return steps;
}

/** A value of `--set`, which Helm reads as a number or a boolean where it looks so. */
export function typedValue(value: string): string | number | boolean {
  if (value === "true" || value === "false") return value === "true";
  return /^-?\d+$/.test(value) ? Number(value) : value;
}
