import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  entries,
  items,
  type Location,
  type MapNode,
  type Node,
  type ScalarNode,
  type SourceKind,
  text,
} from "../../project/index.ts";
import type { Container, Manifests, Workload } from "../cluster/index.ts";
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

/** The files that a container of a pod has by its volumes. */
export function fileSystemOf(
  manifests: Manifests,
  workload: Workload,
  container: Container,
  assume: Assumptions,
): FileSystem {
  const volumes = readVolumes(manifests, workload, assume);
  fillFromFalcoctl(workload, volumes);
  return new FileSystem(readMounts(container, volumes));
}

type Volumes = Map<string, VolumeContent>;

function readMounts(container: Container, volumes: Volumes): Mount[] {
  return items(at(container.node, "volumeMounts")).flatMap((node) => {
    const mountPath = text(at(node, "mountPath"));
    if (mountPath === undefined) return [];
    const name = text(at(node, "name")) ?? "";
    const volume = volumes.get(name) ?? {
      kind: "unknown" as const,
      unknown: unknown(`The pod has no volume "${name}".`, `Add the volume "${name}" to the pod.`, node),
    };
    return [
      {
        path: normalize(mountPath),
        subPath: (text(at(node, "subPath")) ?? text(at(node, "subPathExpr")) ?? "").replace(
          /^\/+|(?<!\/)\/+$/g,
          "",
        ),
        readOnly: text(at(node, "readOnly")) === "true",
        volume,
        location: node,
      },
    ];
  });
}

function readVolumes(manifests: Manifests, workload: Workload, assume: Assumptions): Volumes {
  const volumes: Volumes = new Map();
  for (const node of items(at(workload.pod, "volumes"))) {
    const name = text(at(node, "name"));
    if (name !== undefined) volumes.set(name, readVolume(manifests, workload.resource, node, assume));
  }
  return volumes;
}

function readVolume(manifests: Manifests, owner: Resource, node: Node, assume: Assumptions): VolumeContent {
  const configMap = at(node, "configMap");
  if (configMap !== undefined) return keysOf(manifests, owner, "ConfigMap", configMap, assume);
  const secret = at(node, "secret");
  if (secret !== undefined) return keysOf(manifests, owner, "Secret", secret, assume);
  const projected = at(node, "projected");
  if (projected !== undefined) return readProjected(manifests, owner, projected, assume);
  const hostPath = at(node, "hostPath");
  if (hostPath !== undefined)
    return { kind: "host", path: normalize(text(at(hostPath, "path")) ?? ""), location: hostPath };
  if (at(node, "emptyDir") !== undefined)
    return { kind: "files", files: new Map(), more: undefined, location: node };
  const kind = entries(node).find(({ key }) => key !== "name")?.key ?? "volume";
  return {
    kind: "unknown",
    unknown: unknown(
      `What is in the volume (${kind}) is not in the repository.`,
      "Mount the file from a ConfigMap that is in the repository.",
      node,
    ),
  };
}

function readProjected(
  manifests: Manifests,
  owner: Resource,
  projected: Node,
  assume: Assumptions,
): VolumeContent {
  const files = new Map<string, Content>();
  let more: Unknown | undefined;
  for (const item of items(at(projected, "sources"))) {
    const part =
      at(item, "configMap") !== undefined
        ? keysOf(manifests, owner, "ConfigMap", at(item, "configMap")!, assume)
        : at(item, "secret") !== undefined
          ? keysOf(manifests, owner, "Secret", at(item, "secret")!, assume)
          : undefined;
    if (part?.kind === "unknown") more = part.unknown;
    else if (part?.kind === "files") {
      for (const [path, content] of part.files) files.set(path, content);
      more ??= part.more;
    }
  }
  return { kind: "files", files, more, location: projected };
}

