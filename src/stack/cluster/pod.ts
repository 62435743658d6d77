import {
  at,
  booleanAt,
  entries,
  items,
  type Located,
  type Location,
  located,
  type Node,
  numberAt,
  stringMap,
  text,
  textAt,
  textsAt,
} from "../../project/index.ts";
import { type EnvironmentVariable, readEnvironment } from "./environment.ts";
import { type Image, readImage } from "./image.ts";

/** The fields of a pod's `spec`; what is not written is undefined. */
export interface Pod extends Location {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** `serviceAccountName`, or its older name `serviceAccount`. */
  readonly serviceAccountName: Located<string> | undefined;
  readonly automountServiceAccountToken: Located<boolean> | undefined;
  readonly hostNetwork: Located<boolean> | undefined;
  /** What holds for containers that do not say otherwise. */
  readonly securityContext: UserContext;
  readonly priorityClassName: Located<string> | undefined;
  readonly nodeSelector: ReadonlyMap<string, string>;
  readonly tolerations: Located<readonly Toleration[]> | undefined;
}

export interface Toleration {
  readonly key: string | undefined;
  readonly operator: string | undefined;
  readonly effect: string | undefined;
}

export interface Container extends Location {
  readonly name: string;
  /** The name, or the whole container where it has none. */
  readonly nameLocation: Location;
  readonly image: Image | undefined;
  /** `command` and `args`, in order. */
  readonly words: readonly Word[];
  /** `command`, which replaces the image's entrypoint; empty where it stays. */
  readonly command: readonly Word[];
  /** Later entries win. */
  readonly env: readonly EnvironmentVariable[];
  readonly ports: readonly ContainerPort[];
  readonly volumeMounts: Located<readonly VolumeMount[]> | undefined;
  readonly resources: Resources;
  readonly startupProbe: Probe | undefined;
  readonly livenessProbe: Probe | undefined;
  readonly readinessProbe: Probe | undefined;
  readonly securityContext: SecurityContext | undefined;
}

/** One word of a command line. */
export interface Word {
  readonly text: string;
  readonly location: Location;
}

export interface ContainerPort {
  readonly name: string | undefined;
  readonly containerPort: number;
  readonly hostPort: Located<number> | undefined;
}

export interface VolumeMount extends Location {
  /** Of the volume. */
  readonly name: string;
  readonly mountPath: string | undefined;
  /** `subPath` or `subPathExpr`, without slashes at its ends; empty for the whole volume. */
  readonly subPath: string;
  readonly readOnly: boolean;
}

export interface Resources {
  readonly requests: Location | undefined;
  readonly memoryLimit: Located<string> | undefined;
  readonly cpuLimit: Located<string> | undefined;
}

export interface Probe extends Location {
  readonly httpGet: HttpGet | undefined;
}

export interface HttpGet extends Location {
  /** A number, or the name of a port of the container. */
  readonly port: Located<string> | undefined;
  readonly path: Located<string> | undefined;
}

/** As which user containers run. */
export interface UserContext {
  readonly runAsUser: Located<number> | undefined;
  readonly runAsNonRoot: Located<boolean> | undefined;
}

export interface SecurityContext extends UserContext, Location {
  readonly privileged: Located<boolean> | undefined;
  readonly readOnlyRootFilesystem: Located<boolean> | undefined;
  /** The capabilities that are added, in capitals and without `CAP_`. */
  readonly capabilities: Located<ReadonlySet<string>> | undefined;
}

export interface Volume extends Location {
  readonly name: string;
  readonly source: VolumeSource;
}

export type VolumeSource =
  | ObjectKeys
  | (Location & { readonly kind: "projected"; readonly sources: readonly ObjectKeys[] })
  | (Location & { readonly kind: "hostPath"; readonly path: string })
  | { readonly kind: "emptyDir" }
  /** A kind of volume of which the content is never in a manifest. */
  | { readonly kind: "other"; readonly field: string };

