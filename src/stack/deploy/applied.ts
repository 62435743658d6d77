import type { Resource } from "../../kubernetes/index.ts";
import type { Location, Project, Source } from "../../project/index.ts";
import type { Release } from "./chart.ts";
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
}

const complete = { gaps: [], inflated: new Map(), hashed: new Set<Resource>(), open: new Map() };

/** Lint rules ask again for what the deployments are made of. */
const known = new WeakMap<readonly Resource[], readonly Applied[]>();

/** Everything that a repository applies: its plain files first, then each overlay and each values file of its own. */
export function readApplied(project: Project, resources: readonly Resource[]): readonly Applied[] {
  const applied = known.get(resources) ?? read(project, resources);
  known.set(resources, applied);
  return applied;
}

function read(project: Project, resources: readonly Resource[]): Applied[] {
  const { overlays, files } = readKustomizations(project, resources);
  const beside = resources.filter(({ kind }) => besideKinds.has(kind));
  const used = new Set<Source>();
  const declared = (own: readonly Resource[], hashed: ReadonlySet<Resource>): readonly Release[] => {
    const found = declaredReleases(project, own, { beside, hashed });
    for (const source of found.used) used.add(source);
    return found.releases;
  };
  const plain = resources.filter(({ source }) => !files.has(source.file));
  const sets: Applied[] = [
    { name: "", kind: "manifest", resources: plain, releases: declared(plain, complete.hashed), ...complete },
    ...overlays.map(
      (overlay): Applied => ({
        ...overlay,
        kind: "kustomize",
        releases: declared(overlay.resources, overlay.hashed),
      }),
    ),
  ];
  const ofFiles = releasesOfFiles(project, (source) => used.has(source) || files.has(source.file)).map(
    (release): Applied => ({
      name: "",
      kind: "helm",
      resources: [],
      releases: [release],
      ...complete,
    }),
  );
  return [...sets, ...ofFiles];
}

/** What is often applied apart from what refers to it. */
export const besideKinds: ReadonlySet<string> = new Set(["ConfigMap", "Secret", "Namespace"]);
