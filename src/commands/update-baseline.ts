import { readConfig } from "../configuration/index.ts";
import { baselineText } from "../lint/index.ts";
import { Revision, UsageError } from "../project/index.ts";
import { type CheckFlags, checkWith } from "./run-check.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

/** Writes the current findings to the baseline, so that from now on only new ones are reported. */
export async function updateBaseline(
  paths: readonly string[],
  flags: CheckFlags & { readonly quiet?: boolean; readonly output?: string },
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
