import { evidenceOf, inspect } from "../check.ts";
import { effectiveCoverage } from "../compliance/index.ts";
import { noiseText, noisyRules, signalsText } from "../report/index.ts";
import type { CheckFlags } from "./check.ts";
import { type ExitCode, type Terminal, usesColor, widthOf } from "./terminal.ts";

type SignalFlags = CheckFlags & { readonly format: string };

/** Lists the signals with what the routed rules detect of them. */
export async function signalsCommand(
  paths: readonly string[],
  flags: SignalFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const coverage = effectiveCoverage(evidenceOf(await inspect(paths, { ...flags, root: terminal.cwd() })));
  const options = { color: usesColor(terminal, flags.color), width: widthOf(terminal) };
  terminal.stdout.write(
    flags.format === "json" ? `${JSON.stringify(coverage.signals ?? [])}\n` : signalsText(coverage, options),
  );
  return 0;
}

/** Ranks the routed rules by the everyday events on which they fire. */
export async function noiseCommand(
  paths: readonly string[],
  flags: SignalFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const coverage = effectiveCoverage(evidenceOf(await inspect(paths, { ...flags, root: terminal.cwd() })));
  const options = { color: usesColor(terminal, flags.color), width: widthOf(terminal) };
  terminal.stdout.write(
    flags.format === "json" ? `${JSON.stringify(noisyRules(coverage))}\n` : noiseText(coverage, options),
  );
  return 0;
}
