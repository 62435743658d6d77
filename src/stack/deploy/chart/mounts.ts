import { items, type Location, type Node, nodeAt, text } from "../../../project/index.ts";
import type { Chart } from "./chart.ts";
import { isAllowed } from "./config.ts";

interface Volume {
  readonly name: string;
  readonly volume: Readonly<Record<string, unknown>>;
  /** Where Falco has it; undefined where only init containers do. */
  readonly mount?: Readonly<Record<string, unknown>> & { readonly mountPath: string };
  readonly location?: Location | undefined;
}

/** What the Falco container mounts, and the volumes of the pod. */
export function mountsOf(chart: Chart): { readonly mounts: Node[]; readonly volumes: Node[] } {
  const all = [
    ...sockets(chart),
    ...artifacts(chart),
    ...hostFolders(chart),
    ...kernel(chart),
    ...configuration(chart),
    ...certificates(chart),
    ...grpcSocket(chart),
  ];
  const { build, values, isBefore } = chart;
  const mounts = all.flatMap(({ name, mount, location }) =>
    mount === undefined ? [] : [nodeAt({ name, ...mount }, location ?? build.location)],
  );
  // Some releases leave the other volumes out without that init container, and then no pod starts.
  const isWhole =
    isBefore("4.22.0") || !isBefore("5.0.1") || values.isOn("falcoctl", "artifact", "install", "enabled");
  const volumes = (isWhole ? all : sockets(chart)).map(({ name, volume, location }) =>
    nodeAt({ name, ...volume }, location ?? build.location),
  );
  return {
    mounts: [...mounts, ...values.items("mounts", "volumeMounts")],
    volumes: [...volumes, ...(isWhole ? values.items("mounts", "volumes") : [])],
  };
}

function sockets(chart: Chart): Volume[] {
  const { values, oldCollectors, isBefore } = chart;
  if (!values.isOn("collectors", "enabled")) return [];
  if (isBefore("4.22.0") || (oldCollectors.length > 0 && values.isOn("driver", "enabled"))) {
    return oldCollectors.flatMap((name) => {
      const socket = values.get("collectors", name, "socket");
      // The first charts mount where the runtime has its socket, wherever it is on the node.
      const usual = { docker: "/var/run/docker.sock", crio: "/run/crio/crio.sock" }[name];
      const inside = isBefore("4.22.0") ? (usual ?? "/run/containerd/containerd.sock") : text(socket);
      return [hostPath(`${name}-socket`, text(socket) ?? "", { mountPath: `/host${inside ?? ""}` }, socket)];
    });
  }
  if (!chart.hasContainerPlugin) return [];
  const seen = new Set<string>();
  return chart.enabledEngines
    .flatMap(({ name, settings }) =>
      settings.kind === "map"
        ? items(settings.entries.find(({ key }) => key === "sockets")?.value).map((socket, index) => ({
            socket,
            name: `${name}-socket-${index}`,
          }))
        : [],
    )
    .filter(({ socket }) => {
      const isNew = isBefore("6.2.0") || !seen.has(text(socket) ?? "");
      seen.add(text(socket) ?? "");
      return isNew;
    })
    .map(({ socket, name }, index) => {
      const path = text(socket) ?? "";
      const title = isBefore("6.2.0") ? name : `container-engine-socket-${index}`;
      return hostPath(title, path, { mountPath: `/host${path}` }, socket);
    });
}

/** What falcoctl fetches and Falco reads; where falcoctl may not fetch rules, the image has its own. */
function artifacts(chart: Chart): Volume[] {
  const { values, isBefore } = chart;
  const runs = ["install", "follow"].some((verb) => values.isOn("falcoctl", "artifact", verb, "enabled"));
  const loader: Volume[] =
    chart.hasDriverLoader && !isBefore("4.8.3")
      ? [{ ...empty("specialized-falco-configs"), mount: { mountPath: "/etc/falco/config.d" } }]
      : [];
  if (!runs) return loader;
  return [
    mountedIf(isAllowed(chart, "rulesfile"), empty("rulesfiles-install-dir"), "/etc/falco"),
    mountedIf(isAllowed(chart, "plugin"), empty("plugins-install-dir"), "/usr/share/falco/plugins"),
    ...(isBefore("7.2.0") ? [] : [empty("artifact-state-dir")]),
    ...loader,
  ];
}

function mountedIf(isMounted: boolean, volume: Volume, mountPath: string): Volume {
  return isMounted ? { ...volume, mount: { mountPath } } : volume;
}

function hostFolders(chart: Chart): Volume[] {
  const { values, build } = chart;
  const hasDriver = values.isOn("driver", "enabled");
  const loads = values.isOn("driver", "loader", "enabled");
  const found: Volume[] = [{ ...empty("root-falco-fs"), mount: { mountPath: "/root/.falco" } }];
  // Without a loader, Falco's own image loads the driver, and the chart is careful with /proc as well.
  const own = hasDriver && !loads;
  if (mountsProc(chart))
    found.push(hostPath("proc-fs", "/proc", { mountPath: "/host/proc", ...(own ? { readOnly: true } : {}) }));
  if (!hasDriver) return found;
  const at = values.get("driver", "loader", "enabled") ?? build.location;
  const place = (path: string, mount: object): Volume =>
    own
      ? hostPath(nameOf(path), path, { mountPath: `/host${path}`, ...mount }, at)
      : { name: nameOf(path), volume: { hostPath: { path } } };
  return [
    ...found,
    place("/boot", { readOnly: true }),
    place("/lib/modules", {}),
    place("/usr", { readOnly: true }),
    hostPath("etc-fs", "/etc", { mountPath: "/host/etc", readOnly: true }),
  ];
}

