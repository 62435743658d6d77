import { describe, type LoadResult, load, plugins, type RulesText, validate } from "../falco/index.ts";
import type { Finding } from "../lint/index.ts";
import type { Project, Source } from "../project/index.ts";
import { descriptionText, findingsText, jsonText } from "../report/index.ts";
import { type FalcoFlags, loadOptions, readRulesFiles } from "./rules-files.ts";
import { type ExitCode, print, type Terminal, usesColor, widthOf, writeScreen } from "./terminal.ts";

interface ValidateFlags extends FalcoFlags {
  readonly format: "text" | "json";
}

/** Loads the files in the order given, as Falco would, and prints its verdict. */
export async function validateCommand(
  files: readonly string[],
  flags: ValidateFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { project, sources } = readRulesFiles(files, terminal);
  const options = loadOptions(flags);
  if (flags.format === "json") {
    const verdict = validate(sources.map(rulesText), options);
    terminal.stdout.write(`${jsonText(verdict, 0)}\n`);
    return verdict.falco_load_results.every(({ successful }) => successful) ? 0 : 1;
  }
  const result = load(sources.map(rulesText), options);
  const findings = await findingsOf(result, project, sources);
  const contents = new Map(
    project.sources.map(({ file, text }) => [file, text.outer === undefined ? text.content : undefined]),
  );
  const text = findingsText(findings, {
    source: (file) => contents.get(file),
    color: usesColor(terminal, flags.color),
    width: widthOf(terminal),
  });
  const verdict = result.loads ? "Falco loads" : "Falco does not load";
  const count = `${result.rules.length} rule${result.rules.length === 1 ? "" : "s"}`;
  const tail = `${verdict} ${sources.length === 1 ? "this file" : `these ${sources.length} files`} (${count}, Falco ${result.version.falco}).`;
  const isPluginMissing = findings.some(({ falcoCode }) => falcoCode === "LOAD_UNKNOWN_SOURCE");
  const hint = isPluginMissing ? pluginHint(result.rules, flags) : "";
  writeScreen(`${text === "" ? "" : `${text}\n`}${tail}\n${hint}`, terminal);
  return result.loads ? 0 : 1;
}

/** What Falco says, in the words and the form of a check, whose lint rules are loaded where Falco says anything. */
async function findingsOf(
  result: LoadResult,
  project: Project,
  sources: readonly Source[],
): Promise<readonly Finding[]> {
  if (result.files.every(({ errors, warnings }) => errors.length === 0 && warnings.length === 0)) return [];
  const { modelOfRules } = await import("../rules-model.ts");
  const { lint, lintRules } = await import("../lint/index.ts");
  const { makeRuleset } = await import("../stack/index.ts");
  const ruleset = makeRuleset({ name: "the files given", sources, result, stack: undefined, unchecked: [] });
  const rules = lintRules.filter((rule) => "falcoCode" in rule);
  return lint(await modelOfRules(project, ruleset), rules).findings;
}

/** How to load the plugins that bring the sources of the rules; nothing where none is known to. */
function pluginHint(
  rules: readonly { readonly source: string }[],
  { plugins: named }: ValidateFlags,
): string {
  const loaded = named ?? "container";
  const wanted = new Set(rules.map(({ source }) => source));
  const missing = [...plugins.values()].find(
    ({ name, source, providesSource }) =>
      providesSource && wanted.has(source) && !loaded.split(",").includes(name),
  );
  return missing === undefined
    ? ""
    : `If your Falco loads more plugins, name them: --plugins ${loaded},${missing.name}\n`;
}

/** Prints Falco's description of the files. */
export async function describeCommand(
  files: readonly string[],
  flags: ValidateFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { sources } = readRulesFiles(files, terminal);
  const texts = sources.map(rulesText);
  const description = describe(texts, loadOptions(flags));
  if (description === undefined) {
    terminal.stderr.write("falcoverage: Falco does not load these files; see falcoverage validate.\n");
    return 1;
  }
  const text =
    flags.format === "json"
      ? `${jsonText(description, 0)}\n`
      : descriptionText(description, { color: usesColor(terminal, flags.color), width: widthOf(terminal) });
  print(text, flags, terminal);
  return 0;
}

function rulesText({ name, text }: Source): RulesText {
  return { name, text: text.content };
}
