import path from "node:path";
import {
  at,
  emptyMap,
  entries,
  type MapNode,
  type Node,
  ofKind,
  type Project,
  type Source,
  text,
} from "../../../project/index.ts";
import { layValues } from "../chart/index.ts";
import { type Installation, isCopyOfKnown, type OfficialChart } from "./installation.ts";
import type { LocalChart, LocalCharts } from "./local-charts.ts";

interface ValuesFile {
  readonly source: Source;
  readonly folder: string;
  /** Those of the chart. */
  readonly values: MapNode;
  readonly chart: OfficialChart | LocalChart;
}

/** Installations of which the values alone are in the repository, apart from files that are used otherwise. */
export function installationsOfFiles(
  project: Project,
  charts: LocalCharts,
  isUsed: (source: Source) => boolean,
): Installation[] {
  const files = ofKind(project, "helm-values").flatMap((source) => valuesFile(source, charts) ?? []);
  return files.flatMap((file) => {
    const { source, folder, values, chart } = file;
    if (isUsed(source)) return [];
    const beside = files.filter((other) => other !== file && other.folder === folder);
    const base = beside.find(isBase);
    const whole = beside.filter((other) => other !== base && !isRulesAlone(other));
    // A values.yaml beside others is what they lay their values over, and rules alone are laid over any.
    if (isBase(file) && whole.length > 0) return [];
    if (isRulesAlone(file)) return [];
    // Rules are for system calls, unless they say otherwise, and are kept from a deployment without a driver.
    const isDriverless = text(at(values, "driver", "enabled")) === "false";
    const rules = beside
      .filter((other) => !isDriverless && other !== base && isRulesAlone(other))
      .map((other) => other.values);
    const over = layValues([values, ...rules]);
    const merged = base === undefined ? over : layValues([base.values, over]);
    return [
      {
        chart,
        name: source.file,
        release: nameOf(merged),
        namespace: undefined,
        values: merged,
        source,
        missing: undefined,
      },
    ];
  });
}

/** A chart whose values nobody names, as it is by itself; its release has the name of the chart. */
export function unnamedInstallation(chart: LocalChart): Installation {
  const { name, root, source } = chart;
  return {
    chart,
    name: source.file,
    release: name,
    namespace: undefined,
    values: emptyMap(root),
    source,
    missing: undefined,
  };
}

/** Undefined where the values are of a chart that has nothing to do with Falco's. */
function valuesFile(source: Source, charts: LocalCharts): ValuesFile | undefined {
  const root = source.documents[0]?.root;
  if (root?.kind !== "map" || source.embedding !== undefined) return undefined;
  const folder = path.posix.dirname(source.file);
  if (isForTests(source.file) || isOfAnotherChart(root)) return undefined;
  const local = charts.at(folder);
  // Values in the folder of a part of another chart are its defaults, and Falco's own chart comes with examples.
  if (local !== undefined && (charts.isHeld(local) || (isCopyOfKnown(local) && isExample(source.file))))
    return undefined;
  if (local !== undefined) return { source, folder, values: root, chart: local };
  const nested = at(root, "falco");
  // Under another name they are those of a chart that is not in the repository, and nobody knows which.
  if (!isNested(nested) && !isNested(root) && root.entries.some(({ value }) => isNested(value)))
    return undefined;
  const isOwn = rootKeys.some((key) => at(root, key)?.kind === "map");
  const values = !isOwn && isNested(nested) ? nested : root;
  const chart: OfficialChart = { kind: "official", name: "falco", version: undefined };
  return values?.kind === "map" ? { source, folder, values, chart } : undefined;
}

/** Values with which a chart is tried out, as chart-testing names them, are those of no deployment. */
export function isForTests(file: string): boolean {
  return /(?:^|\/)(?:ci|tests?)\/[^/]+$|-ci\.ya?ml$|(?:^|\/)ci-values\.ya?ml$/.test(file);
}

/** Whether the image at the root is that of falcosidekick or another program of the Falco project. */
function isOfAnotherChart(root: MapNode): boolean {
  const repository = text(at(root, "image", "repository")) ?? "";
  return /(?:^|\/)(?:falcosidekick|falco-exporter|falco-talon|event-generator)$/.test(repository);
}

/** The examples of values that Falco's chart comes with. */
function isExample(file: string): boolean {
  return /(?:^|\/)values-(?:gvisor-gke|k8saudit|syscall-k8saudit)\.yaml$/.test(file);
}

function isBase({ source }: ValuesFile): boolean {
  return /^values\.ya?ml$/.test(path.posix.basename(source.file));
}

/**
 * Whether values hold nothing but rules, which are kept in a file of their own and given to Helm beside others. They
 * tell nothing of a deployment.
 */
function isRulesAlone({ values, chart }: ValuesFile): boolean {
  const own =
    chart.kind === "official" ? values.entries : values.entries.flatMap(({ value }) => entries(value));
  return own.every(({ key }) => key === "customRules");
}

/** Keys of falco.yaml, which the official chart's values have under `falco`, also as its first versions wrote them. */
const configKeys = [
  "json_output",
  "jsonOutput",
  "rules_file",
  "rules_files",
  "rulesFile",
  "http_output",
  "httpOutput",
  "stdout_output",
  "file_output",
];
/** Keys that stand at the root of the official chart's values, beside `falco`. */
const rootKeys = ["driver", "falcoctl", "collectors"];

/** Keys of the official chart's values that hold maps. */
const chartKeys = ["falco", "driver", "customRules", "falcosidekick", "falcoctl", "collectors"];

/** The values of a chart that has the official one as a part, under its name. */
function isNested(values: Node | undefined): boolean {
  const own = chartKeys.filter((key) => at(values, key)?.kind === "map");
  // One alone among the settings of falco.yaml is in the wrong place.
  return own.length > 1 || (own.length === 1 && configKeys.every((key) => at(values, key) === undefined));
}

/** The release's name is not in the values, but shows where they, or those of a dependency, name falcosidekick's Service. */
function nameOf(values: MapNode): string {
  const output = at(values, "falco", "http_output") ?? at(values, "falco", "falco", "http_output");
  const url = text(at(output, "url")) ?? "";
  return /^https?:\/\/([a-z0-9-]+)-falcosidekick(?:[.:/]|$)/.exec(url)?.[1] ?? "falco";
}