function mountsProc({ values, isBefore }: Chart): boolean {
  if (values.isOn("driver", "enabled")) return true;
  if (isBefore("4.9.0")) return values.isOn("mounts", "enforceProcMount");
  // From then on it is mounted for a setting of falco.yaml that the chart has on.
  return isBefore("8.0.5") || text(values.get("falco", "plugins_hostinfo")) !== "false";
}

function nameOf(path: string): string {
  return path === "/lib/modules" ? "lib-modules" : `${path.slice(1)}-fs`;
}

function kernel(chart: Chart): Volume[] {
  const { values, driver, isBefore } = chart;
  if (!values.isOn("driver", "enabled")) return [];
  const found: Volume[] = [];
  // The first charts leave these out where the loader chooses the driver.
  if (driver === "kmod" || (driver === "auto" && !isBefore("4.4.0"))) {
    found.push(hostPath("dev-fs", "/dev", { mountPath: "/host/dev", readOnly: true }));
    const module = isBefore("4.8.2") ? "/sys/module/falco" : "/sys/module";
    const name = isBefore("7.0.0") ? "sys-fs" : "sys-module-fs";
    found.push(hostPath(name, module, { mountPath: module }));
  }
  const noDriverImage = values.text("image", "repository")?.includes("falco-no-driver") ?? false;
  if (isBefore("7.0.0") && driver === "ebpf" && noDriverImage)
    found.push(hostPath("debugfs", "/sys/kernel/debug", { mountPath: "/sys/kernel/debug" }));
  if (!isBefore("7.0.0") && hasSysfs(chart)) {
    const path = values.get("driver", "sysfsMountPath");
    const folder = text(path) ?? "";
    found.push(hostPath("sys-fs", folder, { mountPath: folder, readOnly: true }, path));
  }
  return found;
}

function hasSysfs({ values, driver }: Chart): boolean {
  if (driver === "ebpf") return values.isOn("driver", "ebpf", "sysfsMount");
  return ["modern_ebpf", "auto"].includes(driver) && values.isOn("driver", "modernEbpf", "sysfsMount");
}

function configuration(chart: Chart): Volume[] {
  const { values, names, build, release } = chart;
  const configMap = (name: string, file: string) => ({
    configMap: { name, items: [{ key: file, path: file }] },
  });
  const { missing } = release;
  const config = missing ?? values.get("falco") ?? build.location;
  // Without all values, what the chart renders is as unknown as they are.
  const content =
    missing === undefined ? configMap(names.full, "falco.yaml") : { [`values ${text(missing)}`]: {} };
  const found: Volume[] = [
    { name: "falcoctl-config-volume", volume: configMap(`${names.full}-falcoctl`, "falcoctl.yaml") },
    {
      name: "falco-yaml",
      volume: content,
      mount: { mountPath: "/etc/falco/falco.yaml", subPath: "falco.yaml" },
      location: config,
    },
  ];
  if (values.isOn("customRules")) {
    const location = chart.values.root.entries.find(({ key }) => key === "customRules")?.keyLocation;
    found.push({
      name: "rules-volume",
      volume: { configMap: { name: `${names.full}-rules` } },
      mount: { mountPath: "/etc/falco/rules.d" },
      location,
    });
  }
  return found;
}

function certificates({ values, names }: Chart): Volume[] {
  const found: Volume[] = [];
  const has = (role: "server" | "client") =>
    values.isOn("certs", role, "key") &&
    values.isOn("certs", role, "crt") &&
    values.isOn("certs", "ca", "crt");
  const add = (name: string, role: "server" | "client", key: string, own: string, mountPath: string) => {
    const existing = values.text("certs", key);
    if (existing === undefined && !has(role)) return;
    const location = values.get("certs");
    const secretName = existing ?? `${names.full}-${own}`;
    found.push({ name, volume: { secret: { secretName } }, mount: { mountPath, readOnly: true }, location });
  };
  add("certs-volume", "server", "existingSecret", "certs", "/etc/falco/certs");
  add("client-certs-volume", "client", "existingClientSecret", "client-certs", "/etc/falco/certs/client");
  return found;
}

/** Of charts before 9.0.0, whose Falco has a gRPC server. */
function grpcSocket({ values, isBefore }: Chart): Volume[] {
  if (!isBefore("9.0.0") || !values.isOn("falco", "grpc", "enabled")) return [];
  const address = values.text("falco", "grpc", "bind_address") ?? "";
  if (!address.startsWith("unix://")) return [];
  const folder = address.slice("unix://".length).replace(/\/[^/]*$/, "") || "/";
  return [hostPath("grpc-socket-dir", folder, { mountPath: folder }, values.get("falco", "grpc"))];
}

function empty(name: string): Volume {
  return { name, volume: { emptyDir: {} } };
}

function hostPath(
  name: string,
  path: string,
  mount: NonNullable<Volume["mount"]>,
  location?: Location | undefined,
): Volume {
  return { name, volume: { hostPath: { path } }, mount, location };
}
