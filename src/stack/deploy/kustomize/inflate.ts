import type { MapNode } from "../../../project/index.ts";
import { at, items, type Node, text } from "../../../project/index.ts";
import { mergeValues, type Release } from "../chart/index.ts";
import { isKnownChart, layered, releasesOf } from "../helm/index.ts";
import type { Kustomization, Reader } from "./kustomization.ts";

/** The releases of Falco's charts that a kustomization has under `helmCharts`. */
export function inflated({ folder, root, source }: Kustomization, reader: Reader): Release[] {
  return items(at(root, "helmCharts")).flatMap((node) => {
    const chart = text(at(node, "name")) ?? "";
    if (!isKnownChart(chart)) return [];
    const { values, missing } = valuesOf(folder, node, reader);
    return releasesOf({
      chart: { kind: "official", name: chart, version: at(node, "version") },
      name: folder,
      release: text(at(node, "releaseName")) ?? chart,
      namespace: text(at(node, "namespace")),
      values,
      source,
      missing,
    });
  });
}

function valuesOf(
  folder: string,
  node: Node,
  reader: Reader,
): { values: MapNode; missing: Node | undefined } {
  let missing: Node | undefined;
  const file = at(node, "valuesFile");
  const files = [...(file === undefined ? [] : [file]), ...items(at(node, "additionalValuesFiles"))];
  const layers = files.map((name) => {
    const root = reader.source(folder, text(name) ?? "")?.documents[0]?.root;
    if (root === undefined) missing ??= name;
    return root;
  });
  const fromFiles = layered(layers, node);
  const inline = at(node, "valuesInline");
  if (inline?.kind !== "map") return { values: fromFiles, missing };
  switch (text(at(node, "valuesMerge"))) {
    case "replace":
      return { values: inline, missing: undefined };
    case "merge":
      return { values: mergeValues(inline, fromFiles), missing };
    default:
      return { values: mergeValues(fromFiles, inline), missing };
  }
}
