import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Checked, type CheckOptions, check } from "../check.ts";
import type { DeploymentCoverage } from "../compliance/index.ts";
import { readConfig } from "../configuration/index.ts";
import { baselineText } from "../lint/index.ts";
import { nearest, Revision, UsageError } from "../project/index.ts";
import {
  type FormatName,
  formats,
  type RenderContext,
  type Report,
  trendOf,
  withOrigin,
} from "../report/index.ts";
import type { SettingsOptions } from "../settings.ts";
import { addIgnores } from "./add-ignores.ts";
import { readDatedReports } from "./dated-reports.ts";
import { diffCommand, type FixFlags, fixedText, fixFiles } from "./fix.ts";
import { readGivenText } from "./given-text.ts";
import { addressOfFiles, linkTo, readOrigin } from "./origin.ts";
import { withProgress } from "./progress.ts";
import { runAtChanges } from "./run-at-changes.ts";
import { type ExitCode, print, type Terminal, usesColor, widthOf } from "./terminal.ts";

export interface CheckFlags extends SettingsOptions {
  readonly config?: string;
  readonly matrix?: string;
  readonly base?: string;
  readonly baseline?: string;
  readonly color?: boolean;
}

/** Where a report goes, and in which form. */
export interface ReportTarget {
  readonly format: FormatName;
  readonly output?: string;
  readonly quiet?: boolean;
}

interface ReportFlags extends CheckFlags, ReportTarget, FixFlags {
  /** Id of the framework to report alone. */
  readonly framework?: string;
  readonly sourceUrl?: string;
  /** A folder of earlier reports. */
  readonly history?: string;
  /** Every finding, not the worst alone. */
  readonly all?: boolean;
  readonly updateBaseline?: boolean;
  readonly addIgnores?: boolean;
  readonly reason?: string;
  /** The file whose text is read from standard input. */
  readonly stdinFilename?: string;
  readonly watch?: boolean;
}

/** Runs a check as a command's options ask for it. */
export function checkWith(
  paths: readonly string[],
  flags: CheckFlags & { readonly quiet?: boolean; readonly output?: string },
  terminal: Terminal,
  more: CheckOptions = {},
): Promise<Checked> {
  return withProgress(terminal, flags.quiet ?? false, (onStep) =>
    check(paths, { ...checkOptions(flags, terminal), onStep, ...more }),
  );
}

/** A check as the options of a command and its terminal ask for it. */
export function checkOptions(
  flags: CheckFlags & { readonly quiet?: boolean; readonly output?: string },
  terminal: Terminal,
): CheckOptions {
  return {
    ...flags,
    root: terminal.cwd(),
    color: flags.output === undefined && usesColor(terminal, flags.color),
    quiet: flags.quiet ?? false,
    width: widthOf(terminal),
  };
}

export async function checkCommand(
  paths: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.updateBaseline === true) return updateBaseline(paths, flags, terminal);
  if (flags.unsafeFixes === true && !flags.fix && !flags.diff)
    throw new UsageError("--unsafe-fixes needs --fix, which applies them, or --diff, which shows them.");
  if (flags.reason !== undefined && !flags.addIgnores)
    throw new UsageError("--reason is for the comments that --add-ignores writes.");
  if (flags.stdinFilename !== undefined) return checkGivenText(paths, flags, flags.stdinFilename, terminal);
  const options = { ...flags, root: terminal.cwd() };
  if (flags.watch === true) return watchCheck(paths, flags, terminal);
  if (flags.addIgnores === true) return addIgnores(paths, options, flags.reason, terminal);
  if (flags.diff === true) return diffCommand(paths, options, flags, terminal);
  if (flags.fix === true) await fixFiles(paths, options, flags, terminal);
  const firstScreen = flags.all !== true && flags.output === undefined;
  return deliver(await checkWith(paths, flags, terminal, { firstScreen }), flags, terminal);
}

/** Checks the text of an editor as the file that it will be, among all others; reports, or fixes, that file alone. */
async function checkGivenText(
  paths: readonly string[],
  flags: ReportFlags,
  name: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const { file, content } = await readGivenText(name, terminal);
  const options = { ...flags, root: terminal.cwd(), overlay: new Map([[file, content]]), only: file };
  if (flags.diff === true) return diffCommand(paths, options, flags, terminal);
  if (flags.fix === true) {
    terminal.stdout.write(await fixedText(paths, options, flags, { file, content }));
    return 0;
  }
  return deliver(await checkWith(paths, flags, terminal, options), flags, terminal);
}

