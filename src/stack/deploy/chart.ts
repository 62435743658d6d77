import type { Resource } from "../../kubernetes/index.ts";
import {
  at,
  emptyMap,
  entries,
  entry,
  items,
  type Location,
  MapEditor,
  type MapNode,
  type Node,
  nodeAt,
  type Source,
  text,
  withEntry,
  withValueAt,
} from "../../project/index.ts";
import { isKnownKey } from "../alerts/index.ts";
import { type Known, settled } from "../evidence/index.ts";
import { isChartBefore } from "./chart-version.ts";

/** An installation of one of Falco's charts. */
export interface Release {
  /** `falco` or `falcosidekick`. */
  readonly chart: string;
  /** For people: where the values are, or the name of the object that installs it. */
  readonly name: string;
  /** Name of the release; Helm's names are made of it. */
  readonly release: string;
  readonly namespace: string | undefined;
  readonly values: MapNode;
  readonly falcoVersion: Known<string>;
  /** Undefined where only the values are in the repository. */
  readonly chartVersion: Known<string> | undefined;
  readonly source: Source;
  /** Whether the chart is a copy in the repository, which may know other values than the official one. */
  readonly isCopy: boolean;
  /** Name of values that are laid over and are not in the repository, so that the outcome is not known. */
  readonly missing: Node | undefined;
}

/** Label that all pods of Falco from a chart have, in the terms of this model. */
const falcoLabels = { "app.kubernetes.io/name": "falco" };
const sidekickLabels = { "app.kubernetes.io/name": "falcosidekick" };

/**
 * What the chart makes of values, as far as it decides what Falco loads and where alerts go. Each part stands
 * at the value that it comes from; what the chart adds by itself, at the beginning of the values.
 */
export function renderChart(release: Release): Resource[] {
  return release.chart === "falcosidekick" ? renderSidekick(release) : new Chart(release).render();
}

/** The chart of falcosidekick alone, whose values are those that stand under its name in Falco's. */
function renderSidekick(release: Release): Resource[] {
  const on = withEntry(release.values, "enabled", nodeAt(true, release.values));
  return new Chart({ ...release, values: withEntry(emptyMap(release.values), "falcosidekick", on) }).sidekick(
    fullName(release, "falcosidekick"),
  );
}

/** The name that Helm gives to all objects of a chart. To Helm an empty text is none. */
function fullName({ release, values }: Release, chart: string): string {
  const stated = text(at(values, "fullnameOverride"));
  if (stated) return stated;
  const name = text(at(values, "nameOverride")) || chart;
  return release.includes(name) ? release : `${release}-${name}`;
}

/** What charts before 7.0.0 have under `plugins`, for values that load one by its name alone. */
const oldPlugins = [
  { name: "k8saudit", library_path: "libk8saudit.so", open_params: "http://:9765/k8s-audit" },
  { name: "cloudtrail", library_path: "libcloudtrail.so" },
  { name: "json", library_path: "libjson.so" },
];

class Chart {
  readonly #release: Release;
  readonly #values: MapNode;
  /** Where the chart's own defaults are told. */
  readonly #location: Location;
  readonly #fullName: string;

  constructor(release: Release) {
    this.#release = release;
    this.#values = release.values;
    this.#location = release.values.entries[0]?.keyLocation ?? release.values;
    this.#fullName = fullName(release, "falco");
  }

