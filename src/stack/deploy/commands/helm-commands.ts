import {
  type Node,
  nodeAt,
  type Project,
  type Source,
  text,
  wholeText,
  withValueAt,
} from "../../../project/index.ts";
import {
  type Installation,
  isForTests,
  isKnownChart,
  type LocalCharts,
  layered,
  typedValue,
  valuePath,
} from "../helm/index.ts";
import type { Described } from "./described.ts";
import { NamedFiles } from "./files.ts";
import { type Arguments, argumentsOf } from "./options.ts";
import { scriptsOf } from "./scripts.ts";
import { terraformReleases } from "./terraform.ts";
import { commandsIn, isOpen, type Word } from "./words.ts";

/** What one command installs with values of the repository. */
export interface Commanded {
  readonly installations: readonly [Installation];
  /** The values files that it names. */
  readonly used: ReadonlySet<Source>;
}

const start = /\bhelm(?:[ \t]+-\S+)*[ \t]+(?:upgrade|install)\b/g;
const valued = new Map([
  ["-f", "values"],
  ["--values", "values"],
  ["--version", "version"],
  ["-n", "namespace"],
  ["--namespace", "namespace"],
  ["--repo", "repo"],
  ["--set", "set"],
  ["--set-string", "set-string"],
  ["--set-file", "set-file"],
  ["--set-json", "set-json"],
  ["--timeout", "other"],
  ["--kube-context", "other"],
  ["--kubeconfig", "other"],
  ["--history-max", "other"],
  ["--description", "other"],
  ["--post-renderer", "other"],
]);

/**
 * Releases of Falco's charts by `helm install` and `helm upgrade` in scripts, Makefiles and workflows, and by
 * `helm_release` of Terraform. One that names no values file of the repository is left out: it decides nothing that
 * is there to be checked.
 */
export function readCommands(project: Project, charts: LocalCharts): Commanded[] {
  const files = new NamedFiles(project);
  const folders = [...charts.all].map(({ folder }) => folder);
  const isLocal = (reference: string): boolean =>
    folders.some((folder) => folder === reference || folder.endsWith(`/${reference}`));
  const described = scriptsOf(project).flatMap((script) => [
    ...commandsIn(script.text, start).flatMap((words) => describedBy(words, script, isLocal) ?? []),
    ...terraformReleases(script),
  ]);
  const made = described.flatMap((one) => installationOf(one, files) ?? []);
  const keys = [...new Set(made.map(({ key }) => key))];
  return keys.map((key) => {
    const same = made.filter((one) => one.key === key);
    return { installations: [onlyOne(same)], used: new Set(same[0]!.used) };
  });
}

function describedBy(
  [, ...words]: readonly Word[],
  script: Source,
  isLocal: (reference: string) => boolean,
): Described | undefined {
  const given = argumentsOf(words, valued);
  const positional = given.positional.filter(({ value }) => value !== "upgrade" && value !== "install");
  const index = positional.findIndex(({ value }) => isChart(value, given));
  const chart = positional[index]?.value;
  if (chart === undefined || isLocal(chart)) return undefined;
  const name = chart.split("/").at(-1)!;
  const of = (option: string): readonly Word[] => given.options.get(option) ?? [];
  return {
    chart: name,
    release: positional.slice(0, index).at(-1)?.value ?? name,
    namespace: of("namespace").at(-1),
    version: of("version").at(-1),
    files: of("values"),
    set: [
      ...of("set").map((word) => ({ word, as: "typed" as const })),
      ...of("set-string").map((word) => ({ word, as: "text" as const })),
      ...of("set-file").map((word) => ({ word, as: "file" as const })),
    ],
    open: of("set-json")[0],
    script,
  };
}

/** `repository/falco`, an address of a registry, or the name alone beside the address of a repository. */
function isChart(reference: string, { options }: Arguments): boolean {
  if (/^\.{0,2}\//.test(reference) || reference.endsWith(".tgz")) return false;
  const name = reference.split("/").at(-1) ?? "";
  return isKnownChart(name) && (reference.includes("/") || options.has("repo"));
}

function installationOf(
  { chart, release, namespace, version, files: named, set, open, script }: Described,
  files: NamedFiles,
): Made | undefined {
  const sources = named.map((word) => ({ word, source: files.find(word.value, script.file) }));
  const used = sources.flatMap(({ source }) => source ?? []);
  const [first] = used;
  if (!isKnownChart(chart) || first === undefined || isForTests(first.file)) return undefined;
  const layers: (Node | undefined)[] = sources.map(({ source }) => source?.documents[0]?.root);
  let gap = sources.find(({ source }) => source?.documents[0]?.root?.kind !== "map")?.word ?? open;
  for (const { word, as } of set) {
    for (const one of partsOf(word.value)) {
      const layer = settingOf(one, { word, as }, (name) => files.find(name, script.file));
      if (layer === undefined) gap ??= word;
      layers.push(layer);
    }
  }
  const installation: Installation = {
    chart: { kind: "official", name: chart, version: version && versionNode(version) },
    name: first.file,
    release: isOpen(release) ? chart : release,
    namespace: namespace === undefined || isOpen(namespace.value) ? undefined : namespace.value,
    values: layered(layers, { text: first.text, span: { start: 0, end: 0 } }),
    source: first,
    missing: gap && nodeAt(gap.value, gap),
  };
  return { key: [chart, ...used.map(({ file }) => file)].join("\n"), installation, used };
}

function versionNode(version: Word): Node | undefined {
  return isOpen(version.value) ? undefined : nodeAt(version.value, version);
}

/** `a=b,c={d,e}` is two of them; a comma behind a backslash belongs to the value. */
function partsOf(set: string): string[] {
  const parts = [""];
  let isList = false;
  for (const [piece] of set.matchAll(/\\?[\s\S]/g)) {
    if (piece === "{") isList = true;
    else if (piece === "}") isList = false;
    if (piece === "," && !isList) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts.filter((part) => part !== "");
}

function settingOf(
  setting: string,
  { word, as }: Described["set"][number],
  find: (name: string) => Source | undefined,
): Node | undefined {
  const equals = setting.indexOf("=");
  const value = setting.slice(equals + 1).replaceAll(/\\(.)/g, "$1");
  const steps = valuePath(setting.slice(0, Math.max(equals, 0)));
  if (steps.length === 0) return undefined;
  if (as === "file") {
    const source = find(value);
    return source && withValueAt(undefined, steps, wholeText(source.text));
  }
  const list = /^\{(?!\{)([\s\S]*)\}$/.exec(value)?.[1];
  const items = list?.split(",").map((item) => typedValue(item.trim()));
  return withValueAt(undefined, steps, nodeAt(items ?? (as === "text" ? value : typedValue(value)), word));
}

/** Of several that install the same values the first, and its version only where they agree on it. */
function onlyOne(same: readonly Made[]): Installation {
  const installations = same.map(({ installation }) => installation);
  const [first] = installations;
  const versions = new Set(
    installations.flatMap(({ chart }) => (chart.kind === "official" ? [text(chart.version)] : [])),
  );
  const { chart } = first!;
  return chart.kind === "official" && versions.size > 1
    ? { ...first!, chart: { ...chart, version: undefined } }
    : first!;
}

interface Made {
  /** The chart and the values files. */
  readonly key: string;
  readonly installation: Installation;
  readonly used: readonly Source[];
}
