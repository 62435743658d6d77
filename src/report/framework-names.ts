import type { Coverage, Difference } from "../compliance/index.ts";
import type { SettingsChange } from "./report.ts";

/** Names of frameworks as people write them, by id: "PCI DSS" of `pci-dss`. One that nothing names keeps its id. */
export function frameworkNames({
  coverage,
  difference,
  settingsChange,
}: {
  readonly coverage: Coverage;
  readonly difference?: Difference | undefined;
  readonly settingsChange?: SettingsChange | undefined;
}): (id: string) => string {
  const names = new Map(
    [...(difference?.totals ?? []), ...(settingsChange?.difference?.totals ?? [])].flatMap(
      ({ framework, name }) => (framework === undefined || name === undefined ? [] : [[framework, name]]),
    ),
  );
  for (const { id, name } of coverage.frameworks) names.set(id, name);
  return (id) => names.get(id) ?? id;
}
