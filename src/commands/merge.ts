import path from "node:path";
import { lintRules } from "../lint/index.ts";
import { UsageError } from "../project/index.ts";
import {
  type DatedReport,
  describeRules,
  type FormatName,
  formats,
  mergeReports,
  type NamedReport,
  type RenderContext,
  type Report,
  readReport,
  trendOf,
} from "../report/index.ts";
import { foldersOfClusters, isFolder, readDatedReports, reportsIn } from "./dated-reports.ts";
import { linkTo } from "./origin.ts";
import { type ExitCode, print, type Terminal, usesColor, widthOf } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface MergeFlags {
  readonly format: FormatName;
  readonly output?: string;
  readonly color?: boolean;
}

/**
 * Joins JSON reports into one for all clusters. Each is a file, or a folder of dated ones, of which the newest counts and
 * the others show how it got there; named `NAME=FILE` or by its file or folder.
 */
export async function mergeCommand(
  written: readonly string[],
  flags: MergeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { newest, earlier } = await readReports(written, terminal.cwd());
  const merged = mergeReports(newest);
  const { level } = merged.coverage;
  const report: Report = earlier.length === 0 ? merged : { ...merged, trend: trendOf(earlier, level) };
  const format = await formats[flags.format]();
  const text = format(report, {
    source: () => undefined,
    color: flags.output === undefined && usesColor(terminal, flags.color),
    quiet: false,
    width: widthOf(terminal),
    time: new Date().toISOString(),
    rules: describeRules(lintRules),
    link: linkOf(report),
  });
  if (flags.output === undefined) print(text, flags, terminal);
  else {
    writeOutput(flags.output, text, terminal);
    terminal.stderr.write(`Wrote ${flags.output}\n`);
  }
  return report.summary.passed ? 0 : 1;
}

/** A file of a cluster at the commit of its report. */
function linkOf({ clusters = [] }: Report): NonNullable<RenderContext["link"]> {
  return (file, line) => {
    const cluster = clusters.find(({ name }) => file.startsWith(`${name}/`));
    const base = cluster?.origin?.files;
    if (cluster === undefined || base === undefined) return undefined;
    return linkTo(base)?.(file.slice(cluster.name.length + 1), line);
  };
}

interface ReadReports {
  /** One of each cluster. */
  readonly newest: readonly NamedReport[];
  /** All that are dated; empty where no folder is given. */
  readonly earlier: readonly DatedReport[];
}

async function readReports(written: readonly string[], root: string): Promise<ReadReports> {
  const newest = new Map<string, NamedReport>();
  const earlier: DatedReport[] = [];
  const add = (name: string, report: Report, file: string) => {
    if (newest.has(name))
      throw new UsageError(`Two reports are called "${name}": name them, as in prod=${file}.`);
    newest.set(name, { name, report });
  };
  for (const argument of written) {
    const [, given, named] = /^((?:[\w.-]+\/)?[\w.-]+)=(.+)$/s.exec(argument) ?? [];
    const file = named ?? argument;
    if (!isFolder(root, file)) {
      add(given ?? path.basename(file).replace(/\.json$/i, ""), await readReport(root, file), file);
      continue;
    }
    for (const [name, folder] of clustersIn(root, file, given)) {
      const { reports, newest: last } = await readDatedReports(root, folder, name);
      earlier.push(...reports);
      if (last !== undefined) add(name, last, folder);
    }
  }
  return { newest: [...newest.values()], earlier };
}

/** The clusters of a folder: itself where it has reports, else the folders in it. */
function clustersIn(root: string, folder: string, given: string | undefined): Map<string, string> {
  if (reportsIn(root, folder).length > 0)
    return new Map([[given ?? path.basename(path.resolve(root, folder)), folder]]);
  const found = foldersOfClusters(root, folder);
  if (found.size === 0) throw new UsageError(`The folder ${folder} has no report.`);
  return given === undefined
    ? found
    : new Map([...found].map(([name, at]) => [`${given}/${name}`, at] as const));
}
