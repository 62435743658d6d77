import path from "node:path";
import {
  at,
  items,
  type Location,
  type Node,
  nodeAt,
  ofKind,
  type Project,
  type Source,
  type Text,
  text,
  withValueAt,
} from "../../../project/index.ts";
import { type Installation, isKnownChart, type OfficialChart } from "./installation.ts";
import type { LocalChart, LocalCharts } from "./local-charts.ts";
import { layered, typedValue, valuePath } from "./values.ts";

/** What one helmfile installs together, and the files that it names. */
export interface Helmfile {
  readonly installations: readonly Installation[];
  /** Values files that are no installations of their own, and the charts that these install. */
  readonly used: ReadonlySet<Source>;
}

/** The releases of Falco's charts, and of charts of the repository, in each helmfile. */
export function readHelmfiles(project: Project, charts: LocalCharts): Helmfile[] {
  const files = new Map(
    project.sources.filter(({ embedding }) => embedding === undefined).map((source) => [source.file, source]),
  );
  return ofKind(project, "helmfile").map((source) => {
    const used = new Set<Source>();
    const reader: Reader = {
      folder: path.posix.dirname(source.file),
      charts,
      source: (file) => {
        const found = files.get(file);
        if (found !== undefined) used.add(found);
        return found;
      },
    };
    const installations = source.documents.flatMap(({ root }) =>
      items(at(root, "releases")).flatMap((release) => installationOf(release, root, source, reader) ?? []),
    );
    for (const { chart } of installations) if (chart.kind === "local") used.add(chart.source);
    return { installations, used };
  });
}

/** What helmfile renders before it reads it is not read. */
export interface TemplatedHelmfile {
  readonly file: string;
  /** Where its first template is, as a text with its name. */
  readonly node: Node;
  /** Below it are the values that it may name. */
  readonly folder: string;
  /** The version of Falco's chart, where it is written out. */
  readonly pin: Node | undefined;
}

/** Helmfiles with Go templates about Falco, and values files of theirs. */
export function templatedHelmfiles(project: Project): TemplatedHelmfile[] {
  return project.sources.flatMap((source) => {
    const found = firstTemplate(source);
    if (found === undefined) return [];
    const { file } = source;
    const folder = path.posix.dirname(file).replace(/(?:^|\/)helmfile\.d$/, "") || ".";
    return [{ file, node: nodeAt(file, found), folder, pin: pinIn(source) }];
  });
}

