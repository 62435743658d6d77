import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  emptyMap,
  type MapNode,
  type Node,
  nodeAt,
  type Segment,
  Source,
  type Text,
  text,
  withEntry,
  withValueAt,
} from "../../project/index.ts";
import { type Image, inSameNamespace, type Manifests } from "../cluster/index.ts";
import { type Content, dataOf, type Mount, type VolumeContent } from "../container/index.ts";
import { mergePatch } from "./patch.ts";

const instanceGroup = "instance.falcosecurity.dev/";
const artifactGroup = "artifact.falcosecurity.dev/";

/** The pods and Services that the operator creates for `Component` objects. */
export function renderComponents(resources: readonly Resource[]): Resource[] {
  return resources.flatMap((resource) => {
    if (resource.kind !== "Component" || !resource.apiVersion.startsWith(instanceGroup)) return [];
    const type = at(resource.root, "spec", "component", "type");
    if (text(type) !== "falcosidekick") return [];
    const version = at(resource.root, "spec", "component", "version");
    const image = nodeAt(
      `docker.io/falcosecurity/falcosidekick:${text(version) ?? "2.32.0"}`,
      version ?? resource.root,
    );
    const labels = { "app.kubernetes.io/name": "falcosidekick", "app.kubernetes.io/instance": resource.name };
    const own = nodeAt(
      {
        metadata: { labels },
        spec: {
          containers: [{ name: "falcosidekick", ports: [{ name: "http", containerPort: 2801 }] }],
        },
      },
      resource,
    ) as MapNode;
    const template = withPodTemplate(
      withValueAt(own, ["spec", "containers", 0, "image"], image) as MapNode,
      resource,
    );
    const spec = withEntry(
      withEntry(nodeAt({ selector: { matchLabels: labels } }, resource) as MapNode, "template", template),
      "replicas",
      at(resource.root, "spec", "replicas") ?? nodeAt(2, resource),
    );
    const service = nodeAt(
      { selector: labels, ports: [{ name: "http", port: 2801, targetPort: "http" }] },
      resource,
    ) as MapNode;
    return [
      made(resource, "apps/v1", "Deployment", withEntry(emptyMap(resource), "spec", spec)),
      made(resource, "v1", "Service", withEntry(emptyMap(resource), "spec", service)),
    ];
  });
}

/** The workload of each `Falco` object, with that object. */
export function renderFalcos(resources: readonly Resource[]): Map<Resource, Resource> {
  const falcos = resources.filter(
    ({ kind, apiVersion }) => kind === "Falco" && apiVersion.startsWith(instanceGroup),
  );
  return new Map(falcos.map((falco) => [renderWorkload(falco), falco]));
}

function made(owner: Resource, apiVersion: string, kind: string, parts: MapNode): Resource {
  const metadata = at(owner.root, "metadata") ?? emptyMap(owner);
  const root: MapNode = {
    ...(nodeAt({ apiVersion, kind }, owner) as MapNode),
    text: owner.text,
    span: owner.span,
  };
  return {
    ...owner,
    apiVersion,
    kind,
    root: { ...root, entries: [...root.entries, ...withEntry(parts, "metadata", metadata).entries] },
  };
}

function withPodTemplate(own: MapNode, { root }: Resource): MapNode {
  const over = at(root, "spec", "podTemplateSpec");
  return over?.kind === "map" ? mergePatch(own, over) : own;
}

/** In place of the digest of an image that the operator chooses. */
const ofOperator = "operator";

/** Whether neither the version nor the pod of a `Falco` object names the image. */
export function isOfOperator(image: Image | undefined): boolean {
  return image?.digest === ofOperator;
}

const hostPaths = [
  "/proc",
  "/etc",
  "/run/containerd",
  "/run/crio",
  "/run/host-containerd",
  "/run/k3s/containerd",
];

