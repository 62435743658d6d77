import { at, type MapNode, type Node, nodeAt, text, withEntry } from "../../../project/index.ts";
import { knownValue } from "../../evidence/index.ts";
import type { Chart } from "./chart.ts";
import { mountsOf } from "./mounts.ts";
import { chartName } from "./names.ts";
import { isTrue } from "./values.ts";

/** The pod of Falco: its labels and its specification. */
export function podTemplate(chart: Chart): MapNode {
  const { build, values, names } = chart;
  const own = nodeAt(names.selector, build.location) as MapNode;
  const extra = values.get("podLabels");
  const labels =
    extra?.kind === "map"
      ? extra.entries.reduce<MapNode>((map, { key, value }) => withEntry(map, key, value), own)
      : own;
  return build.map({ metadata: build.map({ labels }), spec: podSpec(chart) });
}

/** The first charts name no account, and so their pods have that of the namespace. */
export function serviceAccountName({ values, names, isBefore }: Chart): string | undefined {
  if (isBefore("4.1.0")) return undefined;
  return (
    values.text("serviceAccount", "name") ??
    (values.isOn("serviceAccount", "create") ? names.full : "default")
  );
}

function podSpec(chart: Chart): MapNode {
  const { build, values } = chart;
  const { mounts, volumes } = mountsOf(chart);
  const account = serviceAccountName(chart);
  const verbs = (["install", "follow"] as const).filter((verb) =>
    values.isOn("falcoctl", "artifact", verb, "enabled"),
  );
  const stated = (...path: string[]) => (values.isOn(...path) ? values.get(...path) : undefined);
  const onHost = chart.isBefore("9.0.0") && isOnHostNetwork(chart);
  return build.map({
    serviceAccountName: account === undefined ? undefined : build.node(account, values.get("serviceAccount")),
    securityContext: stated("podSecurityContext"),
    priorityClassName: stated("podPriorityClassName"),
    nodeSelector: stated("nodeSelector"),
    affinity: stated("affinity"),
    tolerations: stated("tolerations"),
    hostNetwork: onHost ? build.node(true, values.get("driver", "kind")) : undefined,
    hostPID: chart.driver === "gvisor" ? build.node(true, values.get("driver", "kind")) : undefined,
    initContainers: build.list([
      ...values.items("extra", "initContainers"),
      ...(chart.hasDriverLoader ? [driverLoader(chart)] : []),
      ...(verbs.includes("install") ? [falcoctl(chart, "install")] : []),
    ]),
    containers: build.list([
      falco(chart, mounts),
      ...(verbs.includes("follow") ? [falcoctl(chart, "follow")] : []),
    ]),
    volumes: build.list(volumes),
  });
}

function isOnHostNetwork({ driver, values }: Chart): boolean {
  if (driver === "gvisor") return true;
  return (
    driver === "ebpf" && values.isOn("driver", "enabled") && values.isOn("driver", "ebpf", "hostNetwork")
  );
}

function falco(chart: Chart, mounts: readonly Node[]): MapNode {
  const { build, values } = chart;
  const name = chartName(chart.release);
  const isServed =
    values.isOn("falco", "webserver", "enabled") ||
    (values.isOn("metrics", "enabled") && !chart.isBefore("4.6.0"));
  const port = values.get("falco", "webserver", "listen_port");
  const path = values.get("falco", "webserver", "k8s_healthz_endpoint");
  const probe = build.map({ httpGet: build.map({ path, port }) });
  return build.map({
    name: build.node(name),
    image: image(chart, knownValue(chart.release.falcoVersion)),
    args: build.list(args(chart)),
    env: build.list([...environment(chart), ...values.items("extra", "env")]),
    resources: values.get("resources"),
    ports:
      isServed && !chart.isBefore("4.18.0")
        ? build.list([build.map({ containerPort: port, name: build.node("web") })])
        : undefined,
    livenessProbe: isServed ? probe : undefined,
    readinessProbe: isServed ? probe : undefined,
    startupProbe: isServed && !chart.isBefore("7.0.3") ? probe : undefined,
    securityContext: securityContext(chart),
    volumeMounts: build.list(mounts),
  });
}

function args({ build, values, driver, isBefore, oldCollectors }: Chart): Node[] {
  const extra = values.items("extra", "args");
  const words = [build.node("/usr/bin/falco")];
  const isUserSpace = extra.some((word) => ["-u", "--userspace"].includes(text(word) ?? ""));
  if (!values.isOn("driver", "enabled") && !isUserSpace && (driver !== "gvisor" || !isBefore("9.0.0"))) {
    const location = values.get("driver", "enabled") ?? build.location;
    words.push(build.node("--disable-source", location), build.node("syscall", location));
  }
  if (isBefore("4.22.0") && values.isOn("collectors", "enabled")) {
    const named = isBefore("4.18.0") ? ["containerd", "crio"] : [];
    for (const name of named.filter((runtime) => oldCollectors.includes(runtime))) {
      const socket = name === "crio" ? "/run/crio/crio.sock" : "/run/containerd/containerd.sock";
      words.push(build.node("--cri"), build.node(socket));
    }
    words.push(build.node("-pk"));
  }
  return [...words, ...extra];
}