  render(): Resource[] {
    const resources = [
      this.#resource("v1", "ConfigMap", this.#fullName, {
        data: this.#map({ "falco.yaml": this.#config() }),
      }),
      this.#resource("v1", "ConfigMap", `${this.#fullName}-falcoctl`, {
        data: this.#map({ "falcoctl.yaml": this.#falcoctl() }),
      }),
      this.#serviceAccount(),
      this.#workload(),
    ];
    const rules = at(this.#values, "customRules");
    if (rules?.kind === "map")
      resources.push(this.#resource("v1", "ConfigMap", `${this.#fullName}-rules`, { data: rules }));
    resources.push(...this.#services());
    if (this.#isOn("falcosidekick", "enabled"))
      resources.push(...this.sidekick(`${this.#fullName}-falcosidekick`));
    return resources;
  }

  #value(...path: readonly string[]): Node | undefined {
    const node = at(this.#values, ...path);
    return node?.kind === "scalar" && (node.value === null || node.value === "") ? undefined : node;
  }

  #or(fallback: unknown, ...path: readonly string[]): Node {
    return this.#value(...path) ?? nodeAt(fallback, this.#location);
  }

  #isOn(...path: readonly string[]): boolean {
    return text(at(this.#values, ...path)) === "true";
  }

  /** On unless the values say otherwise. */
  #isNotOff(...path: readonly string[]): boolean {
    return text(at(this.#values, ...path)) !== "false";
  }

  #map(data: Readonly<Record<string, Node | undefined>>, location: Location = this.#location): MapNode {
    return Object.entries(data).reduce<MapNode>(
      (map, [key, node]) => (node === undefined ? map : withEntry(map, key, node)),
      emptyMap(location),
    );
  }

  #resource(
    apiVersion: string,
    kind: string,
    name: string,
    parts: Readonly<Record<string, Node | undefined>>,
  ): Resource {
    const { namespace, source } = this.#release;
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
    const head = nodeAt({ apiVersion, kind, metadata }, this.#location) as MapNode;
    const root = this.#map(parts).entries.reduce<MapNode>(
      (map, { key, value }) => withEntry(map, key, value),
      head,
    );
    return {
      source,
      apiVersion,
      kind,
      name,
      namespace,
      root,
      text: this.#location.text,
      span: this.#location.span,
    };
  }

  /** `auto` lets the chart's loader choose between the kernel module and the modern probe. */
  get #driver(): string {
    const kind = text(this.#or("auto", "driver", "kind")) ?? "auto";
    const aliases: Readonly<Record<string, string>> = { "modern-bpf": "modern_ebpf", module: "kmod" };
    return Object.hasOwn(aliases, kind) ? aliases[kind]! : kind;
  }

  /** falco.yaml: the chart's own, the values over it, and what the chart sets for driver, sidekick and metrics. */
  #config(): Node {
    const own = nodeAt(
      {
        config_files: ["/etc/falco/config.d"],
        [isChartBefore(this.#release, "4.7.1") ? "rules_file" : "rules_files"]: [
          "/etc/falco/falco_rules.yaml",
          "/etc/falco/falco_rules.local.yaml",
          "/etc/falco/rules.d",
        ],
        load_plugins: [],
        plugins: isChartBefore(this.#release, "7.0.0") ? oldPlugins : [],
        priority: "debug",
        json_output: false,
        stdout_output: { enabled: true },
        syslog_output: { enabled: true },
        http_output: { enabled: false },
        webserver: { enabled: true, listen_port: 8765, k8s_healthz_endpoint: "/healthz" },
        syscall_event_drops: { actions: ["log", "alert"] },
      },
      this.#location,
    ) as MapNode;
    const over = this.#value("falco");
    let config = over?.kind === "map" ? mergeValues(own, over) : own;
    if (over !== undefined) config = { ...config, text: over.text, span: over.span };
    if (this.#isNotOff("driver", "enabled")) {
      const kind = this.#driver === "auto" ? "modern_ebpf" : this.#driver;
      const location = this.#value("driver", "kind") ?? this.#location;
      config = withValueAt(config, ["engine", "kind"], nodeAt(kind, location)) as MapNode;
    }
    if (this.#isOn("falcosidekick", "enabled")) config = this.#withSidekick(config);
    if (this.#isOn("metrics", "enabled")) {
      const on = at(this.#values, "metrics", "enabled")!;
      config = withValueAt(config, ["metrics", "enabled"], on) as MapNode;
      config = withValueAt(config, ["webserver", "prometheus_metrics_enabled"], on) as MapNode;
    }
    return this.#hasContainerPlugin ? this.#withContainerPlugin(config) : config;
  }

  get #hasContainerPlugin(): boolean {
    return (
      this.#isNotOff("driver", "enabled") &&
      this.#isNotOff("collectors", "enabled") &&
      this.#isNotOff("collectors", "containerEngine", "enabled")
    );
  }

  #withContainerPlugin(config: MapNode): MapNode {
    const plugins = items(at(config, "plugins"));
    if (plugins.some((plugin) => text(at(plugin, "name")) === "container")) return config;
    const location = this.#value("collectors", "containerEngine") ?? this.#location;
    const item = this.#map(
      {
        name: nodeAt("container", location),
        library_path: nodeAt("libcontainer.so", location),
        init_config: this.#map(
          { engines: this.#value("collectors", "containerEngine", "engines") },
          location,
        ),
      },
      location,
    );
    const append = (map: MapNode, key: string, node: Node): MapNode => {
      const list = at(map, key);
      return withEntry(map, key, {
        kind: "seq",
        text: list?.text ?? location.text,
        span: list?.span ?? location.span,
        items: [...items(list), node],
      });
    };
    return append(append(config, "plugins", item), "load_plugins", nodeAt("container", location));
  }

  #withSidekick(config: MapNode): MapNode {
    const on = at(this.#values, "falcosidekick", "enabled")!;
    const port = text(this.#or("2801", "falcosidekick", "listenPort")) ?? "2801";
    const url = this.#value("falco", "http_output", "url");
    let set = withEntry(config, "json_output", on);
    set = withValueAt(set, ["http_output", "enabled"], on) as MapNode;
    const own = nodeAt(`http://${this.#fullName}-falcosidekick:${port}`, on);
    return withValueAt(set, ["http_output", "url"], url ?? own) as MapNode;
  }

  #falcoctl(): Node {
    const major = rulesMajor(settled(this.#release.falcoVersion));
    const defaults = nodeAt(
      {
        artifact: {
          install: {
            resolveDeps: true,
            refs: [`falco-rules:${major}`],
            rulesfilesDir: "/rulesfiles",
            pluginsDir: "/plugins",
          },
          follow: { refs: [`falco-rules:${major}`], rulesfilesDir: "/rulesfiles", pluginsDir: "/plugins" },
        },
      },
      this.#location,
    ) as MapNode;
    const over = this.#value("falcoctl", "config");
    const merged = over?.kind === "map" ? mergeValues(defaults, over) : defaults;
    if (!this.#hasContainerPlugin) return merged;
    const refs = items(at(merged, "artifact", "install", "refs"));
    const own = this.#or(
      "ghcr.io/falcosecurity/plugins/plugin/container",
      "collectors",
      "containerEngine",
      "pluginRef",
    );
    const list: Node = { kind: "seq", text: own.text, span: own.span, items: [...refs, own] };
    return withValueAt(merged, ["artifact", "install", "refs"], list);
  }

  #serviceAccount(): Resource {
    return this.#resource(
      "v1",
      "ServiceAccount",
      text(this.#value("serviceAccount", "name")) ?? this.#fullName,
      {},
    );
  }

  #workload(): Resource {
    const deployment = text(at(this.#values, "controller", "kind")) === "deployment";
    const spec = {
      selector: nodeAt({ matchLabels: falcoLabels }, this.#location),
      updateStrategy: deployment ? undefined : this.#value("controller", "daemonset", "updateStrategy"),
      template: this.#map({
        metadata: nodeAt({ labels: falcoLabels }, this.#location),
        spec: this.#pod(),
      }),
    };
    return this.#resource("apps/v1", deployment ? "Deployment" : "DaemonSet", this.#fullName, {
      spec: this.#map(spec),
    });
  }

  #pod(): MapNode {
    const installs = this.#isNotOff("falcoctl", "artifact", "install", "enabled");
    const follows = this.#isNotOff("falcoctl", "artifact", "follow", "enabled");
    const { mounts, volumes } = this.#files(installs || follows);
    const tolerations = ["master", "control-plane"].map((role) => ({
      effect: "NoSchedule",
      key: `node-role.kubernetes.io/${role}`,
      operator: "Exists",
    }));
    return this.#map({
      serviceAccountName: nodeAt(
        text(this.#value("serviceAccount", "name")) ?? this.#fullName,
        this.#location,
      ),
      automountServiceAccountToken: nodeAt(false, this.#location),
      priorityClassName: this.#value("podPriorityClassName"),
      nodeSelector: this.#value("nodeSelector"),
      tolerations: this.#or(tolerations, "tolerations"),
      initContainers: this.#list(
        ...items(at(this.#values, "extra", "initContainers")),
        ...(this.#hasDriverLoader ? [this.#driverLoader()] : []),
        ...(installs ? [this.#falcoctlContainer("install")] : []),
      ),
      containers: this.#list(
        this.#container(mounts),
        ...(follows ? [this.#falcoctlContainer("follow")] : []),
      ),
      volumes: this.#list(...volumes),
    });
  }

  #list(...nodes: readonly Node[]): Node {
    return { kind: "seq", text: this.#location.text, span: this.#location.span, items: nodes };
  }

  #container(mounts: readonly Node[]): MapNode {
    const args = [nodeAt("/usr/bin/falco", this.#location), ...items(at(this.#values, "extra", "args"))];
    if (!this.#isNotOff("driver", "enabled")) {
      const location = at(this.#values, "driver", "enabled")!;
      args.push(nodeAt("--disable-source", location), nodeAt("syscall", location));
    }
    const server = this.#value("falco", "webserver");
    const probe = nodeAt(
      {
        httpGet: {
          path: text(at(server, "k8s_healthz_endpoint")) ?? "/healthz",
          port: text(at(server, "listen_port")) ?? "8765",
        },
      },
      this.#location,
    );
    const served = text(at(server, "enabled")) !== "false";
    return this.#map({
      name: nodeAt("falco", this.#location),
      image: this.#image("falcosecurity/falco", settled(this.#release.falcoVersion)),
      args: this.#list(...args),
      env: this.#list(
        nodeAt({ name: "HOST_ROOT", value: "/host" }, this.#location),
        ...items(at(this.#values, "extra", "env")),
      ),
      resources: this.#resources(),
      livenessProbe: served ? probe : undefined,
      securityContext: this.#securityContext(),
      volumeMounts: this.#list(...mounts),
    });
  }

  #resources(): Node {
    const own = nodeAt(
      { requests: { cpu: "100m", memory: "512Mi" }, limits: { cpu: "1000m", memory: "1024Mi" } },
      this.#location,
    ) as MapNode;
    const over = this.#value("resources");
    return over?.kind === "map" ? mergeValues(own, over) : own;
  }

  #image(repository: string, fallbackTag: string | undefined, ...path: readonly string[]): Node {
    const image = [...path, "image"];
    const registry = text(this.#or("docker.io", ...image, "registry"));
    const name = text(this.#or(repository, ...image, "repository"));
    const tagNode = this.#value(...image, "tag");
    const tag = text(tagNode) ?? fallbackTag;
    // Without a tag the chart takes its own version, which the values do not tell.
    const reference = `${registry}/${name}${tag === undefined ? "@chart" : `:${tag}`}`;
    return nodeAt(reference, tagNode ?? this.#value(...image, "repository") ?? this.#location);
  }

  /** That of the values, or what the chart sets for the driver. The file system is the chart's own affair. */
  #securityContext(): Node {
    const stated = this.#value("containerSecurityContext");
    const readOnly = nodeAt(true, this.#location);
    if (stated?.kind === "map" && entries(stated).length > 0)
      return entry(stated, "readOnlyRootFilesystem") === undefined
        ? withEntry(stated, "readOnlyRootFilesystem", readOnly)
        : stated;
    const least = this.#driver === "modern_ebpf" && this.#isOn("driver", "modernEbpf", "leastPrivileged");
    const location =
      this.#value("driver", "modernEbpf", "leastPrivileged") ??
      this.#value("driver", "kind") ??
      this.#location;
    const context = least
      ? { privileged: false, capabilities: { add: ["BPF", "SYS_RESOURCE", "PERFMON", "SYS_PTRACE"] } }
      : { privileged: this.#isNotOff("driver", "enabled") };
    return withEntry(nodeAt(context, location) as MapNode, "readOnlyRootFilesystem", readOnly);
  }

  get #hasDriverLoader(): boolean {
    return (
      this.#isNotOff("driver", "enabled") &&
      this.#driver !== "modern_ebpf" &&
      this.#isNotOff("driver", "loader", "enabled")
    );
  }

  /** It writes the driver that it chose into a part of the configuration. */
  #driverLoader(): Node {
    return this.#map({
      name: nodeAt("falco-driver-loader", this.#location),
      image: this.#image(
        "falcosecurity/falco-driver-loader",
        settled(this.#release.falcoVersion),
        "driver",
        "loader",
        "initContainer",
      ),
      volumeMounts: nodeAt(
        [{ name: "specialized-falco-configs", mountPath: "/etc/falco/config.d" }],
        this.#location,
      ),
    });
  }

  #falcoctlContainer(verb: "install" | "follow"): Node {
    const mount = (name: string, directory: Node): Node =>
      this.#map({ name: nodeAt(name, this.#location), mountPath: directory });
    const directory = (key: string, fallback: string): Node =>
      this.#or(fallback, "falcoctl", "config", "artifact", verb, key);
    return this.#map({
      name: nodeAt(`falcoctl-artifact-${verb}`, this.#location),
      image: this.#image("falcosecurity/falcoctl", "0.13.0", "falcoctl"),
      args: this.#list(
        nodeAt("artifact", this.#location),
        nodeAt(verb, this.#location),
        ...items(at(this.#values, "falcoctl", "artifact", verb, "args")),
      ),
      volumeMounts: this.#list(
        mount("plugins-install-dir", directory("pluginsDir", "/plugins")),
        mount("rulesfiles-install-dir", directory("rulesfilesDir", "/rulesfiles")),
        mount("falcoctl-config-volume", nodeAt("/etc/falcoctl", this.#location)),
      ),
    });
  }

  #files(falcoctl: boolean): { mounts: Node[]; volumes: Node[] } {
    const mounts: Node[] = [];
    const volumes: Node[] = [];
    const add = (
      name: string,
      mountPath: string,
      volume: object,
      location: Location = this.#location,
      more: object = {},
    ): void => {
      mounts.push(nodeAt({ name, mountPath, readOnly: true, ...more }, location));
      volumes.push(nodeAt({ name, ...volume }, location));
    };
    const configMap = (name: string) => ({ configMap: { name } });
    if (falcoctl) {
      add("rulesfiles-install-dir", "/etc/falco", { emptyDir: {} });
      add("plugins-install-dir", "/usr/share/falco/plugins", { emptyDir: {} });
    }
    if (this.#hasDriverLoader) add("specialized-falco-configs", "/etc/falco/config.d", { emptyDir: {} });
    volumes.push(
      nodeAt({ name: "falcoctl-config-volume", ...configMap(`${this.#fullName}-falcoctl`) }, this.#location),
    );
    const { missing } = this.#release;
    const config = missing ?? this.#value("falco") ?? this.#location;
    // Without all values, what the chart makes of them is as unknown as they are.
    const content = missing === undefined ? configMap(this.#fullName) : { [`values ${text(missing)}`]: {} };
    add("falco-yaml", "/etc/falco/falco.yaml", content, config, { subPath: "falco.yaml" });
    const rules = entry(this.#values, "customRules");
    if (rules?.value.kind === "map" && rules.value.entries.length > 0)
      add("rules-volume", "/etc/falco/rules.d", configMap(`${this.#fullName}-rules`), rules.keyLocation);
    if (this.#isNotOff("driver", "enabled")) {
      for (const path of ["/proc", "/etc"])
        add(`host${path.replaceAll("/", "-")}`, `/host${path}`, { hostPath: { path } });
      const sys = this.#or("/sys/kernel", "driver", "sysfsMountPath");
      if (this.#isNotOff("driver", "modernEbpf", "sysfsMount"))
        add("sys-fs", text(sys) ?? "/sys/kernel", { hostPath: { path: text(sys) } }, sys);
    }
    for (const [index, { path, location }] of this.#sockets().entries())
      add(`container-engine-socket-${index}`, `/host${path}`, { hostPath: { path } }, location);
    mounts.push(...items(at(this.#values, "mounts", "volumeMounts")));
    volumes.push(...items(at(this.#values, "mounts", "volumes")));
    return { mounts, volumes };
  }

  #sockets(): { path: string; location: Location }[] {
    if (!this.#hasContainerPlugin) return [];
    const defaults: Readonly<Record<string, readonly string[]>> = {
      docker: ["/var/run/docker.sock"],
      podman: ["/run/podman/podman.sock"],
      containerd: ["/run/host-containerd/containerd.sock"],
      cri: ["/run/containerd/containerd.sock", "/run/crio/crio.sock", "/run/k3s/containerd/containerd.sock"],
    };
    const found = new Map<string, Location>();
    for (const [engine, usual] of Object.entries(defaults)) {
      const settings = this.#value("collectors", "containerEngine", "engines", engine);
      if (text(at(settings, "enabled")) === "false") continue;
      const listed = at(settings, "sockets");
      if (listed === undefined) for (const path of usual) found.set(path, this.#location);
      for (const node of items(listed)) found.set(text(node) ?? "", node);
    }
    // Charts before 4.22 name one socket for each runtime.
    for (const runtime of ["docker", "containerd", "crio"]) {
      const socket = this.#value("collectors", runtime, "socket");
      if (socket !== undefined) found.set(text(socket) ?? "", socket);
    }
    return [...found].map(([path, location]) => ({ path, location }));
  }

  /** Services for plugins that wait for events. */
  #services(): Resource[] {
    return items(at(this.#values, "services")).flatMap((node) => {
      if (node.kind !== "map") return [];
      const spec = withEntry(withEntry(node, "name", undefined), "selector", nodeAt(falcoLabels, node));
      return [this.#resource("v1", "Service", `${this.#fullName}-${text(at(node, "name")) ?? ""}`, { spec })];
    });
  }

  /** falcosidekick's Deployment and Service under that name. */
  sidekick(name: string): Resource[] {
    const on = at(this.#values, "falcosidekick", "enabled")!;
    const port = Number(text(this.#or("2801", "falcosidekick", "listenPort")) ?? 2801);
    const container = this.#map(
      {
        name: nodeAt("falcosidekick", on),
        image: this.#image("falcosecurity/falcosidekick", "2.34.1", "falcosidekick"),
        ports: nodeAt([{ name: "http", containerPort: 2801 }], on),
        envFrom: this.#existingSecret(),
        env: this.#list(...this.#sidekickEnv()),
      },
      on,
    );
    const template = this.#map(
      {
        metadata: nodeAt({ labels: sidekickLabels }, on),
        spec: this.#map(
          { automountServiceAccountToken: nodeAt(false, on), containers: this.#list(container) },
          on,
        ),
      },
      on,
    );
    const spec = this.#map(
      {
        replicas: this.#or(2, "falcosidekick", "replicaCount"),
        selector: nodeAt({ matchLabels: sidekickLabels }, on),
        template,
      },
      on,
    );
    const service = nodeAt(
      { selector: sidekickLabels, ports: [{ name: "http", port, targetPort: "http" }] },
      on,
    );
    return [
      this.#resource("apps/v1", "Deployment", name, { spec }),
      this.#resource("v1", "Service", name, { spec: service }),
    ];
  }

  #existingSecret(): Node | undefined {
    const secret = this.#value("falcosidekick", "config", "existingSecret");
    return secret && nodeAt([{ secretRef: { name: text(secret) } }], secret);
  }

  /** `falcosidekick.config` as the variables that the chart makes of it. */
  #sidekickEnv(): Node[] {
    const variables: Node[] = [];
    const flatten = (node: Node | undefined, prefix: string): void => {
      for (const { key, keyLocation, value } of entries(node)) {
        const path = `${prefix}${key.toLowerCase()}`;
        if (value.kind === "map") flatten(value, `${path}.`);
        else if (isKnownKey(path) && text(value) !== undefined && text(value) !== "") {
          const name = nodeAt(path.replaceAll(".", "_").toUpperCase(), keyLocation);
          variables.push(this.#map({ name, value }, keyLocation));
        }
      }
    };
    flatten(at(this.#values, "falcosidekick", "config"), "");
    return [...variables, ...items(at(this.#values, "falcosidekick", "config", "extraEnv"))];
  }
}

/** Values over values, as Helm lays them: maps are merged, lists replaced, null takes away. */
export function mergeValues(base: MapNode, over: MapNode): MapNode {
  const merged = new MapEditor(base);
  for (const { key, value } of over.entries) {
    const old = merged.get(key);
    if (value.kind === "scalar" && value.value === null) merged.set(key, undefined);
    else merged.set(key, value.kind === "map" && old?.kind === "map" ? mergeValues(old, value) : value);
  }
  return merged.done();
}

/** The major version of the rules that the chart of a Falco version installs. */
function rulesMajor(falcoVersion: string | undefined): string {
  const minor = Number(/^0\.(\d+)/.exec(falcoVersion ?? "")?.[1] ?? Number.POSITIVE_INFINITY);
  if (minor < 41) return "3";
  return minor < 42 ? "4" : "5";
}
