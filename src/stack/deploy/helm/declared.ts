import path from "node:path";
import type { Resource } from "../../../kubernetes/index.ts";
import {
  at,
  entries,
  fromBase64,
  items,
  type Location,
  type Node,
  nodeAt,
  type Project,
  type Source,
  text,
  withValueAt,
} from "../../../project/index.ts";
import { inSameNamespace } from "../../cluster/index.ts";
import type { Refusal } from "../chart/index.ts";
import { type Installation, isKnownChart, type OfficialChart } from "./installation.ts";
import type { LocalChart, LocalCharts } from "./local-charts.ts";
import { packedChart } from "./packed-chart.ts";
import { layered, parsed, typedValue, valuePath } from "./values.ts";

/** What objects of Flux, Argo CD and k3s among resources that are applied together install, and the files they name. */
export interface Declared {
  readonly installations: readonly Installation[];
  /** Why objects install nothing, whatever their charts say. */
  readonly refusals: readonly Refusal[];
  /** Values files that are no installations of their own, and the charts that these install. */
  readonly used: ReadonlySet<Source>;
}

/** Where the values may be that objects refer to. */
interface Named {
  readonly charts: LocalCharts;
  /** Objects that may be applied separately from the resources. */
  readonly elsewhere: readonly Resource[];
  /** Those of the resources that are applied under another name than they have here. */
  readonly hashed: ReadonlySet<Resource>;
  /** Those that have more keys than are known. */
  readonly open: ReadonlyMap<Resource, Location>;
}

export function declaredInstallations(
  project: Project,
  resources: readonly Resource[],
  named: Named,
): Declared {
  const reader = new Reader(project, resources, named);
  const installations = resources.flatMap((resource) => reader.fromResource(resource));
  return { installations, refusals: reader.refusals, used: reader.used };
}

class Reader {
  readonly used = new Set<Source>();
  readonly refusals: Refusal[] = [];
  readonly #project: Project;
  readonly #resources: readonly Resource[];
  readonly #named: Named;

  constructor(project: Project, resources: readonly Resource[], named: Named) {
    this.#project = project;
    this.#resources = resources;
    this.#named = named;
  }

  fromResource(resource: Resource): Installation[] {
    if (resource.kind === "HelmRelease") return this.#fromHelmRelease(resource);
    if (resource.kind === "HelmChart" && resource.apiVersion.startsWith("helm.cattle.io/"))
      return this.#fromHelmChart(resource);
    if (!resource.apiVersion.startsWith("argoproj.io/")) return [];
    if (resource.kind === "Application") return this.#fromApplication(resource, at(resource.root, "spec"));
    return resource.kind === "ApplicationSet"
      ? this.#fromApplication(resource, at(resource.root, "spec", "template", "spec"))
      : [];
  }

