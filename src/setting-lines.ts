import type { ConfigFile } from "./configuration/index.ts";
import type { Inspection } from "./inspect.ts";
import type { Finding } from "./lint/index.ts";
import type { Revision } from "./project/index.ts";
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
  const places = new Map(config.settings.map((setting) => [keyOf(setting), setting]));
  return [...new Set([...Object.keys(now), ...Object.keys(was)])].flatMap((key) => {
    const [from, to] = [shown(was[key]), shown(now[key])];
    if (from === to) return [];
    const place = places.get(key);
    return [
      { file: place?.file ?? file, line: place?.line ?? null, text: `\`${key}\` is ${to}, was ${from}` },
    ];
  });
}

/** The key at the top of the configuration. */
function keyOf({ key }: ConfigFile["settings"][number]): string {
  return key.split(".")[0]!;
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
function policyLines({ config, baseConfig }: Settings): SettingLine[] {
  const known = new Map(baseConfig.policies.map(({ file, content }) => [file, content]));
  return config.policies.flatMap(({ file, content }) => {
    const before = known.get(file);
    return before === undefined
      ? []
      : changedText(file, content.split("\n"), before.split("\n"), "the policies are changed");
  });
}

/** The first line of a file that it did not have before, if it is another one. */
function changedFile(
  file: string,
  { disk, before }: Pick<Settings, "disk" | "before">,
  text: string,
): SettingLine[] {
  return changedText(file, linesOf(disk, file), linesOf(before, file), text);
}

function changedText(
  file: string,
  now: readonly string[],
  was: readonly string[],
  text: string,
): SettingLine[] {
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
