import type { Inspection } from "./inspect.ts";
import type { Finding } from "./lint/index.ts";
import { type ConfigFile, entries, type Revision } from "./project/index.ts";
import type { SettingLine } from "./report/index.ts";

/** The settings of a change and of what it starts from. */
interface Settings {
  readonly disk: Revision;
  readonly before: Revision;
  /** Ignore files that the change touches. */
  readonly ignoreFiles: readonly string[];
  readonly config: ConfigFile;
  readonly baseConfig: ConfigFile;
  /** The files on disk, and the earlier ones, by the earlier settings. */
  readonly today: Inspection;
  readonly then: Inspection;
}

/** The lines of a change that change what the check looks at and asks for. */
export function settingLines(settings: Settings): SettingLine[] {
  return [
    ...configLines(settings),
    ...settings.ignoreFiles.flatMap((file) => ignoreLines(file, settings)),
    ...baselineLines(settings),
    ...policyLines(settings),
    ...askingLines(settings),
  ];
}

/** The lines of findings that comments of the change hide. */
export function hiddenLines(hidden: readonly Finding[]): SettingLine[] {
  return hidden.map(({ file, line, rule }) => ({
    file,
    line,
    text: `a comment hides a finding of \`${rule}\``,
  }));
}

function configLines({ config, baseConfig }: Settings): SettingLine[] {
  const file = config.file ?? baseConfig.file;
  if (file === undefined) return [];
  if (config.file === undefined) return [{ file, line: null, text: "the configuration is removed" }];
  const now: Readonly<Record<string, unknown>> = { ...config.config };
  const was: Readonly<Record<string, unknown>> = { ...baseConfig.config };
  const nodes = new Map(entries(config.root).map((entry) => [entry.key, entry]));
  return [...new Set([...Object.keys(now), ...Object.keys(was)])].flatMap((key) => {
    const [from, to] = [shown(was[key]), shown(now[key])];
    if (from === to) return [];
    const node = nodes.get(key)?.value;
    const line = node === undefined ? null : node.text.locate(node.span).start.line;
    return [{ file, line, text: `\`${key}\` is ${to}, was ${from}` }];
  });
}

/** The largest value that is shown whole. */
const longest = 200;

function shown(value: unknown): string {
  if (value === undefined) return "not set";
  const text = JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function ignoreLines(file: string, { disk, before: earlier }: Settings): SettingLine[] {
  const now = linesOf(disk, file);
  const before = linesOf(earlier, file);
  const counts = (line: string) => line !== "" && !line.startsWith("#");
  return [
    ...now.flatMap((pattern, index) =>
      counts(pattern) && !before.includes(pattern)
        ? [{ file, line: index + 1, text: `ignores \`${pattern}\`` }]
        : [],
    ),
    ...before.flatMap((pattern) =>
      counts(pattern) && !now.includes(pattern)
        ? [{ file, line: null, text: `no longer ignores \`${pattern}\`` }]
        : [],
    ),
  ];
}

function linesOf(revision: Revision, file: string): string[] {
  const read = revision.read(file);
  return (read.kind === "text" ? read.content : "").split("\n").map((line) => line.trim());
}

function baselineLines({ disk, before, config, baseConfig }: Settings): SettingLine[] {
  const file = baseConfig.config.baseline;
  if (file === undefined || file !== config.config.baseline) return [];
  return changedFile(file, { disk, before }, "the baseline is another one");
}

/** Changes of policies that both sides have; that one is named or no longer named is a change of the configuration. */
function policyLines({ disk, before, config, baseConfig }: Settings): SettingLine[] {
  const named = new Set(config.config.policies ?? []);
  return (baseConfig.config.policies ?? [])
    .filter((file) => named.has(file))
    .flatMap((file) => changedFile(file, { disk, before }, "the policies are changed"));
}

/** The first line of a file that it did not have before, if it is another one. */
function changedFile(
  file: string,
  { disk, before }: Pick<Settings, "disk" | "before">,
  text: string,
): SettingLine[] {
  const [now, was] = [linesOf(disk, file), linesOf(before, file)];
  if (now.join("\n") === was.join("\n")) return [];
  const known = new Set(was);
  const line = now.findIndex((content) => !known.has(content)) + 1;
  return [{ file, line: line || null, text }];
}

const names: Readonly<Record<string, string>> = {
  matrix: "the matrix",
  framework: "the framework",
  signal: "the reference events",
  "rule-tests": "the rule tests",
};

/** Changes of what is asked for, and of the tests that prove it; tests that are new take nothing away. */
function askingLines({ today, then, disk, before }: Settings): SettingLine[] {
  const asking = ({ model }: Inspection) =>
    new Map(
      model.project.sources
        .filter(({ kind }) => Object.hasOwn(names, kind))
        .map(({ file, kind, text }) => [file, { kind, content: text.content }]),
    );
  const [now, was] = [asking(today), asking(then)];
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((file) => {
    const [to, from] = [now.get(file), was.get(file)];
    const name = names[(from ?? to)!.kind]!;
    if (to?.content === from?.content) return [];
    if (from === undefined)
      return to?.kind === "rule-tests" ? [] : [{ file, line: 1, text: `${name} is new` }];
    if (to === undefined) return [{ file, line: null, text: `${name} is removed` }];
    const old = linesOf(before, file);
    const line = linesOf(disk, file).findIndex((text, index) => text !== old[index]) + 1;
    return [{ file, line: line || null, text: `${name} is changed` }];
  });
}
