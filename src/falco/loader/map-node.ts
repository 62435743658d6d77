import type { Span } from "../../project/index.ts";
import type { MapNode, YamlNode } from "../yaml/index.ts";

/** The value of a key; of a duplicate key the first. */
export function get(map: MapNode, key: string): YamlNode | undefined {
  return entry(map, key)?.value;
}

function entry(map: MapNode, name: string): MapNode["entries"][number] | undefined {
  return map.entries.find(({ key }) => key.kind === "scalar" && key.value === name);
}

export function keySpan(map: MapNode, key: string): Span {
  return entry(map, key)?.key.span ?? map.span;
}

export function valueSpan(map: MapNode, key: string): Span {
  return get(map, key)?.span ?? map.span;
}

export function firstKey(map: MapNode): Span {
  return map.entries[0]?.key.span ?? map.span;
}
