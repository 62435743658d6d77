import type { Resource } from "../../../kubernetes/index.ts";
import { at, nodeAt, text, withEntry } from "../../../project/index.ts";
import { roleOf } from "./access.ts";
import { Chart } from "./chart.ts";
import { falcoctlYaml, falcoYaml } from "./config.ts";
import { podTemplate, serviceAccountName } from "./pod.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import type { Release } from "./release.ts";
import { renderSidekick } from "./sidekick.ts";

/**
 * The manifests that the chart renders from values, as far as they decide what Falco loads and where alerts go; nothing of values that it
 * refuses. Each part has the position of its value; what the chart adds by itself, that of the beginning of the
 * values. Held against Helm over the cases of scripts/helm-cases.ts.
 */
export function renderChart(release: Release): Resource[] {
  const chart = new Chart(release);
  if (refusalOf(chart) !== undefined) return [];
  return release.chart === "falcosidekick" ? renderSidekick(chart) : renderFalco(chart);
}

/** Why the chart makes nothing of the values of a release; undefined where it takes them. */
export function chartRefusal(release: Release): Refusal | undefined {
  return release.isCopy ? undefined : refusalOf(new Chart(release));
}

function renderFalco(chart: Chart): Resource[] {
  const { build, values, names } = chart;
  const resource = (
    apiVersion: string,
    kind: string,
    name: string,
    parts: Parameters<typeof build.resource>[3],
  ) => build.resource(apiVersion, kind, { name, namespace: names.namespace }, parts);
  const resources = [
    resource("v1", "ConfigMap", names.full, { data: build.map({ "falco.yaml": falcoYaml(chart) }) }),
    workload(chart),
  ];
  const runs = ["install", "follow"].some((verb) => values.isOn("falcoctl", "artifact", verb, "enabled"));
  if (runs)
    resources.push(
      resource("v1", "ConfigMap", `${names.full}-falcoctl`, {
        data: build.map({ "falcoctl.yaml": falcoctlYaml(chart) }),
      }),
    );
  const account = serviceAccountName(chart);
  if (account !== undefined && values.isOn("serviceAccount", "create"))
    resources.push(resource("v1", "ServiceAccount", account, {}));
  if (account !== undefined && values.isOn("rbac", "create") && text(values.get("driver", "kind")) === "auto")
    resources.push(...roleOf(build, names.full, names.namespace, account, loaderRules));
  if (values.isOn("metrics", "enabled") && values.isOn("metrics", "service", "create")) {
    const { port, targetPort } = metricsPorts(chart);
    const ports = build.list([build.map({ port, targetPort, name: build.node("metrics") })]);
    const spec = build.map({ selector: build.node(names.selector), ports });
    resources.push(resource("v1", "Service", `${names.full}-metrics`, { spec }));
  }
  const rules = values.get("customRules");
  if (rules?.kind === "map" && rules.entries.length > 0)
    resources.push(resource("v1", "ConfigMap", `${names.full}-rules`, { data: rules }));
  for (const node of values.items("services")) {
    if (node.kind !== "map") continue;
    const spec = withEntry(withEntry(node, "name", undefined), "selector", nodeAt(names.selector, node));
    resources.push(resource("v1", "Service", `${names.full}-${text(at(node, "name")) ?? ""}`, { spec }));
  }
  return values.isOn("falcosidekick", "enabled") ? [...resources, ...renderSidekick(chart)] : resources;
}

function metricsPorts({ values }: Chart) {
  const path = ["metrics", "service", "ports", "metrics"] as const;
  return { port: values.get(...path, "port"), targetPort: values.get(...path, "targetPort") };
}

/** The loader writes the driver that it chose into the ConfigMap. */
const loaderRules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list", "update"] }];

function workload(chart: Chart): Resource {
  const { build, values, names } = chart;
  const isDeployment = text(values.get("controller", "kind")) === "deployment";
  const spec = build.map({
    replicas: isDeployment ? values.get("controller", "deployment", "replicas") : undefined,
    updateStrategy: isDeployment ? undefined : values.get("controller", "daemonset", "updateStrategy"),
    selector: build.node({ matchLabels: names.selector }),
    template: podTemplate(chart),
  });
  const own = { name: names.full, namespace: names.namespace };
  return build.resource("apps/v1", isDeployment ? "Deployment" : "DaemonSet", own, { spec });
}
