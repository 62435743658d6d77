import { type CheckOptions, findingsOf, inspect, reportOf } from "../check.ts";
import { findVersion, knownVersion } from "../falco/index.ts";
import { applyFixes, difference, type Files, writeFiles } from "../fix/index.ts";
import { UsageError } from "../project/index.ts";
import { formats } from "../report/index.ts";
import { raise, versionTable } from "../upgrade/index.ts";
import type { ReportTarget } from "./check.ts";
import type { FixFlags } from "./fix.ts";
import { inspectFor } from "./progress.ts";
import { type CheckFlags, checkOptions } from "./run-check.ts";
import { type ExitCode, print, type Terminal } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface UpgradeFlags extends CheckFlags, ReportTarget, FixFlags {
  readonly to?: string;
  readonly from?: string;
  readonly table?: boolean;
}

/**
 * Rehearses another version of Falco: the files as they are with today's version, and the same with the other one in
 * every place that states it. Reports what only the latter has; fails when that would fail a check, or costs a control.
 */
export async function upgradeCommand(
  paths: readonly string[],
  flags: UpgradeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.table === true) {
    terminal.stdout.write(versionTable());
    return 0;
  }
  if (flags.to === undefined)
    throw new UsageError("Name the version to rehearse, as in --to 0.44.1; --table lists all of them.");
  const to = fullVersion(flags.to);
  const from = flags.from === undefined ? undefined : fullVersion(flags.from);
  const options = { ...checkOptions(flags, terminal), onlyNew: true };
  const today = await inspectFor(paths, { ...options, falcoVersion: from }, terminal);
  const { files: raised, left } = raise(today.model.project, today.model.stacks, { from, to });
  const later: CheckOptions = { ...options, falcoVersion: to, overlay: raised };
  if (flags.fix || flags.diff) return patch(paths, { later, raised, today, flags, to, terminal });

  const rehearsal = await inspectFor(paths, later, terminal);
  const { report, context } = reportOf(rehearsal, today, later);
  const before = new Set(findingsOf(today).findings.map(placeOf));
  const added = new Set(report.difference?.findings.added);
  const news = report.findings.filter(
    (finding) => added.has(finding.fingerprint) && !before.has(placeOf(finding)),
  );
  const count = (severity: string) => news.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notices] = [count("error"), count("warning"), count("notice")];
  const shown = {
    ...report,
    findings: news,
    summary: { ...report.summary, errors, warnings, notices },
  };
  const text = (await formats[flags.format]())(shown, context);
  if (flags.output === undefined) print(text, flags, terminal);
  else writeOutput(flags.output, text, terminal);
  const head = `Rehearsal of Falco ${today.falcoVersion} to ${to}: ${counted(errors, "new error")}, ${counted(warnings, "new warning")}.`;
  const unraised = left.map(
    (name) => `The files do not state the version of ${name} where it can be changed.`,
  );
  terminal.stderr.write(`${[head, ...unraised].join("\n")}\n`);
  return report.summary.passed ? 0 : 1;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** @throws UsageError for a version that does not exist */
function fullVersion(version: string): string {
  return findVersion(knownVersion(version))!.falco;
}

/** Where and what a finding is, whatever version its line states. */
function placeOf({ rule, file, line }: { rule: string; file: string; line: number }): string {
  return JSON.stringify([rule, file, line]);
}

interface Patch {
  readonly later: CheckOptions;
  readonly raised: Files;
  readonly today: Awaited<ReturnType<typeof inspect>>;
  readonly flags: UpgradeFlags;
  readonly to: string;
  readonly terminal: Terminal;
}

/** The new version and the fixes that it asks for, printed or written. */
async function patch(
  paths: readonly string[],
  { later, raised, today, flags, to, terminal }: Patch,
): Promise<ExitCode> {
  const originals = new Map(today.discovery.texts.map(({ file, content }) => [file, content]));
  const known = new Set(findingsOf(today).findings.map(placeOf));
  const fixed = await applyFixes(new Map([...originals, ...raised]), {
    unsafe: flags.unsafeFixes === true,
    read: async (changed) => {
      const inspection = await inspect(paths, { ...later, overlay: new Map([...raised, ...changed]) });
      const findings = findingsOf(inspection).findings.filter((finding) => !known.has(placeOf(finding)));
      return { findings, rulesets: inspection.model.rulesets };
    },
  });
  const files = new Map([...raised, ...fixed.files]);
  if (flags.diff) {
    terminal.stdout.write(difference(originals, files));
    return files.size === 0 ? 0 : 1;
  }
  if (files.size === 0) throw new UsageError(`Nothing states a version of Falco that can become ${to}.`);
  writeFiles(terminal.cwd(), originals, files);
  terminal.stderr.write(`Changed ${files.size} files for Falco ${to}, with ${fixed.applied.length} fixes.\n`);
  return 0;
}
