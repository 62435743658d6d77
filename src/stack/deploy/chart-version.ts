import { isIn } from "../../falco/index.ts";
import { type Known, settled } from "../evidence/index.ts";
import table from "./helm-values-keys.json" with { type: "json" };

/** What is known of a release's versions. */
interface Versions {
  readonly falcoVersion: Known<string>;
  readonly chartVersion: Known<string> | undefined;
}

/** The chart's version, or the newest that brings the deployed Falco; undefined where neither is known. */
export function chartVersionOf({ chartVersion, falcoVersion }: Versions): string | undefined {
  const falco = settled(falcoVersion);
  return settled(chartVersion) ?? table.versions.findLast((version) => version.falco === falco)?.chart;
}

/** Whether the chart of a release comes before a version. Where nothing is known of it, it is the newest. */
export function isChartBefore(release: Versions, version: string): boolean {
  const chart = chartVersionOf(release);
  if (chart !== undefined) return isIn(chart, { removedIn: version });
  const falco = settled(release.falcoVersion);
  return falco !== undefined && /^\d/.test(falco) && isIn(falco, { removedIn: table.versions[0]!.falco });
}