/** The keys of a ConfigMap or Secret as files. */
export interface ObjectKeys {
  readonly kind: "ConfigMap" | "Secret";
  readonly name: Located<string>;
  readonly optional: boolean;
  /** The keys that `items` picks; undefined for all. */
  readonly items: readonly KeyToPath[] | undefined;
}

export interface KeyToPath extends Location {
  readonly key: string;
  readonly path: string;
}

/** The entry that counts for an environment variable. */
export function variable(container: Container, name: string): EnvironmentVariable | undefined {
  return container.env.findLast((candidate) => candidate.name === name);
}

const idle = new Set(["cat", "echo", "pause", "sleep", "tail", "true"]);

/**
 * The program of a command line that only waits, as `sleep infinity` left from debugging; undefined for any other.
 *
 * @param words a program and its arguments; a shell's script is its last word
 * @param name what the container is for: a command line that names it may start it after a wait
 */
export function idleProgram(words: readonly Word[], name: string): string | undefined {
  const [first, ...others] = words.map(({ text }) => text.trim());
  if (first === undefined || words.some((word) => word.text.includes(name))) return undefined;
  const program = first.slice(first.lastIndexOf("/") + 1);
  const waits = /^(?:ba|da|a)?sh$/.test(program) ? others.at(-1)?.split(/\s/)[0] : program;
  return waits !== undefined && idle.has(waits) ? waits : undefined;
}

/** The number of the port that a container gives a name; undefined where it has none of that name. */
export function portNamed({ ports }: Container, name: string | undefined): number | undefined {
  return ports.find((port) => name !== undefined && port.name === name)?.containerPort;
}

export function readPod(spec: Node): Pod {
  const tolerations = at(spec, "tolerations");
  return {
    text: spec.text,
    span: spec.span,
    containers: readContainers(at(spec, "containers")),
    initContainers: readContainers(at(spec, "initContainers")),
    volumes: items(at(spec, "volumes")).flatMap(readVolume),
    serviceAccountName: textAt(spec, "serviceAccountName") ?? textAt(spec, "serviceAccount"),
    automountServiceAccountToken: booleanAt(spec, "automountServiceAccountToken"),
    hostNetwork: booleanAt(spec, "hostNetwork"),
    securityContext: readUser(at(spec, "securityContext")),
    priorityClassName: textAt(spec, "priorityClassName"),
    nodeSelector: stringMap(at(spec, "nodeSelector")),
    tolerations: tolerations && located(items(tolerations).map(readToleration), tolerations),
  };
}

function readToleration(node: Node): Toleration {
  return {
    key: text(at(node, "key")),
    operator: text(at(node, "operator")),
    effect: text(at(node, "effect")),
  };
}

function readContainers(list: Node | undefined): Container[] {
  return items(list).flatMap((node) => (node.kind === "map" ? [readContainer(node)] : []));
}

function readContainer(node: Node): Container {
  const image = at(node, "image");
  const name = textAt(node, "name");
  const mounts = at(node, "volumeMounts");
  const command = readWords(at(node, "command"));
  return {
    text: node.text,
    span: node.span,
    name: name?.value ?? "",
    nameLocation: name ?? node,
    image: image && readImage(image),
    words: [...command, ...readWords(at(node, "args"))],
    command,
    env: readEnvironment(node),
    ports: items(at(node, "ports")).map(readPort),
    volumeMounts: mounts && located(items(mounts).map(readVolumeMount), mounts),
    resources: {
      requests: at(node, "resources", "requests"),
      memoryLimit: textAt(node, "resources", "limits", "memory"),
      cpuLimit: textAt(node, "resources", "limits", "cpu"),
    },
    startupProbe: readProbe(at(node, "startupProbe")),
    livenessProbe: readProbe(at(node, "livenessProbe")),
    readinessProbe: readProbe(at(node, "readinessProbe")),
    securityContext: readSecurityContext(at(node, "securityContext")),
  };
}

