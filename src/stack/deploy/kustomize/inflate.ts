import {
  at,
  embeddedText,
  items,
  type MapNode,
  type Node,
  parseYaml,
  text,
  withEntry,
} from "../../../project/index.ts";
import { mergeValues, type Release } from "../chart/index.ts";
import { isKnownChart, layered, releasesOf } from "../helm/index.ts";
import type { Kustomization, Reader } from "./kustomization.ts";

/** The charts that a kustomization has Helm render: under `helmCharts`, in its older form, and of generators. */
export function chartsIn({ folder, root }: Kustomization, reader: Reader): Node[] {
  const generators = items(at(root, "generators")).flatMap((node) => generatorsIn(folder, node, reader));
  return [
    ...items(at(root, "helmCharts")),
    ...items(at(root, "helmChartInflationGenerator")).map(asHelmChart),
    ...generators.filter(isChartGenerator),
  ];
}

/** Whether an item of `generators` is nothing but charts. */
export function areCharts(folder: string, node: Node, reader: Reader): boolean {
  const generators = generatorsIn(folder, node, reader);
  return generators.length > 0 && generators.every(isChartGenerator);
}

/** The releases of Falco's charts among those of a kustomization. */
export function inflated(kustomization: Kustomization, reader: Reader): Release[] {
  const { folder, source } = kustomization;
  return chartsIn(kustomization, reader).flatMap((node) => {
    const chart = text(at(node, "name")) ?? "";
    if (!isKnownChart(chart)) return [];
    const { values, missing } = valuesOf(folder, node, reader);
    return releasesOf({
      chart: { kind: "official", name: chart, version: at(node, "version") },
      name: folder,
      release: text(at(node, "releaseName")) ?? chart,
      namespace: text(at(node, "namespace")) ?? text(at(node, "releaseNamespace")),
      values,
      source,
      missing,
    });
  });
}

/** The objects of a generator, which stand in a file or in the item itself. */
function generatorsIn(folder: string, node: Node, reader: Reader): readonly Node[] {
  const name = text(node) ?? "";
  const documents =
    node.kind === "scalar" && name.includes("\n")
      ? parseYaml(embeddedText(node))
      : (reader.source(folder, name)?.documents ?? []);
  return documents.flatMap(({ root }) => root ?? []);
}

function isChartGenerator(node: Node): boolean {
  return text(at(node, "kind")) === "HelmChartInflationGenerator";
}

/** Keys of the older form that have another name under `helmCharts`. */
const olderKeys = { chartName: "name", chartVersion: "version", values: "valuesFile" } as const;

function asHelmChart(node: Node): Node {
  if (node.kind !== "map") return node;
  return Object.entries(olderKeys).reduce(
    (chart: MapNode, [older, key]) => withEntry(chart, key, at(node, older)),
    node,
  );
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
