import { at, entry, items, type Location, type Node, nodeAt, text } from "../../../project/index.ts";
import type { Chart } from "./chart.ts";

export function volumesOf(chart: Chart, falcoctl: boolean): { mounts: Node[]; volumes: Node[] } {
  const mounts: Node[] = [];
  const volumes: Node[] = [];
  const add = (
    name: string,
    mountPath: string,
    volume: object,
    location: Location = chart.location,
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
  if (chart.hasDriverLoader) add("specialized-falco-configs", "/etc/falco/config.d", { emptyDir: {} });
  volumes.push(
    nodeAt({ name: "falcoctl-config-volume", ...configMap(`${chart.fullName}-falcoctl`) }, chart.location),
  );
  const { missing } = chart.release;
  const config = missing ?? chart.value("falco") ?? chart.location;
  // Without all values, what the chart makes of them is as unknown as they are.
  const content = missing === undefined ? configMap(chart.fullName) : { [`values ${text(missing)}`]: {} };
  add("falco-yaml", "/etc/falco/falco.yaml", content, config, { subPath: "falco.yaml" });
  const rules = entry(chart.values, "customRules");
  if (rules?.value.kind === "map" && rules.value.entries.length > 0)
    add("rules-volume", "/etc/falco/rules.d", configMap(`${chart.fullName}-rules`), rules.keyLocation);
  if (chart.isNotOff("driver", "enabled")) {
    for (const path of ["/proc", "/etc"])
      add(`host${path.replaceAll("/", "-")}`, `/host${path}`, { hostPath: { path } });
    const sys = chart.or("/sys/kernel", "driver", "sysfsMountPath");
    if (chart.isNotOff("driver", "modernEbpf", "sysfsMount"))
      add("sys-fs", text(sys) ?? "/sys/kernel", { hostPath: { path: text(sys) } }, sys);
  }
  for (const [index, { path, location }] of sockets(chart).entries())
    add(`container-engine-socket-${index}`, `/host${path}`, { hostPath: { path } }, location);
  mounts.push(...items(at(chart.values, "mounts", "volumeMounts")));
  volumes.push(...items(at(chart.values, "mounts", "volumes")));
  return { mounts, volumes };
}

function sockets(chart: Chart): { path: string; location: Location }[] {
  if (!chart.hasContainerPlugin) return [];
  const defaults: Readonly<Record<string, readonly string[]>> = {
    docker: ["/var/run/docker.sock"],
    podman: ["/run/podman/podman.sock"],
    containerd: ["/run/host-containerd/containerd.sock"],
    cri: ["/run/containerd/containerd.sock", "/run/crio/crio.sock", "/run/k3s/containerd/containerd.sock"],
  };
  const found = new Map<string, Location>();
  for (const [engine, usual] of Object.entries(defaults)) {
    const settings = chart.value("collectors", "containerEngine", "engines", engine);
    if (text(at(settings, "enabled")) === "false") continue;
    const listed = at(settings, "sockets");
    if (listed === undefined) for (const path of usual) found.set(path, chart.location);
    for (const node of items(listed)) found.set(text(node) ?? "", node);
  }
  // Charts before 4.22 name one socket for each runtime.
  for (const runtime of ["docker", "containerd", "crio"]) {
    const socket = chart.value("collectors", runtime, "socket");
    if (socket !== undefined) found.set(text(socket) ?? "", socket);
  }
  return [...found].map(([path, location]) => ({ path, location }));
}