function environment({ build, values, isBefore }: Chart): Node[] {
  const fromNode = (name: string) => ({ name, valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } });
  const isStated = values
    .items("extra", "env")
    .some((variable) => text(at(variable, "name")) === "FALCO_HOSTNAME");
  const hasHostName = isBefore("8.0.4") ? !isBefore("4.3.0") : values.isOn("falcoHostnameEnv") && !isStated;
  return [
    ...(isBefore("4.3.0") ? [] : [build.node({ name: "HOST_ROOT", value: "/host" })]),
    ...(hasHostName ? [build.node(fromNode("FALCO_HOSTNAME"))] : []),
    build.node(fromNode("FALCO_K8S_NODE_NAME")),
  ];
}

function image({ values, build }: Chart, fallbackTag: string | undefined, ...path: readonly string[]): Node {
  const at = (key: string) => values.get(...path, "image", key);
  const registry = text(at("registry"));
  const name = text(at("repository")) ?? "";
  const tagNode = isTrue(at("tag")) ? at("tag") : undefined;
  const tag = text(tagNode) ?? fallbackTag;
  // Without a tag the chart takes its own version, which the values do not tell.
  const reference = `${registry ? `${registry}/` : ""}${name}${tag === undefined ? "@chart" : `:${tag}`}`;
  return build.node(reference, tagNode ?? at("repository") ?? build.location);
}

/** That of the values, or what the chart sets for the driver. */
function securityContext(chart: Chart): Node {
  const { values, build, driver } = chart;
  const stated = values.get("containerSecurityContext");
  if (stated !== undefined && isTrue(stated)) return stated;
  if (!values.isOn("driver", "enabled")) return build.map({});
  const least = (engine: string, ...add: string[]) => {
    const location = values.get("driver", engine, "leastPrivileged");
    return values.isOn("driver", engine, "leastPrivileged")
      ? build.node({ capabilities: { add } }, location)
      : build.node({ privileged: true }, values.get("driver", "kind"));
  };
  switch (driver) {
    case "modern_ebpf":
      return least("modernEbpf", "BPF", "SYS_RESOURCE", "PERFMON", "SYS_PTRACE");
    case "ebpf":
      return least("ebpf", "SYS_ADMIN", "SYS_RESOURCE", "SYS_PTRACE");
    case "kmod":
    case "auto":
      return build.node({ privileged: true }, values.get("driver", "kind"));
    default:
      return build.map({});
  }
}

/** It writes the driver that it chose into a part of the configuration. */
function driverLoader(chart: Chart): Node {
  const { build, values, isBefore, driver } = chart;
  const stated = values.get("driver", "loader", "initContainer", "securityContext");
  const isPrivileged = driver === "kmod" || driver === "auto";
  const hostFolders = ["/proc", "/boot", "/lib/modules", "/usr", "/etc"].map((path) => ({
    name: path === "/lib/modules" ? "lib-modules" : `${path.slice(1)}-fs`,
    mountPath: `/host${path}`,
    ...(path === "/lib/modules" ? {} : { readOnly: true }),
  }));
  return build.map({
    name: build.node(`${chartName(chart.release)}-driver-loader`),
    image: image(chart, knownValue(chart.release.falcoVersion), "driver", "loader", "initContainer"),
    securityContext:
      stated !== undefined && isTrue(stated)
        ? stated
        : isPrivileged
          ? build.node({ privileged: true })
          : undefined,
    volumeMounts: build.node([
      { name: "root-falco-fs", mountPath: "/root/.falco" },
      ...hostFolders,
      ...(isBefore("4.8.3") ? [] : [{ name: "specialized-falco-configs", mountPath: "/etc/falco/config.d" }]),
    ]),
    env: build.list(values.items("driver", "loader", "initContainer", "env")),
  });
}

function falcoctl(chart: Chart, verb: "install" | "follow"): Node {
  const { build, values } = chart;
  const mount = (name: string, directory: Node | undefined): Node =>
    build.map({ name: build.node(name), mountPath: directory });
  const settings = ["falcoctl", "config", "artifact", verb] as const;
  return build.map({
    name: build.node(`falcoctl-artifact-${verb}`),
    image: image(chart, undefined, "falcoctl"),
    args: build.list([
      build.node("artifact"),
      build.node(verb),
      ...values.items("falcoctl", "artifact", verb, "args"),
    ]),
    volumeMounts: build.list([
      mount("plugins-install-dir", values.get(...settings, "pluginsDir")),
      mount("rulesfiles-install-dir", values.get(...settings, "rulesfilesDir")),
      mount("falcoctl-config-volume", build.node("/etc/falcoctl")),
      ...(chart.isBefore("7.2.0") ? [] : [mount("artifact-state-dir", values.get(...settings, "stateDir"))]),
      ...values.items("falcoctl", "artifact", verb, "mounts", "volumeMounts"),
    ]),
    env: build.list(values.items("falcoctl", "artifact", verb, "env")),
  });
}
