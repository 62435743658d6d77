import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../project/index.ts";
import { type DatedReport, type Report, readReport, withoutDetails } from "../report/index.ts";

/** The most reports of one folder that are read: the newest. */
const maxReports = 200;
/** How many folders deep clusters may stand: a team, and a cluster in it. */
const maxDepth = 2;

/** Whether there is a folder of this name. */
export function isFolder(root: string, name: string): boolean {
  return statSync(path.resolve(root, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Reads the reports of a folder, from the oldest on. A report is of the time that it says, else of the day that its name
 * starts with, as in `2026-05-01.json`.
 *
 * @param name what the cluster or repository is called
 * @throws UsageError where a report cannot be read, or has no date
 */
export async function readDatedReports(root: string, folder: string, name: string): Promise<DatedReports> {
  const files = reportsIn(root, folder).slice(-maxReports);
  const reports: DatedReport[] = [];
  let newest: DatedReport | undefined;
  for (const file of files) {
    const report = await readReport(root, file);
    const dated = { name, time: timeOf(file, report), report };
    if (newest === undefined || dated.time >= newest.time) newest = dated;
    reports.push({ ...dated, report: withoutDetails(report) });
  }
  return { reports: reports.sort((a, b) => (a.time < b.time ? -1 : 1)), newest: newest?.report };
}

interface DatedReports {
  /** Without findings and rules. */
  readonly reports: readonly DatedReport[];
  /** The newest as it is; undefined where there is none. */
  readonly newest: Report | undefined;
}

/** The folders of dated reports in a folder, by the name of their cluster: `prod`, or `payments/prod` with a team. */
export function foldersOfClusters(root: string, folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (at: string, name: string, depth: number): void => {
    if (name !== "" && reportsIn(root, at).length > 0) found.set(name, at);
    if (depth === maxDepth) return;
    const entries = readdirSync(path.resolve(root, at), { withFileTypes: true });
    for (const entry of entries.filter((one) => one.isDirectory() && !one.name.startsWith(".")))
      visit(path.join(at, entry.name), name === "" ? entry.name : `${name}/${entry.name}`, depth + 1);
  };
  visit(folder, "", 0);
  return found;
}

/** By name, which a day at its start puts in order. */
export function reportsIn(root: string, folder: string): string[] {
  let entries: readonly { readonly name: string; isFile(): boolean }[];
  try {
    entries = readdirSync(path.resolve(root, folder), { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`Cannot read the folder ${folder}: ${(error as NodeJS.ErrnoException).code}.`);
  }
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map(({ name }) => path.join(folder, name))
    .sort();
}

function timeOf(file: string, { origin }: Report): string {
  if (origin !== undefined) return origin.time;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(path.basename(file))?.[0];
  if (day !== undefined && !Number.isNaN(Date.parse(day))) return `${day}T00:00:00.000Z`;
  throw new UsageError(
    `${file} says no time: begin its name with a day, as 2026-05-01.json, or make it with this version.`,
  );
}
