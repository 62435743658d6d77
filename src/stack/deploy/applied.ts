import type { Resource } from "../../kubernetes/index.ts";
import type { Location, Project, Source } from "../../project/index.ts";
import type { Release } from "./chart/index.ts";
import { declaredReleases, releasesOfFiles } from "./helm.ts";
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

const complete = { gaps: [], inflated: new Map(), hashed: new Set<Resource>(), open: new Map() };

/** Everything that a repository applies: its plain files first, then each overlay and each values file of its own. */
export function readApplied(project: Project, resources: readonly Resource[]): Applied[] {
  const { overlays, files } = readKustomizations(project, resources);
  const elsewhere = resources.filter(({ kind }) => separateKinds.has(kind));
  const used = new Set<Source>();
  const declared = (own: readonly Resource[], hashed: ReadonlySet<Resource>): readonly Release[] => {
    const found = declaredReleases(project, own, { elsewhere, hashed });
    for (const source of found.used) used.add(source);
    return found.releases;
  };
  const plain = resources.filter(({ source }) => !files.has(source.file));
  const sets: Applied[] = [
    {
      ...complete,
      name: "",
      kind: "manifest",
      resources: plain,
      releases: declared(plain, complete.hashed),
      elsewhere,
    },
    ...overlays.map(
      (overlay): Applied => ({
        ...overlay,
        kind: "kustomize",
        releases: declared(overlay.resources, overlay.hashed),
        elsewhere,
      }),
    ),
  ];
  const ofFiles = releasesOfFiles(project, (source) => used.has(source) || files.has(source.file)).map(
    (release): Applied => ({
      ...complete,
      name: "",
      kind: "helm",
      resources: [],
      releases: [release],
      elsewhere,
    }),
  );
  return [...sets, ...ofFiles];
}
