import path from "node:path";
import type { Resource } from "../kubernetes/resource.ts";
import { ofKind, type Project, type Source } from "../project/project.ts";
import type { Place } from "../project/text.ts";
import { at, embeddedText, items, type MapNode, type Node, parseYaml, text } from "../project/yaml.ts";
import { mergeValues, type Release } from "./chart.ts";
import table from "./data/helm-values-keys.json" with { type: "json" };
import { imageVersion, parseImage } from "./image.ts";
import { type Known, known, unknown } from "./known.ts";

const charts: ReadonlyMap<string, string> = new Map(table.versions.map(({ chart, falco }) => [chart, falco]));

/** Installations of the official chart: values files, HelmRelease and Argo CD Application objects. */
export function readReleases(project: Project, resources: readonly Resource[]): Release[] {
  return [...fromFiles(project), ...resources.flatMap((resource) => fromResource(resource) ?? [])];
}

/** A chart that depends on the official one, by its folder. */
interface Parent {
  /** Key of the values that are for the official chart. */
  readonly key: string;
  readonly version: Node | undefined;
}

function fromFiles(project: Project): Release[] {
  const parents = new Map<string, Parent>();
  for (const source of ofKind(project, "helm-chart")) {
    const dependency = items(at(source.documents[0]?.root, "dependencies")).find(
      (node) => text(at(node, "name")) === "falco",
    );
    if (dependency === undefined) continue;
    const key = text(at(dependency, "alias")) ?? "falco";
    parents.set(path.posix.dirname(source.file), { key, version: at(dependency, "version") });
  }
  const files = ofKind(project, "helm-values").flatMap((source) => {
    const root = source.documents[0]?.root;
    if (root?.kind !== "map" || source.embedding !== undefined) return [];
    const folder = path.posix.dirname(source.file);
    const parent = parents.get(folder);
    const nested = at(root, parent?.key ?? "falco");
    const values = parent !== undefined || isNested(nested) ? nested : root;
    return values?.kind === "map" ? [{ source, folder, values, version: parent?.version }] : [];
  });
  return files.flatMap(({ source, folder, values, version }) => {
    const isBase = /^values\.ya?ml$/.test(path.posix.basename(source.file));
    const base = files.find(
      (other) => other.folder === folder && /^values\.ya?ml$/.test(path.posix.basename(other.source.file)),
    );
    // A values.yaml beside others is what they lay their values over.
    if (isBase && files.some((other) => other !== base && other.folder === folder)) return [];
    const merged = base === undefined || isBase ? values : mergeValues(base.values, values);
    const name = nameOf(merged);
    return [release(source.file, name, undefined, merged, version, source)];
  });
}

/** The values of a chart that has the official one as a part, under its name. */
function isNested(values: Node | undefined): boolean {
  return ["falco", "driver", "customRules", "falcosidekick", "falcoctl", "collectors"].some(
    (key) => at(values, key)?.kind === "map",
  );
}

/** The release's name is not in the values, but shows where they name falcosidekick's Service. */
function nameOf(values: MapNode): string {
  const url = text(at(values, "falco", "http_output", "url")) ?? "";
  return /^https?:\/\/([a-z0-9-]+)-falcosidekick(?:[.:/]|$)/.exec(url)?.[1] ?? "falco";
}

function fromResource(resource: Resource): Release[] | undefined {
  if (resource.kind === "HelmRelease") {
    const spec = at(resource.root, "spec", "chart", "spec");
    if (text(at(spec, "chart")) !== "falco") return undefined;
    const name = text(at(resource.root, "spec", "releaseName")) ?? resource.name ?? "falco";
    const namespace = text(at(resource.root, "spec", "targetNamespace")) ?? resource.namespace;
    const values = mapOr(at(resource.root, "spec", "values"), resource);
    return [release(titleOf(resource), name, namespace, values, at(spec, "version"), resource.source)];
  }
  if (resource.kind !== "Application" || !resource.apiVersion.startsWith("argoproj.io/")) return undefined;
  const sources = [at(resource.root, "spec", "source"), ...items(at(resource.root, "spec", "sources"))];
  return sources.flatMap((source) => {
    if (source === undefined || text(at(source, "chart")) !== "falco") return [];
    const inline = at(source, "helm", "values");
    const object = at(source, "helm", "valuesObject");
    const parsed = inline?.kind === "scalar" ? parseYaml(embeddedText(inline))[0]?.root : undefined;
    const name = text(at(source, "helm", "releaseName")) ?? resource.name ?? "falco";
    const namespace = text(at(resource.root, "spec", "destination", "namespace"));
    const values = mapOr(object ?? parsed, resource);
    const version = at(source, "targetRevision");
    return [release(titleOf(resource), name, namespace, values, version, resource.source)];
  });
}

function titleOf({ kind, name }: Resource): string {
  return `${kind} ${name ?? ""}`.trim();
}

function mapOr(node: Node | undefined, place: Place): MapNode {
  return node?.kind === "map" ? node : { kind: "map", text: place.text, span: place.span, entries: [] };
}

function release(
  name: string,
  releaseName: string,
  namespace: string | undefined,
  values: MapNode,
  chartVersion: Node | undefined,
  source: Source,
): Release {
  const falcoVersion = versionOf(values, chartVersion);
  const exact = /^v?(\d+\.\d+\.\d+)$/.exec(text(chartVersion) ?? "")?.[1];
  return {
    name,
    release: releaseName,
    namespace,
    values,
    falcoVersion,
    chartVersion: chartVersion === undefined || exact === undefined ? undefined : known(exact, chartVersion),
    source,
  };
}

/** That of the image in the values, or the one that the chart's version brings. */
function versionOf(values: MapNode, chartVersion: Node | undefined): Known<string> {
  const tag = at(values, "image", "tag");
  if (tag !== undefined && (text(tag) ?? "") !== "")
    return imageVersion(parseImage(`falco:${text(tag)}`, tag), "Falco");
  const chart = text(chartVersion);
  const falco = chart === undefined ? undefined : charts.get(chart.replace(/^v/, ""));
  if (chartVersion !== undefined && falco !== undefined) return known(falco, chartVersion);
  const place = chartVersion ?? values.entries[0]?.keyPlace ?? values;
  const why =
    chart === undefined
      ? "The values do not tell which version of the chart they are for."
      : `Which Falco the chart's version "${chart}" brings is not known.`;
  return unknown(why, "Set image.tag, or pin the chart to an exact version.", place);
}
