import path from "node:path";
import { lintRules } from "../lint/index.ts";
import { UsageError } from "../project/index.ts";
import {
  describeRules,
  type FormatName,
  formats,
  mergeReports,
  type NamedReport,
  readReport,
} from "../report/index.ts";
import { writeOutput } from "./check.ts";
import { type ExitCode, print, type Terminal, usesColor, widthOf } from "./terminal.ts";

interface MergeFlags {
  readonly format: FormatName;
  readonly output?: string;
  readonly color?: boolean;
}

/** Joins JSON reports, each named `NAME=FILE` or by its file, into one for all clusters. */
export async function mergeCommand(
  written: readonly string[],
  flags: MergeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = mergeReports(await readReports(written, terminal.cwd()));
  const format = await formats[flags.format]();
  const text = format(report, {
    source: () => undefined,
    color: flags.output === undefined && usesColor(terminal, flags.color),
    quiet: false,
    width: widthOf(terminal),
    time: new Date().toISOString(),
    rules: describeRules(lintRules),
  });
  if (flags.output === undefined) print(text, flags, terminal);
  else {
    writeOutput(flags.output, text, terminal);
    terminal.stderr.write(`Wrote ${flags.output}\n`);
  }
  return report.summary.passed ? 0 : 1;
}

async function readReports(written: readonly string[], root: string): Promise<NamedReport[]> {
  const reports = new Map<string, NamedReport>();
  for (const argument of written) {
    const [, given, named] = /^([\w.-]+)=(.+)$/s.exec(argument) ?? [];
    const file = named ?? argument;
    const name = given ?? path.basename(file).replace(/\.json$/i, "");
    if (reports.has(name))
      throw new UsageError(`Two reports are called "${name}": name them, as in prod=${file}.`);
    reports.set(name, { name, report: await readReport(root, file) });
  }
  return [...reports.values()];
}
