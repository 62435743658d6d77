import path from "node:path";
import type { Resource } from "../../kubernetes/resource.ts";
import { emptyMap } from "../../project/nodes.ts";
import { ofKind, type Project, type Source } from "../../project/project.ts";
import type { Place } from "../../project/text.ts";
import { at, embeddedText, items, type MapNode, type Node, parseYaml, text } from "../../project/yaml.ts";
import { imageVersion, parseImage } from "../cluster/image.ts";
import { inSameNamespace } from "../cluster/manifests.ts";
import { type Known, known, unknown } from "../evidence/known.ts";
import { mergeValues, type Release } from "./chart.ts";
import table from "./helm-values-keys.json" with { type: "json" };

const charts: ReadonlyMap<string, string> = new Map(table.versions.map(({ chart, falco }) => [chart, falco]));

/** Installations of the official chart: values files, HelmRelease and Argo CD Application objects. */
export function readReleases(project: Project, resources: readonly Resource[]): Release[] {
  const reader = new Reader(project, resources);
  const declared = resources.flatMap((resource) => reader.fromResource(resource));
  return [...fromFiles(project).filter(({ source }) => !reader.used.has(source)), ...declared];
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
    return [
      release({
        name: source.file,
        release: nameOf(merged),
        namespace: undefined,
        values: merged,
        version,
        source,
        missing: undefined,
      }),
    ];
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

class Reader {
  /** Values files that an Application names, which are no releases of their own. */
  readonly used = new Set<Source>();
  readonly #project: Project;
  readonly #resources: readonly Resource[];

  constructor(project: Project, resources: readonly Resource[]) {
    this.#project = project;
    this.#resources = resources;
  }

  fromResource(resource: Resource): Release[] {
    if (resource.kind === "HelmRelease") return this.#fromHelmRelease(resource);
    const isApplication = resource.kind === "Application" && resource.apiVersion.startsWith("argoproj.io/");
    return isApplication ? this.#fromApplication(resource) : [];
  }

  #fromHelmRelease(resource: Resource): Release[] {
    const spec = at(resource.root, "spec", "chart", "spec");
    if (text(at(spec, "chart")) !== "falco") return [];
    const own = at(resource.root, "spec", "values");
    const layers: (Node | undefined)[] = [];
    let missing: Node | undefined;
    for (const reference of items(at(resource.root, "spec", "valuesFrom"))) {
      const layer = this.#referred(resource, reference);
      if (layer === undefined && text(at(reference, "optional")) !== "true")
        missing ??= at(reference, "name") ?? reference;
      layers.push(layer);
    }
    return [
      release({
        name: titleOf(resource),
        release: text(at(resource.root, "spec", "releaseName")) ?? resource.name ?? "falco",
        namespace: text(at(resource.root, "spec", "targetNamespace")) ?? resource.namespace,
        values: layered([...layers, own], resource),
        version: at(spec, "version"),
        source: resource.source,
        missing,
      }),
    ];
  }

  /** The values in a ConfigMap of the repository. */
  #referred(owner: Resource, reference: Node): Node | undefined {
    const name = text(at(reference, "name"));
    const found = this.#resources.find(
      (resource) =>
        resource.kind === text(at(reference, "kind")) &&
        resource.name === name &&
        inSameNamespace(resource.namespace, owner.namespace),
    );
    const key = text(at(reference, "valuesKey")) ?? "values.yaml";
    return parsed(at(found?.root, "data", key) ?? at(found?.root, "stringData", key));
  }

  #fromApplication(resource: Resource): Release[] {
    const sources = [at(resource.root, "spec", "source"), ...items(at(resource.root, "spec", "sources"))];
    return sources.flatMap((source) => {
      if (source === undefined || text(at(source, "chart")) !== "falco") return [];
      const layers: (Node | undefined)[] = [];
      let missing: Node | undefined;
      for (const file of items(at(source, "helm", "valueFiles"))) {
        const found = this.#valuesFile(text(file) ?? "");
        if (found === undefined) missing ??= file;
        layers.push(found);
      }
      layers.push(parsed(at(source, "helm", "values")), at(source, "helm", "valuesObject"));
      return [
        release({
          name: titleOf(resource),
          release: text(at(source, "helm", "releaseName")) ?? resource.name ?? "falco",
          namespace: text(at(resource.root, "spec", "destination", "namespace")),
          values: layered(layers, resource),
          version: at(source, "targetRevision"),
          source: resource.source,
          missing,
        }),
      ];
    });
  }

  /** `$name/path` is a path in a repository, which most often is this one. */
  #valuesFile(name: string): Node | undefined {
    const file = path.posix.normalize(name.replace(/^\$[^/]*\//, ""));
    const found = this.#project.sources.find(
      (source) => source.embedding === undefined && source.file === file,
    );
    if (found === undefined) return undefined;
    this.used.add(found);
    return found.documents[0]?.root;
  }
}

function parsed(node: Node | undefined): Node | undefined {
  return node?.kind === "scalar" ? parseYaml(embeddedText(node))[0]?.root : undefined;
}

/** Values over values, from the first to the last. */
function layered(layers: readonly (Node | undefined)[], place: Place): MapNode {
  const maps = layers.filter((layer) => layer?.kind === "map");
  const [first, ...others] = maps;
  return first === undefined ? emptyMap(place) : others.reduce(mergeValues, first);
}

function titleOf({ kind, name }: Resource): string {
  return `${kind} ${name ?? ""}`.trim();
}

interface Installation {
  readonly name: string;
  readonly release: string;
  readonly namespace: string | undefined;
  readonly values: MapNode;
  readonly version: Node | undefined;
  readonly source: Source;
  readonly missing: Node | undefined;
}

function release({ version, ...installation }: Installation): Release {
  const exact = /^v?(\d+\.\d+\.\d+)$/.exec(text(version) ?? "")?.[1];
  return {
    ...installation,
    falcoVersion: versionOf(installation.values, version),
    chartVersion: version === undefined || exact === undefined ? undefined : known(exact, version),
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
