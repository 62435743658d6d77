import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  entries,
  fromBase64,
  type Location,
  type MapNode,
  type Node,
  type ScalarNode,
  Source,
  type SourceKind,
} from "../../project/index.ts";
import type {
  Container,
  KeyToPath,
  Manifests,
  ObjectKeys,
  Volume,
  VolumeMount,
  Workload,
} from "../cluster/index.ts";
import { type Assumptions, type Unknown, unknown } from "../evidence/index.ts";
import { type Artifact, artifactFile, isFalcoctl, readInstall } from "./artifact.ts";
import {
  type Content,
  FileSystem,
  isBelow,
  join,
  type Mount,
  normalize,
  type VolumeContent,
} from "./files.ts";

/** What the names in a pod's volumes are resolved with. */
interface Context {
  readonly manifests: Manifests;
  /** The workload that the pod is of. */
  readonly owner: Resource;
  readonly assume: Assumptions;
}

/** The files that a container of a pod has by its volumes. */
export function fileSystemOf(
  manifests: Manifests,
  workload: Workload,
  container: Container,
  assume: Assumptions,
): FileSystem {
  const context = { manifests, owner: workload.resource, assume };
  const volumes: Volumes = new Map(
    workload.pod.volumes.map((volume) => [volume.name, readVolume(context, volume)]),
  );
  fillFromFalcoctl(workload, volumes);
  return new FileSystem(readMounts(container, volumes));
}

type Volumes = Map<string, VolumeContent>;

function readMounts(container: Container, volumes: Volumes): Mount[] {
  return (container.volumeMounts?.value ?? []).flatMap((mount) => {
    const { name, mountPath, subPath, readOnly } = mount;
    if (mountPath === undefined) return [];
    const volume = volumes.get(name) ?? {
      kind: "unknown" as const,
      unknown: unknown(`The pod has no volume "${name}".`, `Add the volume "${name}" to the pod.`, mount),
    };
    return [{ path: normalize(mountPath), subPath, readOnly, volume, location: mount }];
  });
}

function readVolume(context: Context, volume: Volume): VolumeContent {
  const { source } = volume;
  switch (source.kind) {
    case "ConfigMap":
    case "Secret":
      return readObject(context, source);
    case "projected":
      return readProjected(context, source.sources, source);
    case "hostPath":
      return { kind: "host", path: normalize(source.path), location: source };
    case "emptyDir":
      return { kind: "files", files: new Map(), more: undefined, location: volume };
    case "other":
      return {
        kind: "unknown",
        unknown: unknown(
          `The content of the volume (${source.field}) is not in the repository.`,
          "Mount the file from a ConfigMap that is in the repository.",
          volume,
        ),
      };
  }
}

function readProjected(context: Context, sources: readonly ObjectKeys[], location: Location): VolumeContent {
  const files = new Map<string, Content>();
  let more: Unknown | undefined;
  for (const source of sources) {
    const part = readObject(context, source);
    if (part.kind === "unknown") more = part.unknown;
    else if (part.kind === "files") {
      for (const [path, content] of part.files) files.set(path, content);
      more ??= part.more;
    }
  }
  return { kind: "files", files, more, location };
}

/** The keys of a ConfigMap or Secret as files, all or those that `items` picks. */
function readObject(context: Context, reference: ObjectKeys): VolumeContent {
  const { manifests, owner } = context;
  const { kind, name, items: picked, optional } = reference;
  const resource = manifests.find(kind, name.value, { namespace: owner.namespace, near: owner, optional });
  if (resource === undefined) return absentObject(context, reference);
  const values = dataOf(manifests, resource);
  const open = manifests.openAt(resource);
  const further =
    open &&
    unknown(
      `The ${kind} "${name.value}" has keys from a file that is not among the files checked.`,
      "Add that file to the files that are checked.",
      open,
    );
  if (picked === undefined) return { kind: "files", files: values, more: further, location: name };
  const files = new Map<string, Content>();
  let more: Unknown | undefined;
  for (const item of picked) {
    const content = values.get(item.key);
    if (content !== undefined) files.set(item.path, content);
    else if (further !== undefined) more ??= further;
    else more = missingKey(reference, item);
  }
  return { kind: "files", files, more, location: name };
}

function missingKey({ kind, name }: ObjectKeys, item: KeyToPath): Unknown {
  return {
    ...unknown(
      `The ${kind} "${name.value}" has no key "${item.key}", and without it the pod does not start.`,
      `Add the key "${item.key}", or correct its name under "items".`,
      item,
    ),
    missing: "key",
  };
}

/** A ConfigMap that Kubernetes puts into each namespace. */
const rootCertificates = "kube-root-ca.crt";

/** The content of a ConfigMap or Secret that the pod does not find among the manifests. */
function absentObject({ manifests, owner, assume }: Context, reference: ObjectKeys): VolumeContent {
  const { kind, name: location, optional } = reference;
  const name = location.value;
  // An optional object that does not exist is empty: the repository is what is checked.
  if (optional || (kind === "ConfigMap" && name === rootCertificates))
    return { kind: "files", files: new Map(), more: undefined, location };
  const elsewhere = manifests.named(kind, name)[0];
  const { unread } = manifests;
  if (elsewhere === undefined && unread !== undefined)
    return { kind: "unknown", unknown: mayBeIn(unread.name, kind, name, location) };
  const where =
    elsewhere?.namespace === undefined
      ? "is not among the files checked"
      : `is in namespace ${elsewhere.namespace}, where the pod cannot mount it`;
  const assumed = assume.has(kind, name, owner.namespace) || (kind === "Secret" && assume.assumesSecrets);
  const gap = unknown(
    `The ${kind} "${name}" ${where}${assumed ? "" : ", and without it the pod does not start"}.`,
    `Add the ${kind} to the files that are checked, or correct its name.`,
    location,
  );
  return { kind: "unknown", unknown: assumed ? gap : { ...gap, missing: "object" } };
}