  #find(kind: string | undefined, name: string | undefined, owner: Resource): Resource | undefined {
    const fits = (candidate: Resource): boolean =>
      candidate.kind === kind &&
      candidate.name === name &&
      inSameNamespace(candidate.namespace, owner.namespace) &&
      !this.#named.hashed.has(candidate);
    return this.#resources.find(fits) ?? this.#named.elsewhere.find(fits);
  }

  #fromHelmRelease(resource: Resource): Installation[] {
    const chart = this.#chartOf(resource);
    if (chart === undefined) return [];
    const layers: (Node | undefined)[] = [];
    let missing: Node | undefined;
    for (const reference of items(at(resource.root, "spec", "valuesFrom"))) {
      const layer = this.#referred(resource, reference);
      if (layer === undefined && text(at(reference, "optional")) !== "true") {
        missing ??= at(reference, "name") ?? reference;
        this.refusals.push(...this.#keyless(resource, reference));
      }
      layers.push(layer);
    }
    layers.push(at(resource.root, "spec", "values"));
    // Flux names a release after the namespace that it is to go to, and the object.
    const namespace = text(at(resource.root, "spec", "targetNamespace"));
    const name = resource.name ?? chart.name;
    return [
      {
        chart,
        name: titleOf(resource),
        release:
          text(at(resource.root, "spec", "releaseName")) ??
          (namespace === undefined ? name : `${namespace}-${name}`),
        namespace: namespace ?? resource.namespace,
        values: layered(layers, resource),
        source: resource.source,
        missing,
      },
    ];
  }

  /**
   * That of k3s and RKE2, whose controller gives Helm the text, the map and the Secrets as files, in this order, then
   * those of a HelmChartConfig of the same name, and at last what is set.
   */
  #fromHelmChart(resource: Resource): Installation[] {
    const spec = at(resource.root, "spec");
    const chart = this.#chartOfK3s(resource);
    if (chart === undefined) return [];
    const config = this.#find("HelmChartConfig", resource.name, resource);
    const layers: (Node | undefined)[] = [];
    let missing: Node | undefined;
    for (const part of [spec, at(config?.root, "spec")]) {
      layers.push(parsed(at(part, "valuesContent")), at(part, "values"));
      for (const secret of items(at(part, "valuesSecrets"))) {
        const found = this.#find("Secret", text(at(secret, "name")), resource);
        if (found === undefined && text(at(secret, "ignoreUpdates")) !== "true")
          missing ??= at(secret, "name") ?? secret;
        for (const key of items(at(secret, "keys"))) layers.push(parsed(dataOf(found, text(key) ?? "")));
      }
    }
    const set = entries(at(spec, "set")).toSorted((one, other) => (one.key < other.key ? -1 : 1));
    for (const { key, value } of set)
      layers.push(withValueAt(undefined, valuePath(key), nodeAt(typedBySet(value), value)));
    return [
      {
        chart,
        name: titleOf(resource),
        release: resource.name ?? chart.name,
        namespace: text(at(spec, "targetNamespace")) ?? resource.namespace,
        values: layered(layers, resource),
        source: resource.source,
        missing,
      },
    ];
  }

  /** A packed chart in the object itself goes before one that is named, by a name or the address of an archive. */
  #chartOfK3s(resource: Resource): OfficialChart | LocalChart | undefined {
    const spec = at(resource.root, "spec");
    const content = at(spec, "chartContent");
    if (content !== undefined) return packedChart(content, resource.source);
    const reference = text(at(spec, "chart"))?.split("/").at(-1) ?? "";
    const [, name, version] = /^(.+?)-v?(\d+\.\d+\.\d+[^/]*)\.tgz$/.exec(reference) ?? [];
    if (name === undefined || version === undefined) return official(reference, at(spec, "version"));
    const own = [...this.#named.charts.all].find(
      (chart) => chart.name === name && text(at(chart.root, "version")) === version,
    );
    return own === undefined
      ? official(name, nodeAt(version, at(spec, "chart")!))
      : this.#localChart(own.folder);
  }

  /** The chart's name is in the object, or in the source that it names. */
  #chartOf(resource: Resource): OfficialChart | LocalChart | undefined {
    const spec = at(resource.root, "spec", "chart", "spec");
    if (spec !== undefined) {
      const name = text(at(spec, "chart")) ?? "";
      // A chart in a repository is a path in it, which most often is this one.
      if (text(at(spec, "sourceRef", "kind")) === "GitRepository") return this.#localChart(name);
      return official(name, at(spec, "version"));
    }
    const reference = at(resource.root, "spec", "chartRef");
    const root = this.#find(text(at(reference, "kind")), text(at(reference, "name")), resource)?.root;
    const name =
      text(at(root, "spec", "chart")) ??
      text(at(root, "spec", "url"))
        ?.split("/")
        .at(-1);
    const version =
      at(root, "spec", "version") ?? at(root, "spec", "ref", "tag") ?? at(root, "spec", "ref", "semver");
    return official(name ?? "", version);
  }

  #localChart(folder: string): LocalChart | undefined {
    const chart = this.#named.charts.at(folder);
    if (chart === undefined) return undefined;
    this.used.add(chart.source);
    if (chart.values !== undefined) this.used.add(chart.values);
    return chart;
  }

  /** The values in a ConfigMap or Secret of the repository: all, or the one that goes to `targetPath`. */
  #referred(owner: Resource, reference: Node): Node | undefined {
    const found = this.#find(text(at(reference, "kind")), text(at(reference, "name")), owner);
    const key = text(at(reference, "valuesKey")) ?? "values.yaml";
    const value = dataOf(found, key);
    const target = text(at(reference, "targetPath"));
    if (target === undefined) return parsed(value);
    return value && withValueAt(undefined, valuePath(target), value);
  }

  /** A ConfigMap or Secret that is there without the key: Flux does not go on without it. */
  #keyless(owner: Resource, reference: Node): Refusal[] {
    const [kind, name] = [text(at(reference, "kind")), text(at(reference, "name"))];
    const found = this.#find(kind, name, owner);
    const key = text(at(reference, "valuesKey")) ?? "values.yaml";
    const isWhole = found !== undefined && !this.#named.open.has(found);
    if (!isWhole || dataOf(found, key) !== undefined) return [];
    const why = at(reference, "valuesKey") === undefined ? ", which is read where no valuesKey is set" : "";
    const message = `The ${kind} "${name}" has no key "${key}"${why}.`;
    return [{ by: "Flux", message, location: at(reference, "name") ?? reference }];
  }

  #fromApplication(resource: Resource, spec: Node | undefined): Installation[] {
    const sources = [at(spec, "source"), ...items(at(spec, "sources"))];
    return sources.flatMap((source) => {
      const folder = text(at(source, "path"));
      const chart = chartOfSource(source) ?? (folder === undefined ? undefined : this.#localChart(folder));
      if (source === undefined || chart === undefined) return [];
      const layers: (Node | undefined)[] = [];
      // A plugin renders the chart with values of its own; those that it is given are often under this name.
      const plugin = at(source, "plugin");
      let missing = plugin && (at(plugin, "name") ?? plugin);
      const given = items(at(plugin, "env")).find((one) => text(at(one, "name")) === "HELM_VALUES");
      layers.push(parsed(at(given, "value")));
      for (const file of items(at(source, "helm", "valueFiles"))) {
        // The chart's own, whose values are there anyway.
        if (text(file) === "values.yaml") continue;
        const found = this.#valuesFile(text(file) ?? "", chart);
        if (found === undefined && text(at(source, "helm", "ignoreMissingValueFiles")) !== "true")
          missing ??= file;
        layers.push(found);
      }
      // Of the two forms the object wins.
      layers.push(at(source, "helm", "valuesObject") ?? parsed(at(source, "helm", "values")));
      layers.push(...items(at(source, "helm", "parameters")).map(parameter));
      return [
        {
          chart,
          name: titleOf(resource),
          release: text(at(source, "helm", "releaseName")) ?? resource.name ?? chart.name,
          namespace: text(at(spec, "destination", "namespace")),
          values: layered(layers, resource),
          source: resource.source,
          missing,
        },
      ];
    });
  }

  /** `$name/path` is a path in a repository, which most often is this one; other paths start at the chart. */
  #valuesFile(name: string, chart: OfficialChart | LocalChart): Node | undefined {
    const base = chart.kind === "local" && !name.startsWith("$") && !name.startsWith("/") ? chart.folder : "";
    const file = path.posix.join(base, name.replace(/^\$[^/]*\/|^\/+/, ""));
    const found = this.#project.sources.find(
      (source) => source.embedding === undefined && source.file === file,
    );
    if (found === undefined) return undefined;
    this.used.add(found);
    return found.documents[0]?.root;
  }
}

