import type { Resource } from "../../../kubernetes/index.ts";
import { at, emptyMap, nodeAt, withEntry } from "../../../project/index.ts";
import { Chart } from "./chart.ts";
import { falcoYaml } from "./falco-yaml.ts";
import { falcoctlYaml } from "./falcoctl.ts";
import { fullName, type Release } from "./release.ts";
import { sidekick } from "./sidekick.ts";
import { serviceAccount, services, workload } from "./workload.ts";

/**
 * What the chart makes of values, as far as it decides what Falco loads and where alerts go. Each part stands
 * at the value that it comes from; what the chart adds by itself, at the beginning of the values.
 */
export function renderChart(release: Release): Resource[] {
  return release.chart === "falcosidekick" ? renderSidekick(release) : renderFalco(new Chart(release));
}

/** The chart of falcosidekick alone, whose values are those that stand under its name in Falco's. */
function renderSidekick(release: Release): Resource[] {
  const on = withEntry(release.values, "enabled", nodeAt(true, release.values));
  const values = withEntry(emptyMap(release.values), "falcosidekick", on);
  return sidekick(new Chart({ ...release, values }), fullName(release, "falcosidekick"));
}

function renderFalco(chart: Chart): Resource[] {
  const resources = [
    chart.resource("v1", "ConfigMap", chart.fullName, {
      data: chart.map({ "falco.yaml": falcoYaml(chart) }),
    }),
    chart.resource("v1", "ConfigMap", `${chart.fullName}-falcoctl`, {
      data: chart.map({ "falcoctl.yaml": falcoctlYaml(chart) }),
    }),
    serviceAccount(chart),
    workload(chart),
  ];
  const rules = at(chart.values, "customRules");
  if (rules?.kind === "map")
    resources.push(chart.resource("v1", "ConfigMap", `${chart.fullName}-rules`, { data: rules }));
  resources.push(...services(chart));
  if (chart.isOn("falcosidekick", "enabled"))
    resources.push(...sidekick(chart, `${chart.fullName}-falcosidekick`));
  return resources;
}
