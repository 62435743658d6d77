import type { Resource } from "../../../kubernetes/index.ts";
import {
  at,
  entries,
  entry,
  items,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
} from "../../../project/index.ts";
import { knownValue } from "../../evidence/index.ts";
import type { Chart } from "./chart.ts";
import { falcoctlContainer } from "./falcoctl.ts";
import { mergeValues } from "./release.ts";
import { volumesOf } from "./volumes.ts";

/** Label that all pods of Falco from a chart have, in the terms of this model. */
const falcoLabels = { "app.kubernetes.io/name": "falco" };

export function workload(chart: Chart): Resource {
  const deployment = text(at(chart.values, "controller", "kind")) === "deployment";
  const spec = {
    selector: nodeAt({ matchLabels: falcoLabels }, chart.location),
    updateStrategy: deployment ? undefined : chart.value("controller", "daemonset", "updateStrategy"),
    template: chart.map({
      metadata: nodeAt({ labels: falcoLabels }, chart.location),
      spec: pod(chart),
    }),
  };
  return chart.resource("apps/v1", deployment ? "Deployment" : "DaemonSet", chart.fullName, {
    spec: chart.map(spec),
  });
}

export function serviceAccount(chart: Chart): Resource {
  return chart.resource(
    "v1",
    "ServiceAccount",
    text(chart.value("serviceAccount", "name")) ?? chart.fullName,
    {},
  );
}

/** Services for plugins that wait for events. */
export function services(chart: Chart): Resource[] {
  return items(at(chart.values, "services")).flatMap((node) => {
    if (node.kind !== "map") return [];
    const spec = withEntry(withEntry(node, "name", undefined), "selector", nodeAt(falcoLabels, node));
    return [chart.resource("v1", "Service", `${chart.fullName}-${text(at(node, "name")) ?? ""}`, { spec })];
  });
}

function pod(chart: Chart): MapNode {
  const installs = chart.isNotOff("falcoctl", "artifact", "install", "enabled");
  const follows = chart.isNotOff("falcoctl", "artifact", "follow", "enabled");
  const { mounts, volumes } = volumesOf(chart, installs || follows);
  const tolerations = ["master", "control-plane"].map((role) => ({
    effect: "NoSchedule",
    key: `node-role.kubernetes.io/${role}`,
    operator: "Exists",
  }));
  return chart.map({
    serviceAccountName: nodeAt(text(chart.value("serviceAccount", "name")) ?? chart.fullName, chart.location),
    automountServiceAccountToken: nodeAt(false, chart.location),
    priorityClassName: chart.value("podPriorityClassName"),
    nodeSelector: chart.value("nodeSelector"),
    tolerations: chart.or(tolerations, "tolerations"),
    initContainers: chart.list(
      ...items(at(chart.values, "extra", "initContainers")),
      ...(chart.hasDriverLoader ? [driverLoader(chart)] : []),
      ...(installs ? [falcoctlContainer(chart, "install")] : []),
    ),
    containers: chart.list(
      falcoContainer(chart, mounts),
      ...(follows ? [falcoctlContainer(chart, "follow")] : []),
    ),
    volumes: chart.list(...volumes),
  });
}

function falcoContainer(chart: Chart, mounts: readonly Node[]): MapNode {
  const args = [nodeAt("/usr/bin/falco", chart.location), ...items(at(chart.values, "extra", "args"))];
  if (!chart.isNotOff("driver", "enabled")) {
    const location = at(chart.values, "driver", "enabled")!;
    args.push(nodeAt("--disable-source", location), nodeAt("syscall", location));
  }
  const server = chart.value("falco", "webserver");
  const probe = nodeAt(
    {
      httpGet: {
        path: text(at(server, "k8s_healthz_endpoint")) ?? "/healthz",
        port: text(at(server, "listen_port")) ?? "8765",
      },
    },
    chart.location,
  );
  const served = text(at(server, "enabled")) !== "false";
  return chart.map({
    name: nodeAt("falco", chart.location),
    image: chart.image("falcosecurity/falco", knownValue(chart.release.falcoVersion)),
    args: chart.list(...args),
    env: chart.list(
      nodeAt({ name: "HOST_ROOT", value: "/host" }, chart.location),
      ...items(at(chart.values, "extra", "env")),
    ),
    resources: resources(chart),
    livenessProbe: served ? probe : undefined,
    securityContext: securityContext(chart),
    volumeMounts: chart.list(...mounts),
  });
}

function resources(chart: Chart): Node {
  const own = nodeAt(
    { requests: { cpu: "100m", memory: "512Mi" }, limits: { cpu: "1000m", memory: "1024Mi" } },
    chart.location,
  ) as MapNode;
  const over = chart.value("resources");
  return over?.kind === "map" ? mergeValues(own, over) : own;
}

/** That of the values, or what the chart sets for the driver. The file system is the chart's own affair. */
function securityContext(chart: Chart): Node {
  const stated = chart.value("containerSecurityContext");
  const readOnly = nodeAt(true, chart.location);
  if (stated?.kind === "map" && entries(stated).length > 0)
    return entry(stated, "readOnlyRootFilesystem") === undefined
      ? withEntry(stated, "readOnlyRootFilesystem", readOnly)
      : stated;
  const least = chart.driver === "modern_ebpf" && chart.isOn("driver", "modernEbpf", "leastPrivileged");
  const location =
    chart.value("driver", "modernEbpf", "leastPrivileged") ?? chart.value("driver", "kind") ?? chart.location;
  const context = least
    ? { privileged: false, capabilities: { add: ["BPF", "SYS_RESOURCE", "PERFMON", "SYS_PTRACE"] } }
    : { privileged: chart.isNotOff("driver", "enabled") };
  return withEntry(nodeAt(context, location) as MapNode, "readOnlyRootFilesystem", readOnly);
}

/** It writes the driver that it chose into a part of the configuration. */
function driverLoader(chart: Chart): Node {
  return chart.map({
    name: nodeAt("falco-driver-loader", chart.location),
    image: chart.image(
      "falcosecurity/falco-driver-loader",
      knownValue(chart.release.falcoVersion),
      "driver",
      "loader",
      "initContainer",
    ),
    volumeMounts: nodeAt(
      [{ name: "specialized-falco-configs", mountPath: "/etc/falco/config.d" }],
      chart.location,
    ),
  });
}
