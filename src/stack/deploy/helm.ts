import path from "node:path";
import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  embeddedText,
  emptyMap,
  items,
  type Location,
  type MapNode,
  type Node,
  nodeAt,
  ofKind,
  type Project,
  parseYaml,
  type Source,
  text,
  withValueAt,
} from "../../project/index.ts";
import { imageVersion, inSameNamespace, parseImage } from "../cluster/index.ts";
import { type Known, known, unknown } from "../evidence/index.ts";
import { mergeValues, type Release } from "./chart/index.ts";
import { chartRelease } from "./chart-version.ts";

/** Charts whose outcome is known here. */
export const knownCharts: ReadonlySet<string> = new Set(["falco", "falcosidekick"]);

/** What objects of Flux and Argo CD among resources that are applied together install, and the files they name. */
export interface Declared {
  readonly releases: readonly Release[];
  /** Values files that are no releases of their own. */
  readonly used: ReadonlySet<Source>;
}

/** Where the values may be that objects refer to. */
interface Named {
  /** Objects that may be applied separately from the resources. */
  readonly elsewhere: readonly Resource[];
  /** Those of the resources that are applied under another name than they have here. */
  readonly hashed: ReadonlySet<Resource>;
}

export function declaredReleases(project: Project, resources: readonly Resource[], named: Named): Declared {
  const reader = new Reader(project, resources, named);
  const releases = resources.flatMap((resource) => reader.fromResource(resource));
  return { releases, used: reader.used };
}

/** Whose values those in the folder of a chart of the repository are. */
type Owner =
  /** A chart that depends on the official one. */
  | {
      readonly kind: "parent" /** Under which the values for it stand. */;
      readonly key: string;
      readonly version: Node | undefined;
    }
  /** A copy of the official one, which may know other values. */
  | { readonly kind: "copy"; readonly version: Node | undefined; readonly appVersion: Node | undefined }
  | { readonly kind: "other"; readonly version?: undefined };

interface ValuesFile {
  readonly source: Source;
  readonly folder: string;
  readonly values: MapNode;
  readonly owner: Owner | undefined;
}

/** Releases whose values alone are in the repository, apart from files that are used otherwise. */
export function releasesOfFiles(project: Project, isUsed: (source: Source) => boolean): Release[] {
  const owners = new Map<string, Owner>();
  for (const source of ofKind(project, "helm-chart"))
    owners.set(path.posix.dirname(source.file), ownerOf(source.documents[0]?.root));
  const files = ofKind(project, "helm-values").flatMap((source): ValuesFile[] => {
    const root = source.documents[0]?.root;
    const folder = path.posix.dirname(source.file);
    const owner = owners.get(folder);
    if (root?.kind !== "map" || source.embedding !== undefined || owner?.kind === "other") return [];
    const nested = at(root, owner?.kind === "parent" ? owner.key : "falco");
    const values = owner?.kind === "parent" || isNested(nested) ? nested : root;
    return values?.kind === "map" ? [{ source, folder, values, owner }] : [];
  });
  return files.flatMap((file) => {
    const { source, folder, values, owner } = file;
    if (isUsed(source)) return [];
    const beside = files.filter((other) => other !== file && other.folder === folder);
    const base = beside.find(isBase);
    const whole = beside.filter((other) => other !== base && !isRulesAlone(other));
    // A values.yaml beside others is what they lay their values over, and rules alone are laid over any.
    if (isBase(file) && whole.length > 0) return [];
    if (isRulesAlone(file)) return [];
    const rules = beside
      .filter((other) => other !== base && isRulesAlone(other))
      .map((other) => other.values);
    const merged = [...(base === undefined ? [] : [base.values]), values, ...rules].reduce(mergeValues);
    return [
      releaseOf({
        chart: "falco",
        name: source.file,
        release: nameOf(merged),
        namespace: undefined,
        values: merged,
        version: owner?.version,
        source,
        missing: undefined,
        isCopy: owner?.kind === "copy",
        appVersion: owner?.kind === "copy" ? owner.appVersion : undefined,
      }),
    ];
  });
}

function ownerOf(chart: Node | undefined): Owner {
  const dependency = items(at(chart, "dependencies")).find((node) => text(at(node, "name")) === "falco");
  if (dependency !== undefined)
    return {
      kind: "parent",
      key: text(at(dependency, "alias")) ?? "falco",
      version: at(dependency, "version"),
    };
  if (text(at(chart, "name")) !== "falco") return { kind: "other" };
  return { kind: "copy", version: at(chart, "version"), appVersion: at(chart, "appVersion") };
}