async function watchCheck(
  paths: readonly string[],
  { watch: _, ...flags }: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  await runAtChanges(() => checkCommand(paths, flags, terminal), terminal, stop.signal);
  return 0;
}

/** Writes the current findings to the baseline, so that from now on only new ones are reported. */
async function updateBaseline(
  paths: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const file = flags.baseline ?? readConfig(new Revision(terminal.cwd()), flags.config).config.baseline;
  if (file === undefined)
    throw new UsageError("Name the file to write: --update-baseline --baseline falcoverage-baseline.json");
  const { report } = await checkWith(paths, flags, terminal, { baseline: null });
  const { findings } = report;
  writeOutput(file, baselineText(findings), terminal);
  terminal.stderr.write(`Wrote ${findings.length} finding${findings.length === 1 ? "" : "s"} to ${file}\n`);
  return 0;
}

/** As a check, but findings are left out of the report; they still decide whether it passes. */
export async function coverageCommand(
  paths: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { report, context } = await checkWith(paths, flags, terminal);
  return deliver({ report: { ...report, findings: [] }, context }, flags, terminal);
}

async function deliver(
  { report, context }: Checked,
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = await formats[flags.format]();
  const local = readOrigin(terminal.cwd(), terminal.env);
  const files = addressOfFiles(flags.sourceUrl, local);
  const link = linkTo(files);
  const origin = { ...local, ...(files !== undefined && { files }) };
  const whole = { ...context, origin, ...(link && { link }) };
  const dated =
    flags.history === undefined ? report : await withHistory(report, flags.history, whole, terminal);
  const shown = flags.framework === undefined ? dated : ofFramework(dated, flags.framework);
  const text = format(shown, whole);
  if (flags.output === undefined) {
    if (flags.all === true) terminal.stdout.write(text);
    else print(text, flags, terminal);
  } else {
    writeOutput(flags.output, text, terminal);
    if (!context.quiet) terminal.stderr.write(`Wrote ${flags.output}\n`);
  }
  return report.summary.passed ? 0 : 1;
}

/** The report with how coverage went since the reports of a folder. */
async function withHistory(
  report: Report,
  folder: string,
  context: RenderContext,
  terminal: Terminal,
): Promise<Report> {
  const { reports } = await readDatedReports(terminal.cwd(), folder, "");
  const made = withOrigin(report, context);
  const today = { name: "", time: made.origin?.time ?? new Date().toISOString(), report: made };
  return { ...report, trend: trendOf([...reports, today], report.coverage.level) };
}

/** @throws UsageError when the report has no such framework */
function ofFramework(report: Report, id: string): Report {
  const { coverage } = report;
  const frameworks = coverage.frameworks.filter((framework) => framework.id === id);
  const [framework] = frameworks;
  if (framework === undefined) {
    const ids = coverage.frameworks.map((one) => one.id);
    const near = nearest(id, ids);
    throw new UsageError(
      `The report has no framework "${id}": ${near === undefined ? `it has ${ids.join(", ") || "none"}.` : `did you mean "${near}"?`}`,
    );
  }
  const totals = framework.totals.detect;
  const { covered, total, percent: coverageOf } = totals;
  const named = new Set(framework.controls.flatMap(({ rules }) => rules.map(({ name }) => name)));
  const asked = new Set(framework.controls.flatMap(({ signals = [] }) => signals.map((one) => one.id)));
  return {
    ...report,
    summary: { ...report.summary, covered, total, coverage: coverageOf },
    rules: report.rules.filter(({ name }) => named.has(name)),
    coverage: {
      ...coverage,
      frameworks,
      totals,
      ...(coverage.signals && { signals: coverage.signals.filter((signal) => asked.has(signal.id)) }),
      ...(coverage.deployments && { deployments: coverage.deployments.map((one) => onlyFramework(one, id)) }),
    },
  };
}

function onlyFramework(deployment: DeploymentCoverage, id: string): DeploymentCoverage {
  const frameworks = deployment.frameworks.filter((framework) => framework.id === id);
  return { ...deployment, frameworks, totals: frameworks[0]?.totals.detect ?? deployment.totals };
}

/** @throws UsageError when the file cannot be written */
export function writeOutput(file: string, text: string, terminal: Terminal): void {
  const target = path.resolve(terminal.cwd(), file);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}