function readWords(list: Node | undefined): Word[] {
  return items(list).flatMap((node) => {
    const word = text(node);
    return word === undefined ? [] : [{ text: word, location: node }];
  });
}

function readPort(node: Node): ContainerPort {
  return {
    name: text(at(node, "name")),
    containerPort: Number(text(at(node, "containerPort"))),
    hostPort: numberAt(node, "hostPort"),
  };
}

function readVolumeMount(node: Node): VolumeMount {
  const subPath = text(at(node, "subPath")) ?? text(at(node, "subPathExpr")) ?? "";
  return {
    text: node.text,
    span: node.span,
    name: text(at(node, "name")) ?? "",
    mountPath: text(at(node, "mountPath")),
    subPath: subPath.replace(/^\/+|(?<!\/)\/+$/g, ""),
    readOnly: text(at(node, "readOnly")) === "true",
  };
}

function readProbe(node: Node | undefined): Probe | undefined {
  if (node === undefined) return undefined;
  const get = at(node, "httpGet");
  const httpGet = get && {
    text: get.text,
    span: get.span,
    port: textAt(get, "port"),
    path: textAt(get, "path"),
  };
  return { text: node.text, span: node.span, httpGet };
}

function readUser(node: Node | undefined): UserContext {
  return { runAsUser: numberAt(node, "runAsUser"), runAsNonRoot: booleanAt(node, "runAsNonRoot") };
}

function readSecurityContext(node: Node | undefined): SecurityContext | undefined {
  if (node === undefined) return undefined;
  const capabilities = at(node, "capabilities");
  const added = textsAt(capabilities, "add")?.value ?? [];
  const names = new Set(added.map(({ value }) => value.toUpperCase().replace(/^CAP_/, "")));
  return {
    text: node.text,
    span: node.span,
    ...readUser(node),
    privileged: booleanAt(node, "privileged"),
    readOnlyRootFilesystem: booleanAt(node, "readOnlyRootFilesystem"),
    capabilities: capabilities && located(names, capabilities),
  };
}

function readVolume(node: Node): Volume[] {
  const name = text(at(node, "name"));
  return name === undefined ? [] : [{ text: node.text, span: node.span, name, source: volumeSource(node) }];
}

function volumeSource(node: Node): VolumeSource {
  const keys = objectKeys(node);
  if (keys !== undefined) return keys;
  const projected = at(node, "projected");
  if (projected !== undefined) {
    const sources = items(at(projected, "sources")).flatMap((source) => objectKeys(source) ?? []);
    return { kind: "projected", text: projected.text, span: projected.span, sources };
  }
  const hostPath = at(node, "hostPath");
  if (hostPath !== undefined) {
    const { text: within, span } = hostPath;
    return { kind: "hostPath", path: text(at(hostPath, "path")) ?? "", text: within, span };
  }
  if (at(node, "emptyDir") !== undefined) return { kind: "emptyDir" };
  return { kind: "other", field: entries(node).find(({ key }) => key !== "name")?.key ?? "volume" };
}

/** What `configMap` or `secret` of a volume, or of one source of a projected volume, says. */
function objectKeys(node: Node): ObjectKeys | undefined {
  const configMap = at(node, "configMap");
  const reference = configMap ?? at(node, "secret");
  if (reference === undefined) return undefined;
  const picked = at(reference, "items");
  return {
    kind: configMap === undefined ? "Secret" : "ConfigMap",
    name: textAt(reference, "name") ?? textAt(reference, "secretName") ?? located("", reference),
    optional: text(at(reference, "optional")) === "true",
    items: picked && items(picked).map(readKeyToPath),
  };
}

function readKeyToPath(node: Node): KeyToPath {
  const key = text(at(node, "key")) ?? "";
  return { text: node.text, span: node.span, key, path: text(at(node, "path")) ?? key };
}