function renderWorkload(falco: Resource): Resource {
  const kind = text(at(falco.root, "spec", "type")) === "Deployment" ? "Deployment" : "DaemonSet";
  const version = at(falco.root, "spec", "version");
  const labels = { "app.kubernetes.io/name": "falco", "app.kubernetes.io/instance": falco.name };
  const probe = { httpGet: { path: "/healthz", port: 8765 } };
  const volume = (path: string): string => `host${path.replaceAll("/", "-")}`;
  const own = nodeAt(
    {
      metadata: { labels },
      spec: {
        automountServiceAccountToken: false,
        tolerations: ["master", "control-plane"].map((role) => ({
          key: `node-role.kubernetes.io/${role}`,
          effect: "NoSchedule",
        })),
        containers: [
          {
            name: "falco",
            image: `docker.io/falcosecurity/falco${text(version) === undefined ? `@${ofOperator}` : `:${text(version)}`}`,
            args: ["/usr/bin/falco"],
            resources: {
              requests: { cpu: "100m", memory: "512Mi" },
              limits: { cpu: "1000m", memory: "1024Mi" },
            },
            livenessProbe: probe,
            // What is fixed by the operator is nobody's finding.
            securityContext: {
              readOnlyRootFilesystem: true,
              ...(kind === "DaemonSet" ? { privileged: true } : {}),
            },
            volumeMounts: [
              ...hostPaths.map((path) => ({ name: volume(path), mountPath: `/host${path}`, readOnly: true })),
              { name: "host-run", mountPath: "/host/var/run", readOnly: true },
            ],
          },
        ],
        volumes: [
          ...hostPaths.map((path) => ({ name: volume(path), hostPath: { path } })),
          { name: "host-run", hostPath: { path: "/var/run" } },
        ],
      },
    },
    version ?? at(falco.root, "metadata", "name") ?? falco,
  ) as MapNode;
  const strategy = at(falco.root, "spec", "updateStrategy");
  let spec = nodeAt({ selector: { matchLabels: labels } }, falco) as MapNode;
  spec = withEntry(spec, "template", withPodTemplate(own, falco));
  if (strategy !== undefined) spec = withEntry(spec, "updateStrategy", strategy);
  return made(falco, "apps/v1", kind, withEntry(emptyMap(falco), "spec", spec));
}

/** falco.yaml, the configuration fragments, the rules and the plugins, as the operator's sidecar lays them down. */
export function artifactMounts(manifests: Manifests, falco: Resource): Mount[] {
  const own = manifests.resources.filter(
    (resource) =>
      resource.apiVersion.startsWith(artifactGroup) &&
      inSameNamespace(resource.namespace, falco.namespace) &&
      !manifests.areAlternatives(resource, falco),
  );
  const kind = text(at(falco.root, "spec", "type")) === "Deployment" ? "nodriver" : "modern_ebpf";
  const base = nodeAt(
    {
      config_files: ["/etc/falco/config.d"],
      rules_files: ["/etc/falco/rules.d"],
      engine: { kind },
      load_plugins: [],
      plugins: [],
      priority: "debug",
      json_output: false,
      stdout_output: { enabled: true },
      syslog_output: { enabled: true },
      webserver: { enabled: true, listen_port: 8765, prometheus_metrics_enabled: true },
      syscall_event_drops: { actions: ["log", "alert"] },
      metrics: { enabled: true },
    },
    at(falco.root, "metadata", "name") ?? falco,
  ) as MapNode;
  const configs = own.filter((resource) => resource.kind === "Config");
  const rules = own.filter((resource) => resource.kind === "Rulesfile");
  const plugins = own.filter((resource) => resource.kind === "Plugin");
  return [
    mount(
      "/etc/falco/falco.yaml",
      "falco.yaml",
      falco,
      new Map([["falco.yaml", { kind: "made", root: base }]]),
    ),
    mount(
      "/etc/falco/config.d",
      "",
      falco,
      new Map([...configs.flatMap((config) => configFiles(manifests, config)), ...pluginConfig(plugins)]),
    ),
    mount("/etc/falco/rules.d", "", falco, new Map(rules.flatMap((file) => rulesFiles(manifests, file)))),
    mount("/usr/share/falco/plugins", "", falco, new Map(plugins.map(pluginFile))),
  ];
}

function mount(
  path: string,
  subPath: string,
  location: Resource,
  files: ReadonlyMap<string, Content>,
): Mount {
  const volume: VolumeContent = { kind: "files", files, more: undefined, location };
  return { path, subPath, readOnly: true, volume, location };
}

/** A file's name begins with its priority, and with what it is made from. */
function fileName(resource: Resource, part: "01" | "02" | "03", ending: string): string {
  const priority = text(at(resource.root, "spec", "priority")) ?? "50";
  return `${priority.padStart(2, "0")}-${part}-${resource.name}-${ending}.yaml`;
}

function configFiles(manifests: Manifests, config: Resource): [string, Content][] {
  const files: [string, Content][] = [];
  const inline = at(config.root, "spec", "config");
  if (inline?.kind === "map") files.push([fileName(config, "03", "inline"), { kind: "made", root: inline }]);
  const referred = referredKey(manifests, config, "config.yaml");
  if (referred !== undefined) files.push([fileName(config, "02", "configmap"), referred]);
  return files;
}

