import path from "node:path";
import type { Resource } from "../../kubernetes/index.ts";
import type { Location, Project, Source } from "../../project/index.ts";
import type { Refusal, Release } from "./chart/index.ts";
import { type Commanded, commandedConfigMaps, readCommands } from "./commands/index.ts";
import { Destinations } from "./destinations.ts";
import { FluxVariables } from "./flux.ts";
import {
  ChartRenderer,
  declaredInstallations,
  type Helmfile,
  type Installed,
  installationsOfFiles,
  installed,
  joined,
  LocalCharts,
  readHelmfiles,
  templatedHelmfiles,
  unnamedInstallation,
  withTemplated,
} from "./helm/index.ts";
import { type Gap, type Overlay, readKustomizations } from "./kustomize/index.ts";

/** Manifests that are applied together. */
export interface Applied {
  /** For people; empty for the plain files of the repository. */
  readonly name: string;
  readonly kind: "manifest" | "kustomize" | "helm";
  readonly resources: readonly Resource[];
  /** What Flux, Argo CD or somebody by hand installs beside them. */
  readonly releases: readonly Release[];
  /** What else is applied and was not read. */
  readonly gaps: readonly Gap[];
  /** Why charts make nothing of their values. */
  readonly refusals: readonly Refusal[];
  /** What charts made of the resources. */
  readonly inflated: ReadonlyMap<Resource, Release>;
  /** ConfigMaps and Secrets that the fields of other kinds than Kubernetes' own do not find under their name. */
  readonly hashed: ReadonlySet<Resource>;
  /** ConfigMaps and Secrets that have more keys than are known, with what brings those. */
  readonly open: ReadonlyMap<Resource, Location>;
  /** Objects of the repository that may be applied separately; a name that the manifests lack may mean one of these. */
  readonly elsewhere: readonly Resource[];
  /** Files that are applied through a kustomization, or are parts of one. */
  readonly chosen: ReadonlySet<string>;
}

/** Kinds that are often applied separately from what refers to them. */
const separateKinds: ReadonlySet<string> = new Set(["ConfigMap", "Secret", "Namespace", "HelmChartConfig"]);

function isSeparate({ kind }: Resource): boolean {
  return separateKinds.has(kind);
}

const complete = {
  gaps: [],
  refusals: [],
  inflated: new Map(),
  hashed: new Set<Resource>(),
  open: new Map(),
};

/** Everything that a repository applies: its plain files first, then each overlay and each values file of its own. */
export function readApplied(project: Project, resources: readonly Resource[]): Applied[] {
  const charts = new LocalCharts(project);
  const renderer = new ChartRenderer();
  const { overlays, files: chosen } = readKustomizations(project, resources, { charts, renderer });
  const elsewhere = [...resources.filter(isSeparate), ...commandedConfigMaps(project)];
  const used = new Set<Source>();
  const declared = (own: readonly Resource[], names: Pick<Applied, "hashed" | "open">): Installed => {
    const found = declaredInstallations(project, own, { charts, elsewhere, ...names });
    for (const source of found.used) used.add(source);
    const made = joined(found.installations.map((installation) => installed(installation, renderer, true)));
    return { ...made, refusals: [...found.refusals, ...made.refusals] };
  };
  const delivery = deliveryOf(resources);
  const plain = resources
    .filter(({ source }) => !chosen.has(source.file))
    .map((resource) => delivery.plain(resource));
  const templated = templatedHelmfiles(project);
  const gaps = templated.map(
    ({ file, node }): Gap => ({ kind: "helmfile", name: file, node, isFalcos: true }),
  );
  const sets: Applied[] = [
    {
      ...complete,
      gaps,
      name: "",
      kind: "manifest",
      ...withResources(declared(plain, complete), plain),
      elsewhere,
      chosen,
    },
    ...overlays.map((built): Applied => {
      const overlay = changedOverlay(built, (resource) => delivery.built(resource, built.name));
      const made = declared(overlay.resources, overlay);
      return {
        ...overlay,
        gaps: [...overlay.gaps, ...gaps],
        kind: "kustomize",
        ...withResources(made, overlay.resources),
        refusals: [...overlay.refusals, ...made.refusals],
        inflated: new Map([...overlay.inflated, ...made.inflated]),
        elsewhere,
        chosen,
      };
    }),
  ];
  for (const { installations, used: named } of ordered(project, charts)) {
    for (const source of named) used.add(source);
    const made = joined(installations.map((installation) => installed(installation, renderer, true)));
    sets.push({ ...complete, gaps, name: "", kind: "helm", ...made, elsewhere, chosen });
  }
  const isUsed = (source: Source) => used.has(source) || chosen.has(source.file);
  const ofFiles = installationsOfFiles(project, charts, isUsed);
  const named = new Set(ofFiles.map(({ chart }) => chart));
  const unnamed = [...charts.all].filter(
    (chart) => !named.has(chart) && !isUsed(chart.source) && !charts.isHeld(chart) && chart.concernsFalco,
  );
  const byThemselves = [...ofFiles, ...unnamed.map(unnamedInstallation)].map(
    (installation): Applied => ({
      ...complete,
      gaps,
      name: "",
      kind: "helm",
      ...installed(withTemplated(installation, templated), renderer, false),
      elsewhere,
      chosen,
    }),
  );
  return [...sets, ...byThemselves];
}

/** What helmfiles and commands install, each of them together. */
function ordered(project: Project, charts: LocalCharts): (Helmfile | Commanded)[] {
  return [...readHelmfiles(project, charts), ...readCommands(project, charts)];
}

/** How Argo CD and Flux change objects between the files and the cluster. */
interface Delivery {
  plain(resource: Resource): Resource;
  built(resource: Resource, folder: string): Resource;
}

function deliveryOf(resources: readonly Resource[]): Delivery {
  const variables = new FluxVariables(resources);
  const destinations = new Destinations(resources);
  return {
    plain: (resource) => {
      const folder = path.posix.dirname(resource.source.file);
      return variables.filled(destinations.plain(resource, folder), folder);
    },
    built: (resource, folder) => variables.filled(destinations.built(resource, folder), folder),
  };
}

/** What a kustomization makes, with its objects as they are applied. */
function changedOverlay(overlay: Overlay, change: (resource: Resource) => Resource): Overlay {
  const changed = new Map(overlay.resources.map((resource) => [resource, change(resource)] as const));
  const renamed = <T>(entries: Iterable<readonly [Resource, T]>) =>
    new Map([...entries].map(([resource, value]) => [changed.get(resource) ?? resource, value] as const));
  return {
    ...overlay,
    resources: [...changed.values()],
    inflated: renamed(overlay.inflated),
    hashed: new Set([...overlay.hashed].map((resource) => changed.get(resource) ?? resource)),
    open: renamed(overlay.open),
  };
}

function withResources(made: Installed, resources: readonly Resource[]): Installed {
  return { ...made, resources: [...resources, ...made.resources] };
}
