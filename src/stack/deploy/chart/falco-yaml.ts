import {
  at,
  items,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
  withValueAt,
} from "../../../project/index.ts";
import { isChartBefore } from "../chart-version.ts";
import type { Chart } from "./chart.ts";
import { mergeValues } from "./release.ts";

/** What charts before 7.0.0 have under `plugins`, for values that load one by its name alone. */
const oldPlugins = [
  { name: "k8saudit", library_path: "libk8saudit.so", open_params: "http://:9765/k8s-audit" },
  { name: "cloudtrail", library_path: "libcloudtrail.so" },
  { name: "json", library_path: "libjson.so" },
];

/** falco.yaml: the chart's own, the values over it, and what the chart sets for driver, sidekick and metrics. */
export function falcoYaml(chart: Chart): Node {
  const own = nodeAt(
    {
      config_files: ["/etc/falco/config.d"],
      [isChartBefore(chart.release, "4.7.1") ? "rules_file" : "rules_files"]: [
        "/etc/falco/falco_rules.yaml",
        "/etc/falco/falco_rules.local.yaml",
        "/etc/falco/rules.d",
      ],
      load_plugins: [],
      plugins: isChartBefore(chart.release, "7.0.0") ? oldPlugins : [],
      priority: "debug",
      json_output: false,
      stdout_output: { enabled: true },
      syslog_output: { enabled: true },
      http_output: { enabled: false },
      webserver: { enabled: true, listen_port: 8765, k8s_healthz_endpoint: "/healthz" },
      syscall_event_drops: { actions: ["log", "alert"] },
    },
    chart.location,
  ) as MapNode;
  const over = chart.value("falco");
  let config = over?.kind === "map" ? mergeValues(own, over) : own;
  if (over !== undefined) config = { ...config, text: over.text, span: over.span };
  if (chart.isNotOff("driver", "enabled")) {
    const kind = chart.driver === "auto" ? "modern_ebpf" : chart.driver;
    const location = chart.value("driver", "kind") ?? chart.location;
    config = withValueAt(config, ["engine", "kind"], nodeAt(kind, location)) as MapNode;
  }
  if (chart.isOn("falcosidekick", "enabled")) config = withSidekick(chart, config);
  if (chart.isOn("metrics", "enabled")) {
    const on = at(chart.values, "metrics", "enabled")!;
    config = withValueAt(config, ["metrics", "enabled"], on) as MapNode;
    config = withValueAt(config, ["webserver", "prometheus_metrics_enabled"], on) as MapNode;
  }
  return chart.hasContainerPlugin ? withContainerPlugin(chart, config) : config;
}

function withContainerPlugin(chart: Chart, config: MapNode): MapNode {
  const plugins = items(at(config, "plugins"));
  if (plugins.some((plugin) => text(at(plugin, "name")) === "container")) return config;
  const location = chart.value("collectors", "containerEngine") ?? chart.location;
  const item = chart.map(
    {
      name: nodeAt("container", location),
      library_path: nodeAt("libcontainer.so", location),
      init_config: chart.map({ engines: chart.value("collectors", "containerEngine", "engines") }, location),
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

function withSidekick(chart: Chart, config: MapNode): MapNode {
  const on = at(chart.values, "falcosidekick", "enabled")!;
  const port = text(chart.or("2801", "falcosidekick", "listenPort")) ?? "2801";
  const url = chart.value("falco", "http_output", "url");
  let set = withEntry(config, "json_output", on);
  set = withValueAt(set, ["http_output", "enabled"], on) as MapNode;
  const own = nodeAt(`http://${chart.fullName}-falcosidekick:${port}`, on);
  return withValueAt(set, ["http_output", "url"], url ?? own) as MapNode;
}
