import {
  at,
  items,
  type Location,
  type MapNode,
  type Node,
  nodeAt,
  text,
  withEntry,
  withValueAt,
} from "../../../project/index.ts";
import type { Chart } from "./chart.ts";

/** falco.yaml: the values under `falco`, with what the chart sets for sidekick, plugins, driver and metrics. */
export function falcoYaml(chart: Chart): MapNode {
  const own = chart.values.get("falco");
  const config = own?.kind === "map" ? own : chart.build.map({});
  return [withSidekick, withMetacollector, withEngine, withMetrics, withContainerPlugin].reduce(
    (made, step) => step(chart, made),
    config,
  );
}

function withSidekick({ values, build, names, release }: Chart, config: MapNode): MapNode {
  if (!values.isOn("falcosidekick", "enabled")) return config;
  const on = values.get("falcosidekick", "enabled")!;
  const stated = values.text("falco", "http_output", "url");
  // The template reads this spelling, not the one of the values.
  const port = values.text("falcosidekick", "listenport") ?? "2801";
  const host = `${names.full}-falcosidekick`;
  // Without the namespace of the release, which only the installation tells, the short name means the same.
  const domain =
    values.isOn("falcosidekick", "fullfqdn") && release.namespace !== undefined
      ? `.${release.namespace}.svc.cluster.local`
      : "";
  const set = [["json_output"], ["json_include_output_property"], ["http_output", "enabled"]].reduce<MapNode>(
    (map, path) => withValueAt(map, path, build.node(true, on)) as MapNode,
    config,
  );
  const location = values.get("falcosidekick", "listenport") ?? on;
  return stated === undefined
    ? (withValueAt(
        set,
        ["http_output", "url"],
        build.node(`http://${host}${domain}:${port}`, location),
      ) as MapNode)
    : set;
}

function withMetacollector(chart: Chart, config: MapNode): MapNode {
  if (!hasMetacollector(chart)) return config;
  const location = chart.values.get("collectors", "kubernetes", "enabled")!;
  return withPlugin(config, { name: "k8smeta", library_path: "libk8smeta.so" }, location);
}

/** Whether the chart loads the plugin that adds what the cluster says of pods. */
export function hasMetacollector({ values }: Chart): boolean {
  return values.isOn("collectors", "kubernetes", "enabled") && values.isOn("driver", "enabled");
}

/** The chart's loader chooses between the kernel module and the modern probe where the kind is `auto`. */
function withEngine({ values, build, driver }: Chart, config: MapNode): MapNode {
  if (!values.isOn("driver", "enabled")) return config;
  const location = values.get("driver", "kind") ?? build.location;
  const kind = driver === "auto" ? "modern_ebpf" : driver;
  return withEntry(config, "engine", build.node({ kind }, location));
}

function withMetrics({ values, build, isBefore }: Chart, config: MapNode): MapNode {
  if (!values.isOn("metrics", "enabled") || isBefore("4.6.0")) return config;
  const on = build.node(true, values.get("metrics", "enabled"));
  return [
    ["webserver", "prometheus_metrics_enabled"],
    ["webserver", "enabled"],
    ["metrics", "enabled"],
  ].reduce<MapNode>((map, path) => withValueAt(map, path, on) as MapNode, config);
}

function withContainerPlugin(chart: Chart, config: MapNode): MapNode {
  if (!chart.hasContainerPlugin) return config;
  const { build, values } = chart;
  const location = values.get("collectors", "containerEngine") ?? build.location;
  const init = build.map({ engines: chart.engines }, location);
  const plugin = { name: "container", library_path: "libcontainer.so" };
  return withPlugin(config, plugin, location, init);
}

/** A plugin that the values have themselves is neither set nor loaded. */
function withPlugin(
  config: MapNode,
  plugin: { readonly name: string; readonly library_path: string },
  location: Location,
  init?: Node,
): MapNode {
  if (items(at(config, "plugins")).some((item) => text(at(item, "name")) === plugin.name)) return config;
  const item = nodeAt(plugin, location) as MapNode;
  const whole = init === undefined ? item : withEntry(item, "init_config", init);
  return appended(appended(config, "plugins", whole), "load_plugins", nodeAt(plugin.name, location));
}

function appended(map: MapNode, key: string, node: Node): MapNode {
  const list = at(map, key);
  const already = items(list).some((item) => item.kind === "scalar" && text(item) === text(node));
  if (already) return map;
  const { text: source, span } = list ?? node;
  return withEntry(map, key, { kind: "seq", text: source, span, items: [...items(list), node] });
}

/** The artifact of the plugin; the chart 7.0.4 names none, and adds none. */
function containerPluginOf({ values }: Chart): Node | undefined {
  const node = values.get("collectors", "containerEngine", "pluginRef");
  return text(node) === "" ? undefined : node;
}

/** falcoctl.yaml; the artifacts of the plugins that the chart loads are added to those of the values. */
export function falcoctlYaml(chart: Chart): MapNode {
  const own = chart.values.get("falcoctl", "config");
  const config = own?.kind === "map" ? own : chart.build.map({});
  const added = [
    ...(hasMetacollector(chart) ? [chart.values.get("collectors", "kubernetes", "pluginRef")] : []),
    ...(chart.hasContainerPlugin ? [containerPluginOf(chart)] : []),
  ].filter((node) => node !== undefined);
  return added.reduce<MapNode>((map, node) => {
    const install = at(map, "artifact", "install");
    const refs = appended(install?.kind === "map" ? install : chart.build.map({}), "refs", node);
    return withValueAt(map, ["artifact", "install"], refs) as MapNode;
  }, config);
}

/** Whether falcoctl may fetch that type; what the chart adds itself is always allowed. */
export function isAllowed(chart: Chart, type: "rulesfile" | "plugin"): boolean {
  const allowed = chart.values
    .items("falcoctl", "config", "artifact", "allowedTypes")
    .map((item) => text(item));
  const adds = type === "plugin" && (hasMetacollector(chart) || chart.hasContainerPlugin);
  return adds || allowed.includes(type);
}
