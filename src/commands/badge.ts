import { badgeEndpoint, badgeSvg } from "../report/index.ts";
import { type CheckFlags, checkWith } from "./run-check.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface BadgeFlags extends CheckFlags {
  readonly output: string;
  readonly framework?: string;
}

/** Writes the badge as SVG and, next to it, as the JSON of a shields.io endpoint. */
export async function badgeCommand(
  paths: readonly string[],
  flags: BadgeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { report } = await checkWith(paths, flags, terminal);
  const json = flags.output.replace(/(?:\.svg)?$/i, ".json");
  writeOutput(flags.output, await badgeSvg(report, flags.framework), terminal);
  writeOutput(json, badgeEndpoint(report, flags.framework), terminal);
  terminal.stderr.write(`Wrote ${flags.output} and ${json}\n`);
  return 0;
}
