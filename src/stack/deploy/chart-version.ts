import { isIn } from "../../falco/index.ts";
import type { Resource } from "../../kubernetes/index.ts";
import { at, text } from "../../project/index.ts";
import { type Known, known, knownValue } from "../evidence/index.ts";
import table from "./helm-values-keys.json" with { type: "json" };
import oldCharts from "./old-charts.json" with { type: "json" };
import { newestIn } from "./version-range.ts";

/** What is known of a release's versions. */
interface Versions {
  readonly falcoVersion: Known<string>;
  readonly chartVersion: Known<string> | undefined;
}

/** A release of the Falco chart, with the Falco that it brings. */
interface ChartRelease {
  readonly chart: string;
  readonly falco: string;
}

/** From the oldest to the newest. Source: the chart's release tags. */
const chartReleases: readonly ChartRelease[] = [...oldCharts, ...table.versions];

/**
 * The release of the Falco chart that a version stands for: `4.2.5`, or the newest that a range such as `4.x` or
 * `^4.2.0` allows. Undefined where no release that is known is meant.
 */
export function chartRelease(version: string): ChartRelease | undefined {
  const chart = newestIn(
    version,
    chartReleases.map((release) => release.chart),
  );
  return chartReleases.find((release) => release.chart === chart);
}

/** The Falco of the chart that made a manifest, as the label says that charts put on what they make. */
export function labelledVersion({ root }: Resource): Known<string> | undefined {
  const label = at(root, "metadata", "labels", "helm.sh/chart") ?? at(root, "metadata", "labels", "chart");
  const version = /^falco-(\d+\.\d+\.\d+)$/.exec(text(label) ?? "")?.[1];
  const falco = version === undefined ? undefined : chartRelease(version)?.falco;
  return label === undefined || falco === undefined ? undefined : known(falco, label);
}

/** The chart's version, or the newest that brings the deployed Falco; undefined where neither is known. */
export function chartVersionOf({ chartVersion, falcoVersion }: Versions): string | undefined {
  const falco = knownValue(falcoVersion);
  return knownValue(chartVersion) ?? (falco === undefined ? undefined : chartOf(falco));
}

/** The newest release of the Falco chart that brings a version of Falco; undefined where none that is known does. */
export function chartOf(falco: string): string | undefined {
  return table.versions.findLast((version) => version.falco === falco)?.chart;
}

/** Whether the chart of a release comes before a version. Where nothing is known of it, it is the newest. */
export function isChartBefore(release: Versions, version: string): boolean {
  const chart = chartVersionOf(release);
  if (chart !== undefined) return isIn(chart, { removedIn: version });
  const falco = knownValue(release.falcoVersion);
  return falco !== undefined && /^\d/.test(falco) && isIn(falco, { removedIn: table.versions[0]!.falco });
}
