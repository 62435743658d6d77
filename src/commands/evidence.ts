import { createHash } from "node:crypto";
import { readAlerts } from "../alert-log/index.ts";
import { type Inspection, type InspectOptions, inspect, inThePast, reportOnRecords } from "../check.ts";
import {
  countArrivals,
  deploymentsOf,
  nodesOf,
  Operation,
  type Period,
  periodOf,
  type Revision,
  readMetrics,
} from "../evidence/index.ts";
import { commitsBetween, earlierInHistory } from "../history/index.ts";
import { type ChangedFiles, isInChart, isReadable, UsageError } from "../project/index.ts";
import { formats, operationMarkdown, operationText } from "../report/index.ts";
import { inspectFor } from "./progress.ts";
import { type CheckFlags, checkOptions } from "./run-check.ts";
import { type ExitCode, print, type Terminal } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface EvidenceFlags extends CheckFlags {
  readonly alerts: readonly string[];
  readonly metrics: readonly string[];
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** `YYYY-MM-DD` */
  readonly to: string;
  readonly format: "text" | "json" | "markdown" | "html" | "oscal";
  readonly output?: string;
}

/** No more commits of the period are looked at. */
const maxCommits = 200;
/** Least share of time, of events and of alerts, in percent, where the configuration says none. */
const defaultMinimum = 99;

/** Holds exported alerts and metrics of a period against the repository, and says which controls operated. */
export async function evidenceCommand(
  paths: readonly string[],
  flags: EvidenceFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const root = terminal.cwd();
  const period = periodOf(flags.from, flags.to, Date.now());
  const options = checkOptions(flags, terminal);
  const metrics = readMetrics(root, flags.metrics, period);
  const today = await inspectFor(paths, options, terminal);
  const arrivals = await countArrivals(
    readAlerts(root, flags.alerts),
    period,
    today.configFile.config.drills,
  );
  const operation = new Operation({
    period,
    metrics,
    nodes: nodesOf(metrics),
    arrivals,
    revisions: await revisionsOf(paths, flags, terminal, period, today),
    minimum: today.configFile.config["min-operating"] ?? defaultMinimum,
  });
  const { report, context } = reportOnRecords(today, operation, options);
  const format =
    flags.format === "text"
      ? operationText
      : flags.format === "markdown"
        ? operationMarkdown
        : await formats[flags.format]();
  const text = format(report, context);
  if (flags.output === undefined) print(text, flags, terminal);
  else {
    writeOutput(flags.output, text, terminal);
    terminal.stderr.write(`Wrote ${flags.output}\n`);
  }
  return 0;
}

/** The files that are checked, and, in a checkout, what each commit of the period deployed. */
async function revisionsOf(
  paths: readonly string[],
  flags: EvidenceFlags,
  terminal: Terminal,
  { start, end }: Period,
  today: Inspection,
): Promise<readonly Revision[]> {
  const root = terminal.cwd();
  const revisions: Revision[] = [{ commit: undefined, deployments: deploymentsOf(today.model.rulesets) }];
  const commits = commitsBetween(root, start, end, maxCommits);
  if (commits === null)
    terminal.stderr.write(
      "No git history here: rules files are held against those that are checked alone.\n",
    );
  if ((commits?.length ?? 0) > maxCommits)
    terminal.stderr.write(`Of the commits in the period, the last ${maxCommits} are looked at.\n`);
  const seen = new Set<string>();
  for (const { id } of commits ?? []) {
    const files = earlierInHistory(root, id, (file) => isReadable(file) || isInChart(file, root));
    const key = files === null ? "" : digest(files);
    if (files === null || files.size === 0 || seen.has(key)) continue;
    seen.add(key);
    const revision = await inspectAt(paths, { ...flags, root }, files, today);
    if (revision !== undefined)
      revisions.push({ commit: id, deployments: deploymentsOf(revision.model.rulesets) });
  }
  return revisions;
}

async function inspectAt(
  paths: readonly string[],
  options: InspectOptions,
  files: ChangedFiles,
  today: Inspection,
): Promise<Inspection | undefined> {
  try {
    return await inspect(paths, options, inThePast(options, files, today));
  } catch (error) {
    // A file that is named may not have been there yet.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function digest(files: ChangedFiles): string {
  return createHash("sha256")
    .update(JSON.stringify([...files]))
    .digest("hex");
}
