import type picocolors from "picocolors";
import { padEnd, padStart, textWidth } from "./columns.ts";
import { count, percentText } from "./controls.ts";
import { visible } from "./escape.ts";
import type { Cluster, Report } from "./report.ts";

/** The clusters of a merged report, with their share of each framework. */
export interface ClusterTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Empty texts where a cluster does not have a framework. */
export function clusterTable(clusters: readonly Cluster[], first = "Cluster"): ClusterTable {
  const keys = clusters.flatMap(({ frameworks }) => frameworks.map(keyOf));
  const columns = [...new Set(keys)];
  return {
    head: [first, "Covered", ...columns, "Findings", "Falco"],
    rows: clusters.map((cluster) => {
      const shares = new Map(cluster.frameworks.map((framework) => [keyOf(framework), framework.percent]));
      const { errors, warnings, notices, total } = cluster;
      const findings = errors > 0 ? count(errors, "error") : String(warnings + notices);
      return [
        cluster.name,
        `${total.covered} of ${total.total}`,
        ...columns.map((key) => (shares.has(key) ? percentText(shares.get(key)!) : "")),
        findings,
        cluster.falcoVersion,
      ];
    }),
  };
}

function keyOf({ id, baseline }: { readonly id: string; readonly baseline: string | null }): string {
  return baseline === null ? id : `${id} ${baseline}`;
}

/** For a terminal: one block. Empty for a report of one cluster. */
export function clustersText(
  { clusters, teams }: Report,
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  return [
    ...(teams === undefined ? [] : [tableText("Teams", clusterTable(teams, "Team"), colors)]),
    ...(clusters === undefined ? [] : [tableText("Clusters", clusterTable(clusters), colors)]),
  ];
}

function tableText(
  title: string,
  { head, rows }: ClusterTable,
  colors: ReturnType<typeof picocolors.createColors>,
): string {
  const shown = [head, ...rows].map((row) => row.map(visible));
  const widths = head.map((_, i) => Math.max(...shown.map((row) => textWidth(row[i]!))));
  const lines = shown.map((row) =>
    row.map((cell, i) => (i === 0 ? padEnd(cell, widths[i]!) : padStart(cell, widths[i]!))).join("  "),
  );
  return [colors.bold(title), ...lines.map((line, i) => `  ${i === 0 ? colors.dim(line) : line}`)].join("\n");
}
