import { classifyVersion } from "../../../falco/index.ts";
import { at, items, type MapNode, type Node, type Source, text } from "../../../project/index.ts";
import { type Image, imageVersion, isMoving, parseImage } from "../../cluster/index.ts";
import { type Known, known, unknown } from "../../evidence/index.ts";
import { mergeValues, type Release } from "../chart/index.ts";
import { chartRelease } from "../chart-version.ts";
import { newestIn } from "../version-range.ts";
import { heldChart, type LocalChart } from "./local-charts.ts";
import { asHelmReads } from "./words.ts";

/** One of Falco's charts, from where the Falco project publishes it. */
export interface OfficialChart {
  readonly kind: "official";
  readonly name: Release["chart"];
  readonly version: Node | undefined;
}

/** A chart with the arguments of its installation. */
export interface Installation {
  readonly chart: OfficialChart | LocalChart;
  /** For people: where the values are, or the name of the object that installs it. */
  readonly name: string;
  readonly release: string;
  readonly namespace: string | undefined;
  /** Laid over the chart's own. */
  readonly values: MapNode;
  readonly source: Source;
  /** Name of values that are laid over and are not in the repository. */
  readonly missing: Node | undefined;
}

/** Charts whose outcome is known here. */
export function isKnownChart(name: string): name is Release["chart"] {
  return name === "falco" || name === "falcosidekick";
}

/** Whether a chart of the repository is one of Falco's own, and no other that has its name and depends on it. */
export function isCopyOfKnown(chart: LocalChart): chart is LocalChart & { readonly name: Release["chart"] } {
  const dependencies = items(at(chart.root, "dependencies")).map((dependency) =>
    text(at(dependency, "name")),
  );
  return isKnownChart(chart.name) && !dependencies.includes(chart.name);
}

/** Whether all charts are here that a chart of the repository depends on. */
export function isWhole({ root, vendored }: LocalChart): boolean {
  return items(at(root, "dependencies")).every((dependency) =>
    vendored.has(text(at(dependency, "name")) ?? ""),
  );
}

/** The releases of Falco's charts that an installation makes, of the chart itself or of those that it depends on in turn. */
export function releasesOf(installation: Installation): Release[] {
  const { chart, ...rest } = installation;
  if (chart.kind === "official")
    return [
      releaseOf({ ...rest, chart: chart.name, version: chart.version, alias: undefined, isCopy: false }),
    ];
  const values = valuesIn(installation, chart);
  if (isCopyOfKnown(chart)) {
    const [version, appVersion] = [at(chart.root, "version"), at(chart.root, "appVersion")];
    return [
      releaseOf({ ...rest, values, chart: chart.name, version, appVersion, alias: undefined, isCopy: true }),
    ];
  }
  return items(at(chart.root, "dependencies")).flatMap((dependency) => {
    const name = text(at(dependency, "name")) ?? "";
    const key = text(at(dependency, "alias")) ?? name;
    const isVendored = isKnownChart(name) && chart.vendored.has(name);
    if (isVendored || isOff(dependency, values)) return [];
    const own = at(values, key);
    const given: MapNode = own?.kind === "map" ? own : { ...values, entries: [] };
    const inner = heldChart(chart, name);
    if (inner !== undefined) return releasesOf({ ...installation, chart: inner, values: given });
    if (!isKnownChart(name)) return [];
    return [
      releaseOf({
        ...rest,
        values: withoutSwitch(given, key, dependency),
        chart: name,
        version: versionTaken(dependency, chart),
        alias: key === name ? undefined : key,
        isCopy: false,
      }),
    ];
  });
}

/** The values that the chart of a folder is rendered with. */
export function valuesIn({ values }: Installation, chart: LocalChart): MapNode {
  const own = chart.values?.documents[0]?.root;
  return own?.kind === "map" ? mergeValues(asHelmReads(own), values, "passes") : values;
}