function rulesFiles(manifests: Manifests, file: Resource): [string, Content][] {
  const files: [string, Content][] = [];
  const repository = at(file.root, "spec", "ociArtifact", "image", "repository");
  if (repository !== undefined) {
    const tag = text(at(file.root, "spec", "ociArtifact", "image", "tag")) ?? "latest";
    const name = (text(repository) ?? "").split("/").at(-1) ?? "";
    const artifact = { name, version: tag, type: "rulesfile" as const, location: repository };
    files.push([fileName(file, "01", "oci"), { kind: "artifact", artifact }]);
  }
  const referred = referredKey(manifests, file, "rules.yaml");
  if (referred !== undefined) files.push([fileName(file, "02", "configmap"), referred]);
  const inline = at(file.root, "spec", "inlineRules");
  const source = inline === undefined ? undefined : inlineSource(manifests, file, inline);
  if (source !== undefined) files.push([fileName(file, "03", "inline"), { kind: "source", source }]);
  return files;
}

/** Rules in the object itself: as a text, or as YAML. */
function inlineSource(manifests: Manifests, file: Resource, inline: Node): Source | undefined {
  if (inline.kind === "scalar") return manifests.sourceIn(file.root, "inlineRules", inline, "falco-rules");
  const embedding = { source: file.source, holder: file.root, key: "inlineRules" };
  return new Source(dedented(inline), "falco-rules", embedding);
}

/** A part of a YAML file as a text of its own, without the indentation that it has there. */
function dedented({ text: outer, span }: Node): Text {
  const { column } = outer.position(span.start);
  const segments: Segment[] = [];
  let content = "";
  for (let line = span.start; line < span.end; ) {
    const found = outer.content.indexOf("\n", line);
    const next = found === -1 || found >= span.end ? span.end : found + 1;
    let from = line;
    // The first line begins at the value itself.
    if (line > span.start)
      while (from < next && from - line < column - 1 && outer.content[from] === " ") from++;
    segments.push({ inner: content.length, outer: from, length: next - from });
    content += outer.content.slice(from, next);
    line = next;
  }
  return outer.embed(content, segments);
}

function referredKey(manifests: Manifests, resource: Resource, key: string): Content | undefined {
  const reference = at(resource.root, "spec", "configMapRef", "name");
  const name = text(reference);
  if (reference === undefined || name === undefined) return undefined;
  const found = manifests.find("ConfigMap", name, { namespace: resource.namespace, near: resource });
  const isFound = found !== undefined && !manifests.isHashed(found);
  const content = isFound ? dataOf(manifests, found).get(key) : undefined;
  if (content !== undefined) return content;
  const why =
    found === undefined
      ? `The ConfigMap "${name}" is not among the files checked.`
      : !isFound
        ? `kustomize ends the name of the ConfigMap "${name}" with a hash, and leaves this name as it is.`
        : `The ConfigMap "${name}" has no key "${key}", which is the one that the operator reads.`;
  return {
    kind: "unknown",
    state: "unknown",
    why,
    remedy: "Add it, or correct the name.",
    evidence: reference,
  };
}

function pluginFile(plugin: Resource): [string, Content] {
  const repository = at(plugin.root, "spec", "ociArtifact", "image", "repository");
  const location = repository ?? plugin;
  const name = (text(repository) ?? plugin.name ?? "").split("/").at(-1) ?? "";
  const version = text(at(plugin.root, "spec", "ociArtifact", "image", "tag")) ?? "latest";
  return [`${plugin.name}.so`, { kind: "artifact", artifact: { name, version, type: "plugin", location } }];
}

/** The fragment with which the operator has the plugins loaded. */
function pluginConfig(plugins: readonly Resource[]): [string, Content][] {
  const [first] = plugins;
  if (first === undefined) return [];
  const names: Node[] = [];
  const entries: Node[] = [];
  for (const plugin of plugins) {
    const config = at(plugin.root, "spec", "config");
    const name = at(config, "name") ?? nodeAt(plugin.name, at(plugin.root, "metadata", "name") ?? plugin);
    const library = at(config, "libraryPath") ?? nodeAt(`/usr/share/falco/plugins/${plugin.name}.so`, name);
    let item = withEntry(emptyMap(name), "name", name);
    item = withEntry(item, "library_path", library);
    item = withEntry(item, "init_config", at(config, "initConfig"));
    item = withEntry(item, "open_params", at(config, "openParams"));
    names.push(name);
    entries.push(item);
  }
  const list = (nodes: readonly Node[]): Node => ({
    kind: "seq",
    text: first.text,
    span: first.span,
    items: nodes,
  });
  const root = withEntry(withEntry(emptyMap(first), "load_plugins", list(names)), "plugins", list(entries));
  return [["99-03-plugins-config-inline.yaml", { kind: "made", root }]];
}
