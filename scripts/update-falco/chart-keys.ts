import { parse } from "yaml";
import { type Checkout, compareReleases, SourceError } from "./checkout.ts";
import { type Bounds, history } from "./history.ts";

/** A key of the chart's values, as in `helm-values-keys.json`. */
export interface ChartKeyRow {
  readonly key: string;
  readonly type: string;
}

export interface ChartKeys {
  readonly chart: "falco";
  /** The Falco that each version of the chart brings. */
  readonly versions: readonly { readonly chart: string; readonly falco: string }[];
  readonly keys: readonly (ChartKeyRow & Bounds)[];
}

/** Source: values.yaml and Chart.yaml of the chart at each of its releases from the oldest one that is covered. */
export function readChartKeys(charts: Checkout, oldest: string): ChartKeys {
  const versions = charts.versions("falco-").filter((version) => compareReleases(version, oldest) >= 0);
  if (versions.length === 0) throw new SourceError(`charts: no release of the chart from ${oldest} on`);
  const read = (version: string, file: string) =>
    parse(charts.read(`falco-${version}`, `charts/falco/${file}`)) as Record<string, unknown>;
  const rows = versions.map((chart) => [chart, keysOf(read(chart, "values.yaml"), "")] as const);
  return {
    chart: "falco",
    versions: versions.map((chart) => ({ chart, falco: String(read(chart, "Chart.yaml").appVersion) })),
    keys: history(rows, "key").sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function keysOf(values: Readonly<Record<string, unknown>>, prefix: string): ChartKeyRow[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const key = `${prefix}${name}`;
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    const children = isMap ? keysOf(value as Record<string, unknown>, `${key}.`) : [];
    return [{ key, type: typeOf(value) }, ...children];
  });
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" ? "map" : typeof value;
}