const chartLine = /^([ \t]*(?:-[ \t]+)?)chart:[ \t]*["']?\S+\/falco["']?[ \t]*(?:#.*)?$/gm;
const versionLine = /^([ \t]*(?:-[ \t]+)?)version:[ \t]*["']?([~^<>=v]*\d[\w.+-]*)["']?[ \t]*(?:#.*)?$/;

/** The version beside the chart, which its template leaves as it is; of several that differ none is known. */
function pinIn({ text: within }: Source): Node | undefined {
  const found = [...within.content.matchAll(chartLine)].map(({ index, 1: before = "" }) => {
    const at = within.position(index).line;
    return versionNear(within, at, before.length, -1) ?? versionNear(within, at, before.length, 1);
  });
  const versions = new Set(found.map((node) => node && text(node)));
  return versions.size === 1 ? found[0] : undefined;
}

/** Among the lines of the same item of the list: with the same indentation, up to where it begins or ends. */
function versionNear(within: Text, from: number, indent: number, step: 1 | -1): Node | undefined {
  const isFirst = (line: string): boolean => /^[ \t]*-[ \t]/.test(line) && startOf(line) === indent;
  let line = within.line(from);
  for (let number = from; number >= 1 && number <= within.lineStarts.length; number += step) {
    line = within.line(number);
    if (step === 1 && number > from && (isFirst(line) || isShallower(line, indent))) return undefined;
    const [, before, version] = versionLine.exec(line) ?? [];
    if (before?.length === indent && version !== undefined) {
      const start = within.lineStarts[number - 1]! + line.indexOf(version, indent);
      return nodeAt(version, { text: within, span: { start, end: start + version.length } });
    }
    if (step === -1 && (isFirst(line) || isShallower(line, indent))) return undefined;
  }
  return undefined;
}

/** Where the first key of a line begins. */
function startOf(line: string): number {
  return /^[ \t]*(?:-[ \t]+)?/.exec(line)![0].length;
}

/** Lines of templates and empty ones end nothing. */
function isShallower(line: string, indent: number): boolean {
  return line.trim() !== "" && !line.trimStart().startsWith("{{") && startOf(line) < indent;
}

/** Templates that leave YAML as it is may be in a helmfile that is read otherwise. */
function firstTemplate(source: Source): Location | undefined {
  const { kind, text } = source;
  if (kind === "helmfile-template") {
    const start = Math.max(0, text.content.indexOf("{{"));
    return { text, span: { start, end: start + 2 } };
  }
  if (kind !== "helmfile" || !/falco/i.test(text.content)) return undefined;
  for (const { root } of source.documents) {
    const found = root && templateIn(root);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** With the file that may say more of values in its folder or below it. */
export function withTemplated(
  installation: Installation,
  templated: readonly TemplatedHelmfile[],
): Installation {
  const { file } = installation.source;
  const found = templated.find(({ folder }) => folder === "." || file.startsWith(`${folder}/`));
  if (found === undefined) return installation;
  const { chart } = installation;
  const isOpen = chart.kind === "official" && chart.name === "falco" && chart.version === undefined;
  return {
    ...installation,
    chart: isOpen ? { ...chart, version: found.pin } : chart,
    missing: found.node,
  };
}

interface Reader {
  /** The helmfile's own, where its paths start. */
  readonly folder: string;
  readonly charts: LocalCharts;
  /** A file of the repository that the helmfile names. */
  source(file: string): Source | undefined;
}

function installationOf(
  release: Node,
  root: Node | undefined,
  source: Source,
  reader: Reader,
): Installation | undefined {
  const chart = chartOf(release, reader);
  if (chart === undefined || text(at(release, "installed")) === "false") return undefined;
  const { layers, missing } = layersOf(release, reader);
  return {
    chart,
    name: source.file,
    release: text(at(release, "name")) ?? chart.name,
    namespace: text(at(release, "namespace")) ?? text(at(root, "namespace")),
    values: layered(layers, release),
    source,
    missing: missing ?? templateIn(release),
  };
}

/** The first text that helmfile renders itself. */
function templateIn(node: Node): Node | undefined {
  // To YAML a template without quotes is a map with a map for a key.
  if (node.text.content.startsWith("{{", node.span.start)) return node;
  if (node.kind === "scalar") return text(node)?.includes("{{") ? node : undefined;
  const inner = node.kind === "seq" ? node.items : node.entries.map(({ value }) => value);
  for (const value of inner) {
    const found = templateIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `repository/name` with a repository of the helmfile, an address, or a path. */
function chartOf(release: Node, { folder, charts }: Reader): OfficialChart | LocalChart | undefined {
  const reference = text(at(release, "chart")) ?? "";
  if (/^\.{0,2}\//.test(reference)) return charts.at(path.posix.join(folder, reference));
  const name = reference.split("/").at(-1) ?? "";
  return isKnownChart(name) ? { kind: "official", name, version: at(release, "version") } : undefined;
}

/** The values of a release: files and maps in their order, then single ones. Encrypted files are not read. */
function layersOf(
  release: Node,
  { folder, source }: Reader,
): { layers: readonly (Node | undefined)[]; missing: Node | undefined } {
  let [missing] = items(at(release, "secrets"));
  const given = items(at(release, "values")).map((layer) => {
    if (layer.kind === "map") return layer;
    const found = source(path.posix.join(folder, text(layer) ?? ""))?.documents[0]?.root;
    if (found === undefined) missing ??= layer;
    return found;
  });
  const single = items(at(release, "set")).map((node) => {
    const value = at(node, "value");
    if (value === undefined) return undefined;
    return withValueAt(
      undefined,
      valuePath(text(at(node, "name")) ?? ""),
      nodeAt(typedValue(text(value) ?? ""), value),
    );
  });
  return { layers: [...given, ...single], missing };
}
