import path from "node:path";
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
import { mergeValues } from "../chart/index.ts";
import { type Installation, isKnownChart, type LocalChart, layered } from "../helm/index.ts";
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

/** What a kustomization has Helm install: Falco's charts, and those of the repository. */
export function installationsIn(kustomization: Kustomization, reader: Reader): Installation[] {
  const { folder, source } = kustomization;
  return chartsIn(kustomization, reader).flatMap((node) => {
    const name = text(at(node, "name")) ?? "";
    const own = localChart(kustomization, node, reader);
    const chart =
      own ??
      (isKnownChart(name) ? ({ kind: "official", name, version: at(node, "version") } as const) : undefined);
    if (chart === undefined) return [];
    const { values, missing } = valuesOf(folder, node, reader);
    return [
      {
        chart,
        name: folder,
        release: text(at(node, "releaseName")) ?? name,
        namespace: text(at(node, "namespace")) ?? text(at(node, "releaseNamespace")),
        values,
        source,
        missing,
      },
    ];
  });
}

/** The chart that kustomize finds in the folder for charts, before it asks a repository of charts. */
export function localChart(
  { folder, root }: Kustomization,
  node: Node,
  reader: Reader,
): LocalChart | undefined {
  const home = text(at(root, "helmGlobals", "chartHome")) ?? text(at(node, "chartHome")) ?? "charts";
  return reader.chart(path.posix.join(folder, home, text(at(node, "name")) ?? ""));
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
