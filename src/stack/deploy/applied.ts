import type { Resource } from "../../kubernetes/index.ts";
import type { Location, Project, Source } from "../../project/index.ts";
import { chartRefusal, type Refusal, type Release } from "./chart/index.ts";
import {
  declaredInstallations,
  type Installation,
  installationsOfFiles,
  LocalCharts,
  releasesOf,
} from "./helm/index.ts";
import { type Gap, readKustomizations } from "./kustomize/index.ts";

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
}

/** Kinds that are often applied separately from what refers to them. */
const separateKinds: ReadonlySet<string> = new Set(["ConfigMap", "Secret", "Namespace"]);

const complete = {
  gaps: [],
  refusals: [],
  inflated: new Map(),
  hashed: new Set<Resource>(),
  open: new Map(),
};

/** Everything that a repository applies: its plain files first, then each overlay and each values file of its own. */
export function readApplied(project: Project, resources: readonly Resource[]): Applied[] {
  const { overlays, files } = readKustomizations(project, resources);
  const elsewhere = resources.filter(({ kind }) => separateKinds.has(kind));
  const charts = new LocalCharts(project);
  const used = new Set<Source>();
  const declared = (own: readonly Resource[], hashed: ReadonlySet<Resource>): Installed => {
    const found = declaredInstallations(project, own, { charts, elsewhere, hashed });
    for (const source of found.used) used.add(source);
    return installed(found.installations);
  };
  const plain = resources.filter(({ source }) => !files.has(source.file));
  const sets: Applied[] = [
    {
      ...complete,
      name: "",
      kind: "manifest",
      resources: plain,
      ...declared(plain, complete.hashed),
      elsewhere,
    },
    ...overlays.map((overlay): Applied => {
      const { releases, refusals } = declared(overlay.resources, overlay.hashed);
      return {
        ...overlay,
        kind: "kustomize",
        releases,
        refusals: [...overlay.refusals, ...refusals],
        elsewhere,
      };
    }),
  ];
  const isUsed = (source: Source) => used.has(source) || files.has(source.file);
  const ofFiles = installationsOfFiles(project, charts, isUsed).map(
    (installation): Applied => ({
      ...complete,
      name: "",
      kind: "helm",
      resources: [],
      ...installed([installation]),
      elsewhere,
    }),
  );
  return [...sets, ...ofFiles];
}

type Installed = Pick<Applied, "releases" | "refusals">;

function installed(installations: readonly Installation[]): Installed {
  const releases = installations.flatMap(releasesOf);
  return { releases, refusals: releases.flatMap((release) => chartRefusal(release) ?? []) };
}