/** The keys of a ConfigMap or Secret as files, all or those that `items` picks. */
function keysOf(
  manifests: Manifests,
  owner: Resource,
  kind: "ConfigMap" | "Secret",
  reference: Node,
  assume: Assumptions,
): VolumeContent {
  const nameNode = at(reference, "name") ?? at(reference, "secretName") ?? reference;
  const name = text(nameNode) ?? "";
  const resource = manifests.find(kind, name, { namespace: owner.namespace, near: owner });
  const picked = at(reference, "items");
  if (resource === undefined) {
    // What is optional and not there is empty: the repository is what is checked.
    if (text(at(reference, "optional")) === "true")
      return { kind: "files", files: new Map(), more: undefined, location: nameNode };
    const elsewhere = manifests.named(kind, name)[0];
    const { unread } = manifests;
    if (elsewhere === undefined && unread !== undefined)
      return { kind: "unknown", unknown: mayBeIn(unread.name, kind, name, nameNode) };
    const where =
      elsewhere?.namespace === undefined
        ? "is not among the files checked"
        : `is in namespace ${elsewhere.namespace}, where the pod cannot mount it`;
    const assumed = assume.has(kind, name, owner.namespace);
    return {
      kind: "unknown",
      unknown: {
        ...unknown(
          `The ${kind} "${name}" ${where}${assumed ? "" : ", and without it the pod does not start"}.`,
          `Add the ${kind} to the files that are checked, or correct its name.`,
          nameNode,
        ),
        ...(assumed ? {} : { missing: "object" as const }),
      },
    };
  }
  const values = dataOf(manifests, resource);
  const open = manifests.openAt(resource);
  const further =
    open &&
    unknown(
      `The ${kind} "${name}" has keys from a file that is not among the files checked.`,
      "Add that file to the files that are checked.",
      open,
    );
  if (picked === undefined) return { kind: "files", files: values, more: further, location: nameNode };
  const files = new Map<string, Content>();
  let more: Unknown | undefined;
  for (const item of items(picked)) {
    const key = text(at(item, "key")) ?? "";
    const content = values.get(key);
    if (content !== undefined) files.set(text(at(item, "path")) ?? key, content);
    else if (further !== undefined) more ??= further;
    else
      more = {
        ...unknown(
          `The ${kind} "${name}" has no key "${key}", and without it the pod does not start.`,
          `Add the key "${key}", or correct its name under "items".`,
          item,
        ),
        missing: "key",
      };
  }
  return { kind: "files", files, more, location: nameNode };
}

/** What a name leads to that the manifests lack, where not all that is applied with them was read. */
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
      files.set(key, plain ? sourceOf(manifests, resource.root, key, value) : encoded(resource.kind, value));
    }
  }
  return files;
}

function sourceOf(manifests: Manifests, holder: MapNode, key: string, value: ScalarNode): Content {
  return { kind: "source", source: manifests.sourceIn(holder, key, value, kindOf(key)) };
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
  for (const container of [...workload.initContainers, ...workload.containers]) {
    if (!isFalcoctl(container)) {
      if (workload.initContainers.includes(container)) mayWrite(container, volumes);
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

/** Puts artifacts into the volume that stands at a directory of the container that installs them. */
function fill(
  container: Container,
  volumes: Volumes,
  directoryPath: string,
  artifacts: readonly Artifact[],
): void {
  const directory = normalize(directoryPath);
  const node = mountNodeFor(container, directory);
  const name = text(at(node, "name")) ?? "";
  const volume = volumes.get(name);
  if (node === undefined || volume?.kind !== "files") return;
  const mountPath = normalize(text(at(node, "mountPath")) ?? "");
  const inner = join(text(at(node, "subPath")) ?? "", directory.slice(mountPath.length + 1));
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
  volumes.set(name, { ...volume, files, more });
}

function rootOf(content: Content): Node | undefined {
  if (content.kind === "made") return content.root;
  return content.kind === "source" ? content.source.documents[0]?.root : undefined;
}

/** An init container that we do not know may put files into the empty volumes that it mounts. */
function mayWrite(container: Container, volumes: Volumes): void {
  for (const node of items(at(container.node, "volumeMounts"))) {
    const name = text(at(node, "name")) ?? "";
    const volume = volumes.get(name);
    if (volume?.kind !== "files" || volume.files.size > 0 || text(at(node, "readOnly")) === "true") continue;
    const why = `The init container "${container.name}" may put it there, which the repository does not tell.`;
    volumes.set(name, {
      ...volume,
      more: unknown(why, "Mount the file from a ConfigMap that is in the repository.", node),
    });
  }
}

function mountNodeFor(container: Container, directory: string): Node | undefined {
  return items(at(container.node, "volumeMounts"))
    .filter((node) => {
      const path = normalize(text(at(node, "mountPath")) ?? "");
      return directory === path || isBelow(directory, path);
    })
    .sort((a, b) => (text(at(b, "mountPath")) ?? "").length - (text(at(a, "mountPath")) ?? "").length)[0];
}
