import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inspect } from "../check.ts";
import { frameworkIds } from "../compliance/index.ts";
import {
  ask,
  type Choices,
  confirmOverwrite,
  deployTools,
  directoryProblem,
  frameworksOf,
  listOf,
  namespaceProblem,
  oneOf,
  openPoints,
  outputsOf,
  type PackChoices,
  pathsOf,
  pathsProblem,
  planFiles,
  platforms,
  refuse,
  registriesProblem,
  type Start,
  type Survey,
  starts,
  surveyLines,
  surveyOf,
  usualOutputs,
} from "../init/index.ts";
import { UsageError } from "../project/index.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

/** The options as written; a list has commas. */
interface InitFlags {
  readonly frameworks?: string;
  readonly start?: string;
  readonly deploy?: string;
  readonly platform?: string;
  readonly namespace?: string;
  readonly registries?: string;
  readonly outputs?: string;
  readonly phiPaths?: string;
  readonly cardholderPaths?: string;
  readonly personalDataPaths?: string;
  readonly directory?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** Looks at what is there, asks what the options leave open, and writes what a repository needs to start with. */
export async function initCommand(flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const root = terminal.cwd();
  const inspection = await inspect([], { root });
  const survey = surveyOf(inspection, root);
  const asks = flags.yes !== true && terminal.stdin?.isTTY === true && terminal.stdout.isTTY === true;
  const known = choicesOf(flags, survey, asks);
  terminal.stdout.write(
    `Found here:\n${surveyLines(survey)
      .map((line) => `  ${line}\n`)
      .join("")}\n`,
  );
  const choices = asks ? await ask(known, givenBy(flags)) : known;
  const files = await planFiles(choices, inspection, survey);

  const there = files.filter(({ file }) => existsSync(path.join(root, file))).map(({ file }) => file);
  const overwrites = flags.force === true || (asks && there.length > 0 && (await confirmOverwrite(there)));
  const kept = new Set(overwrites ? [] : there);
  for (const { file, text } of files) if (!kept.has(file)) write(root, file, text, overwrites);
  const written = files.map(({ file }) => file).filter((file) => !kept.has(file));
  terminal.stdout.write(summary(written, [...kept, ...(choices.start === "pack" ? [] : survey.matrices)]));
  terminal.stdout.write(nextSteps(choices, survey));
  return 0;
}

/** @throws UsageError for a value that an option cannot have */
function choicesOf(flags: InitFlags, survey: Survey, asks: boolean): Choices {
  const tagged = frameworkIds.filter((id) => survey.taggedFrameworks.includes(id));
  const usual = tagged.length > 0 ? tagged : frameworkIds;
  return {
    start: flags.start === undefined ? usualStart(survey, asks) : oneOf("start", flags.start, starts),
    frameworks: flags.frameworks === undefined ? usual : frameworksOf(flags.frameworks),
    pack: packChoicesOf(flags, survey),
  };
}

/** Nobody gets sixty files without having asked for them. */
function usualStart({ ownRules }: Survey, asks: boolean): Start {
  if (ownRules > 0) return "existing";
  return asks ? "pack" : "empty";
}

function packChoicesOf(flags: InitFlags, survey: Survey): PackChoices {
  const { namespace = "falco-system", deploy, platform, registries, outputs } = flags;
  const directory = flags.directory?.replace(/^\.\/|\/+$/g, "") ?? "runtime-security";
  refuse("namespace", namespaceProblem(namespace));
  refuse("registries", registriesProblem(registries ?? ""));
  refuse("phi-paths", pathsProblem(flags.phiPaths ?? ""));
  refuse("cardholder-paths", pathsProblem(flags.cardholderPaths ?? ""));
  refuse("personal-data-paths", pathsProblem(flags.personalDataPaths ?? ""));
  refuse("directory", directoryProblem(directory));
  return {
    deploy: deploy === undefined ? (survey.deploy ?? "helm") : oneOf("deploy", deploy, deployTools),
    platform: platform === undefined ? survey.platform : oneOf("platform", platform, platforms),
    namespace,
    registries: registries === undefined ? survey.registries : listOf(registries),
    data: {
      "phi-paths": pathsOf(flags.phiPaths),
      "cardholder-paths": pathsOf(flags.cardholderPaths),
      "personal-data-paths": pathsOf(flags.personalDataPaths),
    },
    outputs: outputs === undefined ? usualOutputs : outputsOf(outputs),
    directory,
  };
}

function givenBy(flags: InitFlags): Set<string> {
  return new Set(
    Object.entries(flags)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
  );
}

/** @throws UsageError when the file cannot be written */
function write(root: string, file: string, text: string, overwrites: boolean): void {
  const target = path.join(root, file);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: overwrites ? "w" : "wx" });
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/** Files one by one, or by folder where there are many. */
function summary(written: readonly string[], kept: readonly string[]): string {
  const byFolder = new Map<string, number>();
  for (const file of written) {
    const parts = file.split("/");
    const folder =
      file.startsWith(".") || parts.length < 2
        ? file
        : `${parts.slice(0, Math.min(2, parts.length - 1)).join("/")}/`;
    byFolder.set(folder, (byFolder.get(folder) ?? 0) + 1);
  }
  const lines = [
    ...[...byFolder].map(
      ([name, count]) =>
        `created  ${name}${name.endsWith("/") ? ` (${count} file${count === 1 ? "" : "s"})` : ""}`,
    ),
    ...kept.slice(0, 10).map((file) => `kept     ${file} (it is there already; --force overwrites)`),
    ...(kept.length > 10 ? [`kept     ${kept.length - 10} more`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function nextSteps(choices: Choices, survey: Survey): string {
  const open = openPoints(choices);
  const left = open.length === 0 ? "" : `\nLeft open:\n${open.map((point) => `  ${point}\n`).join("")}`;
  const hint =
    choices.start === "empty" && survey.ownRules === 0
      ? "\nThere are no rules of your own yet: falcoverage init --start pack writes rules, tests and a deployment.\n"
      : "";
  const deployed =
    choices.start === "pack" && survey.gitops !== undefined
      ? `\n${survey.gitops} deploys here: give it ${choices.pack.directory}, as its README says for ${choices.pack.deploy}.\n`
      : "";
  return `${left}${hint}${deployed}\nNext: falcoverage check\n`;
}