function isBase({ source }: ValuesFile): boolean {
  return /^values\.ya?ml$/.test(path.posix.basename(source.file));
}

/**
 * Whether values hold nothing but rules, which are kept in a file of their own and given to Helm beside others. They
 * tell nothing of a deployment.
 */
function isRulesAlone({ values }: ValuesFile): boolean {
  return values.entries.every(({ key }) => key === "customRules");
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
  readonly used = new Set<Source>();
  readonly #project: Project;
  readonly #resources: readonly Resource[];
  readonly #named: Named;

  constructor(project: Project, resources: readonly Resource[], named: Named) {
    this.#project = project;
    this.#resources = resources;
    this.#named = named;
  }

  fromResource(resource: Resource): Release[] {
    if (resource.kind === "HelmRelease") return this.#fromHelmRelease(resource);
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

  #fromHelmRelease(resource: Resource): Release[] {
    const { chart, version } = this.#chartOf(resource);
    if (!knownCharts.has(chart)) return [];
    const layers: (Node | undefined)[] = [];
    let missing: Node | undefined;
    for (const reference of items(at(resource.root, "spec", "valuesFrom"))) {
      const layer = this.#referred(resource, reference);
      if (layer === undefined && text(at(reference, "optional")) !== "true")
        missing ??= at(reference, "name") ?? reference;
      layers.push(layer);
    }
    layers.push(at(resource.root, "spec", "values"));
    // Flux names a release after the namespace that it is to go to, and the object.
    const namespace = text(at(resource.root, "spec", "targetNamespace"));
    const name = resource.name ?? chart;
    return [
      releaseOf({
        chart,
        name: titleOf(resource),
        release:
          text(at(resource.root, "spec", "releaseName")) ??
          (namespace === undefined ? name : `${namespace}-${name}`),
        namespace: namespace ?? resource.namespace,
        values: layered(layers, resource),
        version,
        source: resource.source,
        missing,
      }),
    ];
  }

  /** The chart's name stands in the object, or in the source that it names. */
  #chartOf(resource: Resource): { chart: string; version: Node | undefined } {
    const spec = at(resource.root, "spec", "chart", "spec");
    if (spec !== undefined) return { chart: text(at(spec, "chart")) ?? "", version: at(spec, "version") };
    const reference = at(resource.root, "spec", "chartRef");
    const root = this.#find(text(at(reference, "kind")), text(at(reference, "name")), resource)?.root;
    const chart =
      text(at(root, "spec", "chart")) ??
      text(at(root, "spec", "url"))
        ?.split("/")
        .at(-1);
    return {
      chart: chart ?? "",
      version:
        at(root, "spec", "version") ?? at(root, "spec", "ref", "tag") ?? at(root, "spec", "ref", "semver"),
    };
  }

  /** The values in a ConfigMap or Secret of the repository: all, or the one that goes to `targetPath`. */
  #referred(owner: Resource, reference: Node): Node | undefined {
    const found = this.#find(text(at(reference, "kind")), text(at(reference, "name")), owner);
    const key = text(at(reference, "valuesKey")) ?? "values.yaml";
    const value = at(found?.root, "data", key) ?? at(found?.root, "stringData", key);
    const target = text(at(reference, "targetPath"));
    if (target === undefined) return parsed(value);
    return value && withValueAt(undefined, valuePath(target), value);
  }

  #fromApplication(resource: Resource, spec: Node | undefined): Release[] {
    const sources = [at(spec, "source"), ...items(at(spec, "sources"))];
    return sources.flatMap((source) => {
      const { chart, version } = chartOfSource(source);
      if (source === undefined || !knownCharts.has(chart)) return [];
      const layers: (Node | undefined)[] = [];
      let missing: Node | undefined;
      for (const file of items(at(source, "helm", "valueFiles"))) {
        // The chart's own, whose values are there anyway.
        if (text(file) === "values.yaml") continue;
        const found = this.#valuesFile(text(file) ?? "");
        if (found === undefined && text(at(source, "helm", "ignoreMissingValueFiles")) !== "true")
          missing ??= file;
        layers.push(found);
      }
      // Of the two forms the object wins.
      layers.push(at(source, "helm", "valuesObject") ?? parsed(at(source, "helm", "values")));
      layers.push(...items(at(source, "helm", "parameters")).map(parameter));
      return [
        releaseOf({
          chart,
          name: titleOf(resource),
          release: text(at(source, "helm", "releaseName")) ?? resource.name ?? chart,
          namespace: text(at(spec, "destination", "namespace")),
          values: layered(layers, resource),
          version,
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

/** The chart that Argo CD takes from a repository of charts, or from a folder of the repository where they are made. */
function chartOfSource(source: Node | undefined): { chart: string; version: Node | undefined } {
  const revision = at(source, "targetRevision");
  const chart = text(at(source, "chart"));
  if (chart !== undefined) return { chart, version: revision };
  const isOfficial = /\/falcosecurity\/charts(?:\.git)?\/?$/.test(text(at(source, "repoURL")) ?? "");
  const folder = isOfficial ? (text(at(source, "path")) ?? "") : "";
  const name = /^(?:\.\/)?(?:charts\/)?([\w-]+)\/?$/.exec(folder)?.[1] ?? "";
  // A tag is made of the chart's name and version; a branch tells none.
  const tagged = /^([\w-]+?)-(\d+\.\d+\.\d+)$/.exec(text(revision) ?? "");
  const version = tagged?.[1] === name && revision !== undefined ? nodeAt(tagged[2], revision) : undefined;
  return { chart: name, version };
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

function typedValue(value: string): string | number | boolean {
  if (value === "true" || value === "false") return value === "true";
  return /^-?\d+$/.test(value) ? Number(value) : value;
}

/** `a.b[0].c` with `\.` for a dot that belongs to a key. */
function valuePath(target: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, name, index] of target.matchAll(/((?:\\.|[^.[\\])+)|\[(\d+)\]/g)) {
    if (name !== undefined) steps.push(name.replaceAll(/\\(.)/g, "$1"));
    else steps.push(Number(index));
  }
  return steps;
}

function parsed(node: Node | undefined): Node | undefined {
  return node?.kind === "scalar" ? parseYaml(embeddedText(node))[0]?.root : undefined;
}

/** Values over values, from the first to the last. */
function layered(layers: readonly (Node | undefined)[], location: Location): MapNode {
  const maps = layers.filter((layer) => layer?.kind === "map");
  const [first, ...others] = maps;
  return first === undefined ? emptyMap(location) : others.reduce(mergeValues, first);
}

function titleOf({ kind, name }: Resource): string {
  return `${kind} ${name ?? ""}`.trim();
}

interface Installation {
  /** `falco` or `falcosidekick`. */
  readonly chart: string;
  readonly name: string;
  readonly release: string;
  readonly namespace: string | undefined;
  readonly values: MapNode;
  readonly version: Node | undefined;
  readonly source: Source;
  readonly missing: Node | undefined;
  /** Whether the chart is a copy in the repository. Default: no. */
  readonly isCopy?: boolean;
  /** The version of Falco that such a copy names. */
  readonly appVersion?: Node | undefined;
}

/** A release with the versions that its values and the chart's version tell. */
export function releaseOf({ version, appVersion, isCopy = false, ...installation }: Installation): Release {
  const exact =
    installation.chart === "falco"
      ? chartRelease(text(version) ?? "")?.chart
      : /^v?(\d+\.\d+\.\d+)$/.exec(text(version) ?? "")?.[1];
  return {
    ...installation,
    isCopy,
    falcoVersion: versionOf(installation.values, version, appVersion),
    chartVersion: version === undefined || exact === undefined ? undefined : known(exact, version),
  };
}

/** That of the image in the values, or the one that the chart's version brings. */
function versionOf(
  values: MapNode,
  chartVersion: Node | undefined,
  appVersion: Node | undefined,
): Known<string> {
  const tag = at(values, "image", "tag");
  if (tag !== undefined && (text(tag) ?? "") !== "")
    return imageVersion(parseImage(`falco:${text(tag)}`, tag), "Falco");
  const own = /^v?(\d+\.\d+\.\d+)$/.exec(text(appVersion) ?? "")?.[1];
  if (appVersion !== undefined && own !== undefined) return known(own, appVersion);
  const chart = text(chartVersion);
  const falco = chart === undefined ? undefined : chartRelease(chart)?.falco;
  if (chartVersion !== undefined && falco !== undefined) return known(falco, chartVersion);
  const location = chartVersion ?? values.entries[0]?.keyLocation ?? values;
  const why =
    chart === undefined
      ? "The values do not tell which version of the chart they are for."
      : `Which Falco the chart's version "${chart}" brings is not known.`;
  return unknown(why, "Set image.tag, or pin the chart to an exact version.", location);
}