/** The version of a dependency that Chart.lock names, unless Chart.yaml asks for another one by now; then its range. */
function versionTaken(dependency: Node, { locked }: LocalChart): Node | undefined {
  const asked = at(dependency, "version");
  const taken = locked.get(text(at(dependency, "name")) ?? "");
  const isRange = text(asked) !== text(taken);
  const fits = newestIn(text(asked) ?? "", [text(taken) ?? ""]) !== undefined;
  return taken !== undefined && isRange && fits ? taken : asked;
}

/** Whether a dependency's condition switches it off: of the paths that it names, the first that is there decides. */
function isOff(dependency: Node, values: MapNode): boolean {
  const paths = (text(at(dependency, "condition")) ?? "").split(",").filter((path) => path !== "");
  const found = paths.map((path) => at(values, ...path.trim().split("."))).find((node) => node !== undefined);
  return found?.kind === "scalar" && found.value === false;
}

/** The values of a dependency without the one that switches it on: that is a value of the chart that depends on it. */
function withoutSwitch(values: MapNode, key: string, dependency: Node): MapNode {
  const switches = new Set((text(at(dependency, "condition")) ?? "").split(",").map((path) => path.trim()));
  return { ...values, entries: values.entries.filter((entry) => !switches.has(`${key}.${entry.key}`)) };
}

interface ReleaseParts extends Omit<Release, "falcoVersion" | "chartVersion"> {
  readonly version: Node | undefined;
  /** The version of Falco that a copy of the chart names. */
  readonly appVersion?: Node | undefined;
}

/** A release with the versions that its values and the chart's version tell. */
function releaseOf({ version, appVersion, ...parts }: ReleaseParts): Release {
  const exact =
    parts.chart === "falco"
      ? chartRelease(text(version) ?? "")?.chart
      : /^v?(\d+\.\d+\.\d+)$/.exec(text(version) ?? "")?.[1];
  return {
    ...parts,
    falcoVersion: versionOf(parts.values, version, appVersion),
    chartVersion: version === undefined || exact === undefined ? undefined : known(exact, version),
  };
}

/** That of the image in the values, or the one that the chart brings. */
function versionOf(
  values: MapNode,
  chartVersion: Node | undefined,
  appVersion: Node | undefined,
): Known<string> {
  const ofChart = versionOfChart(values, chartVersion, appVersion);
  const tag = at(values, "image", "tag");
  if (tag === undefined || (text(tag) ?? "") === "") return ofChart;
  const image = parseImage(`falco:${text(tag)}`, tag);
  return isOfOldChart(ofChart, image) ? ofChart : imageVersion(image, "Falco");
}

/**
 * Whether the chart says which Falco it is, and not the image: behind a tag that moves there may be any, and what an
 * old chart writes for the Falco of its time is not what a newer one reads.
 */
export function isOfOldChart(ofChart: Known<string>, image: Image): boolean {
  return ofChart.state === "known" && classifyVersion(ofChart.value) === "older" && isMoving(image);
}

/** The version of Falco that a chart names, or that its own version brings. */
function versionOfChart(
  values: MapNode,
  chartVersion: Node | undefined,
  appVersion: Node | undefined,
): Known<string> {
  const own = /^v?(\d+\.\d+\.\d+)$/.exec(text(appVersion) ?? "")?.[1];
  if (appVersion !== undefined && own !== undefined) return known(own, appVersion);
  const chart = text(chartVersion);
  // One release of the chart came with a candidate of the release of Falco that followed it.
  const falco = chart === undefined ? undefined : chartRelease(chart)?.falco.replace(/-rc\d+$/, "");
  if (chartVersion !== undefined && falco !== undefined) return known(falco, chartVersion);
  const location = chartVersion ?? values.entries[0]?.keyLocation ?? values;
  const why =
    chart === undefined
      ? "The values do not tell which version of the chart they are for."
      : `Which Falco the chart's version "${chart}" brings is not known.`;
  return unknown(why, "Set image.tag, or pin the chart to an exact version.", location);
}