function official(name: string, version: Node | undefined): OfficialChart | undefined {
  return isKnownChart(name) ? { kind: "official", name, version } : undefined;
}

/** The chart that Argo CD takes from a repository of charts, or from a folder of the repository where they are made. */
function chartOfSource(source: Node | undefined): OfficialChart | undefined {
  const revision = at(source, "targetRevision");
  const chart = text(at(source, "chart"));
  if (chart !== undefined) return official(chart, revision);
  // Some write the folder into the address.
  const [isOfficial, inAddress] =
    /\/falcosecurity\/charts(?:\.git)?(?:\/([\w-]*))?$/.exec(text(at(source, "repoURL")) ?? "") ?? [];
  const folder = isOfficial === undefined ? "" : (text(at(source, "path")) ?? inAddress ?? "");
  const name = /^(?:\.\/)?(?:charts\/)?([\w-]+)\/?$/.exec(folder)?.[1] ?? "";
  // A tag is made of the chart's name and version; a branch tells none.
  const tagged = /^([\w-]+?)-(\d+\.\d+\.\d+)$/.exec(text(revision) ?? "");
  const version = tagged?.[1] === name && revision !== undefined ? nodeAt(tagged[2], revision) : undefined;
  return official(name, version);
}

/** A text of a ConfigMap or Secret. */
function dataOf(resource: Resource | undefined, key: string): Node | undefined {
  const plain = at(resource?.root, "stringData", key);
  const data = at(resource?.root, "data", key);
  if (resource?.kind !== "Secret" || plain !== undefined || data === undefined) return plain ?? data;
  const decoded = fromBase64(text(data) ?? "");
  return decoded === undefined ? undefined : nodeAt(decoded, data);
}

/** What k3s sets: numbers and words of YAML as such, all else as text. */
function typedBySet(node: Node): string | number | boolean | null {
  if (node.kind === "scalar" && typeof node.value === "number") return node.value;
  const value = text(node) ?? "";
  const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
  const word = value.toLowerCase();
  return Object.hasOwn(words, word) ? (words[word] ?? null) : value;
}

/** One `--set` of Argo CD, whose values are texts that Helm reads as numbers and booleans where they look so. */
function parameter(node: Node): Node | undefined {
  const value = at(node, "value");
  const name = text(at(node, "name"));
  if (value === undefined || name === undefined) return undefined;
  const isText = text(at(node, "forceString")) === "true";
  const typed = isText ? value : nodeAt(typedValue(text(value) ?? ""), value);
  return withValueAt(undefined, valuePath(name), typed);
}

function titleOf({ kind, name }: Resource): string {
  return `${kind} ${name ?? ""}`.trim();
}