/** What a name leads to that the manifests lack, where not everything that is applied with them was read. */
function mayBeIn(unread: string, kind: string, name: string, location: Location): Unknown {
  return unknown(
    `The ${kind} "${name}" is not among the files checked, and may come from "${unread}", which is not read.`,
    `Add it to the files that are checked.`,
    location,
  );
}

export function dataOf(manifests: Manifests, resource: Resource): Map<string, Content> {
  const files = new Map<string, Content>();
  for (const field of ["data", "stringData", "binaryData"]) {
    for (const { key, value } of entries(at(resource.root, field))) {
      if (value.kind === "map") files.set(key, { kind: "made", root: value });
      if (value.kind !== "scalar") continue;
      const plain = resource.kind === "ConfigMap" ? field === "data" : field === "stringData";
      if (plain) files.set(key, sourceOf(manifests, resource.root, key, value));
      else if (field === "data") files.set(key, decoded(key, value) ?? encoded(resource.kind, value));
      else files.set(key, encoded(resource.kind, value));
    }
  }
  return files;
}

function sourceOf(manifests: Manifests, holder: MapNode, key: string, value: ScalarNode): Content {
  return { kind: "source", source: manifests.sourceIn(holder, key, value, kindOf(key)) };
}

/** The text that is base64 in a Secret's data; undefined for what is not base64 of a text. */
function decoded(key: string, value: ScalarNode): Content | undefined {
  const bytes = fromBase64(String(value.value ?? ""));
  if (bytes === undefined) return undefined;
  // All of it has the position where the encoded text begins.
  const text = value.text.embed(bytes, [{ inner: 0, outer: value.span.start, length: 0 }]);
  return { kind: "source", source: new Source(text, kindOf(key)) };
}

/** What a file is taken for when its content alone does not tell. */
function kindOf(key: string): SourceKind {
  return /^falco\.ya?ml$/.test(key) ? "falco-config" : "other";
}

function encoded(kind: string, location: Location): Content {
  return {
    kind: "unknown",
    ...unknown(
      `The content is base64 in the ${kind}.`,
      `Put the text under ${kind === "Secret" ? "stringData" : "data"}.`,
      location,
    ),
  };
}

/** Puts what falcoctl installs from init and side containers into the volumes that it writes to. */
function fillFromFalcoctl(workload: Workload, volumes: Volumes): void {
  const { initContainers, containers } = workload.pod;
  for (const container of [...initContainers, ...containers]) {
    if (!isFalcoctl(container)) {
      if (initContainers.includes(container)) mayWrite(container, volumes);
      continue;
    }
    const mounts = readMounts(container, volumes);
    const config = new FileSystem(mounts).find("/etc/falcoctl/falcoctl.yaml");
    const root = config.kind === "file" ? rootOf(config.file.content) : undefined;
    const install = readInstall(container, root);
    if (install === undefined) continue;
    const isPlugin = ({ type }: Artifact): boolean => type === "plugin";
    fill(container, volumes, install.pluginsDirectory, install.artifacts.filter(isPlugin));
    fill(
      container,
      volumes,
      install.rulesDirectory,
      install.artifacts.filter((artifact) => !isPlugin(artifact)),
    );
  }
}

/** Puts artifacts into the volume that is mounted at a directory of the container that installs them. */
function fill(
  container: Container,
  volumes: Volumes,
  directoryPath: string,
  artifacts: readonly Artifact[],
): void {
  const directory = normalize(directoryPath);
  const mount = mountFor(container, directory);
  const volume = volumes.get(mount?.name ?? "");
  if (mount === undefined || volume?.kind !== "files") return;
  const mountPath = normalize(mount.mountPath ?? "");
  const inner = join(mount.subPath, directory.slice(mountPath.length + 1));
  const files = new Map(volume.files);
  let { more } = volume;
  for (const artifact of artifacts) {
    const file = artifactFile(artifact);
    const where = join(inner, file ?? "");
    if (file === undefined)
      more ??= unknown(
        `falcoctl installs "${artifact.name}" from a registry, and what is in it is not in the repository.`,
        "Keep the rules file in the repository, or mount it from a ConfigMap.",
        artifact.location,
      );
    // What is installed first is what Falco starts with.
    else if (!files.has(where)) files.set(where, { kind: "artifact", artifact });
  }
  volumes.set(mount.name, { ...volume, files, more });
}

function rootOf(content: Content): Node | undefined {
  if (content.kind === "made") return content.root;
  return content.kind === "source" ? content.source.documents[0]?.root : undefined;
}

/** An init container of another program may put files into the empty volumes that it mounts. */
function mayWrite(container: Container, volumes: Volumes): void {
  for (const mount of container.volumeMounts?.value ?? []) {
    const volume = volumes.get(mount.name);
    if (volume?.kind !== "files" || volume.files.size > 0 || mount.readOnly) continue;
    const why = `The init container "${container.name}" may put it there, which the repository does not show.`;
    volumes.set(mount.name, {
      ...volume,
      more: unknown(why, "Mount the file from a ConfigMap that is in the repository.", mount),
    });
  }
}

/** The deepest mount that a directory is in. */
function mountFor(container: Container, directory: string): VolumeMount | undefined {
  return (container.volumeMounts?.value ?? [])
    .filter(({ mountPath }) => {
      const path = normalize(mountPath ?? "");
      return directory === path || isBelow(directory, path);
    })
    .sort((a, b) => (b.mountPath ?? "").length - (a.mountPath ?? "").length)[0];
}
