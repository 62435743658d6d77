import { type CheckOptions, findingsOf, inspect, onDisk } from "../check.ts";
import { applyFixes, difference, type Files, type Fixed, writeFiles } from "../fix/index.ts";
import type { Finding } from "../lint/index.ts";
import type { ExitCode, Terminal } from "./terminal.ts";

export interface FixFlags {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly unsafeFixes?: boolean;
}

/** The texts of the files to check, and what the fixes of the findings make of them; nothing is written. */
async function planFixes(
  paths: readonly string[],
  options: CheckOptions,
  unsafe: boolean,
): Promise<Fixed & { readonly before: Files }> {
  const { only } = options;
  const isWanted = ({ file, fix }: Finding) =>
    only === undefined || (file === only && (fix?.edits.every((edit) => edit.file === only) ?? true));
  const today = await inspect(paths, options);
  const before = new Map(today.discovery.texts.map(({ file, content }) => [file, content]));
  const fixed = await applyFixes(before, {
    unsafe,
    read: async (changed) => {
      const inspection =
        changed.size === 0
          ? today
          : await inspect(paths, options, onDisk({ ...options, overlay: changed }, today));
      const { findings } = findingsOf(inspection);
      return { findings: findings.filter(isWanted), rulesets: inspection.model.rulesets };
    },
  });
  return { ...fixed, before };
}

/** What the fixes make of one text, others left as they are. */
export async function fixedText(
  paths: readonly string[],
  options: CheckOptions,
  flags: FixFlags,
  { file, content }: { readonly file: string; readonly content: string },
): Promise<string> {
  const { files } = await planFixes(paths, options, flags.unsafeFixes === true);
  return files.get(file) ?? content;
}

/** Prints what `--fix` would change. Fails if that is something. */
export async function diffCommand(
  paths: readonly string[],
  options: CheckOptions,
  flags: FixFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { before, files, applied } = await planFixes(paths, options, flags.unsafeFixes === true);
  terminal.stdout.write(difference(before, files));
  terminal.stderr.write(
    `${count(applied.length, "finding")} in ${count(files.size, "file")} would be fixed.\n`,
  );
  return files.size === 0 ? 0 : 1;
}

/** Writes what the fixes change, and says how many there were. */
export async function fixFiles(
  paths: readonly string[],
  options: CheckOptions,
  flags: FixFlags,
  terminal: Terminal,
): Promise<void> {
  const unsafe = flags.unsafeFixes === true;
  const { before, files, applied, refused, reading } = await planFixes(paths, options, unsafe);
  writeFiles(terminal.cwd(), before, files);
  const left = unsafe ? 0 : reading.findings.filter(({ fix }) => fix?.safe === false).length;
  const notes = [
    `Fixed ${count(applied.length, "finding")} in ${count(files.size, "file")}.`,
    ...(left === 0 ? [] : [`${count(left, "more fix")} with --unsafe-fixes.`]),
    ...(refused.length === 0
      ? []
      : [`${count(refused.length, "fix")} left out, as the result is not proven to be the same.`]),
  ];
  terminal.stderr.write(`${notes.join(" ")}\n`);
}

export function count(number: number, noun: string): string {
  if (number === 1) return `1 ${noun}`;
  return `${number} ${noun}${noun.endsWith("x") ? "es" : "s"}`;
}
