import type { DeploymentCoverage } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import {
  type FormatName,
  formats,
  type RenderContext,
  type Report,
  trendOf,
  withOrigin,
} from "../report/index.ts";
import type { Checked } from "../result.ts";
import type { FixFlags } from "./fix.ts";
import { addressOfFiles, linkTo, readOrigin } from "./origin.ts";
import { type CacheFlags, type CheckFlags, checkWith } from "./run-check.ts";
import { type ExitCode, print, type Terminal } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

/** Where a report goes, and in which form. */
export interface ReportTarget {
  readonly format: FormatName;
  readonly output?: string;
  readonly quiet?: boolean;
}

interface ReportFlags extends CheckFlags, CacheFlags, ReportTarget, FixFlags {
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

export async function checkCommand(
  paths: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.updateBaseline === true)
    return (await import("./update-baseline.ts")).updateBaseline(paths, flags, terminal);
  if (flags.unsafeFixes === true && !flags.fix && !flags.diff)
    throw new UsageError("--unsafe-fixes needs --fix, which applies them, or --diff, which shows them.");
  if (flags.reason !== undefined && !flags.addIgnores)
    throw new UsageError("--reason is for the comments that --add-ignores writes.");
  if (flags.stdinFilename !== undefined) return checkGivenText(paths, flags, flags.stdinFilename, terminal);
  const options = { ...flags, root: terminal.cwd() };
  if (flags.watch === true) return watchCheck(paths, flags, terminal);
  if (flags.addIgnores === true)
    return (await import("./add-ignores.ts")).addIgnores(paths, options, flags.reason, terminal);
  if (flags.diff === true) return (await import("./fix.ts")).diffCommand(paths, options, flags, terminal);
  if (flags.fix === true) await (await import("./fix.ts")).fixFiles(paths, options, flags, terminal);
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
  const { readGivenText } = await import("./given-text.ts");
  const { file, content } = await readGivenText(name, terminal);
  const options = { ...flags, root: terminal.cwd(), overlay: new Map([[file, content]]), only: file };
  if (flags.diff === true) return (await import("./fix.ts")).diffCommand(paths, options, flags, terminal);
  if (flags.fix === true) {
    const { fixedText } = await import("./fix.ts");
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
  const { runAtChanges } = await import("./run-at-changes.ts");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  await runAtChanges(() => checkCommand(paths, flags, terminal), terminal, stop.signal);
  return 0;
}

/** As a check, but findings are left out of the report; they still decide whether it passes. */
export async function coverageCommand(
  paths: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { report, context } = await checkWith(paths, flags, terminal);
  const code = await deliver({ report: { ...report, findings: [] }, context }, flags, terminal);
  if (report.coverage.frameworks.length === 0 && report.summary.files > 0)
    terminal.stderr.write(
      "No matrix is in use, so there is no coverage to show: falcoverage init writes one.\n",
    );
  return code;
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
  const { readDatedReports } = await import("./dated-reports.ts");
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
