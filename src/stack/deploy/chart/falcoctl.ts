import { at, items, type MapNode, type Node, nodeAt, withValueAt } from "../../../project/index.ts";
import { knownValue } from "../../evidence/index.ts";
import type { Chart } from "./chart.ts";
import { mergeValues } from "./release.ts";

export function falcoctlYaml(chart: Chart): Node {
  const major = rulesMajor(knownValue(chart.release.falcoVersion));
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
    chart.location,
  ) as MapNode;
  const over = chart.value("falcoctl", "config");
  const merged = over?.kind === "map" ? mergeValues(defaults, over) : defaults;
  if (!chart.hasContainerPlugin) return merged;
  const refs = items(at(merged, "artifact", "install", "refs"));
  const own = chart.or(
    "ghcr.io/falcosecurity/plugins/plugin/container",
    "collectors",
    "containerEngine",
    "pluginRef",
  );
  const list: Node = { kind: "seq", text: own.text, span: own.span, items: [...refs, own] };
  return withValueAt(merged, ["artifact", "install", "refs"], list);
}

export function falcoctlContainer(chart: Chart, verb: "install" | "follow"): Node {
  const mount = (name: string, directory: Node): Node =>
    chart.map({ name: nodeAt(name, chart.location), mountPath: directory });
  const directory = (key: string, fallback: string): Node =>
    chart.or(fallback, "falcoctl", "config", "artifact", verb, key);
  return chart.map({
    name: nodeAt(`falcoctl-artifact-${verb}`, chart.location),
    image: chart.image("falcosecurity/falcoctl", "0.13.0", "falcoctl"),
    args: chart.list(
      nodeAt("artifact", chart.location),
      nodeAt(verb, chart.location),
      ...items(at(chart.values, "falcoctl", "artifact", verb, "args")),
    ),
    volumeMounts: chart.list(
      mount("plugins-install-dir", directory("pluginsDir", "/plugins")),
      mount("rulesfiles-install-dir", directory("rulesfilesDir", "/rulesfiles")),
      mount("falcoctl-config-volume", nodeAt("/etc/falcoctl", chart.location)),
    ),
  });
}

/** The major version of the rules that the chart of a Falco version installs. */
function rulesMajor(falcoVersion: string | undefined): string {
  const minor = Number(/^0\.(\d+)/.exec(falcoVersion ?? "")?.[1] ?? Number.POSITIVE_INFINITY);
  if (minor < 41) return "3";
  return minor < 42 ? "4" : "5";
}
