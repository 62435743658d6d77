import { evidenceOf } from "../check.ts";
import { type Coverage, effectiveCoverage } from "../compliance/index.ts";
import { jsonText, noiseText, noisyRules, signalsText, wrap } from "../report/index.ts";
import { inspectFor } from "./progress.ts";
import type { CheckFlags } from "./run-check.ts";
import { type ExitCode, print, type Terminal, usesColor, widthOf } from "./terminal.ts";

type SignalFlags = CheckFlags & { readonly format: string };

type Command = (paths: readonly string[], flags: SignalFlags, terminal: Terminal) => Promise<ExitCode>;

/** Lists the signals with what the routed rules detect of them. */
export const signalsCommand: Command = printed((coverage) => coverage.signals ?? [], signalsText);

/** Ranks the routed rules by the everyday events on which they fire. */
export const noiseCommand: Command = printed(noisyRules, noiseText);

/** A command that prints one view of the coverage, as data or as text. */
function printed(
  data: (coverage: Coverage) => unknown,
  text: (coverage: Coverage, options: Parameters<typeof signalsText>[1]) => string,
): Command {
  return async (paths, flags, terminal) => {
    const inspection = await inspectFor(paths, { ...flags, root: terminal.cwd() }, terminal);
    const { rulesets } = inspection.model;
    if (flags.format !== "json" && rulesets.every(({ rules }) => rules.size === 0)) {
      const none = "There are no Falco rules here, so nothing is detected.";
      const next = "`falcoverage init --start pack` brings rules to start from.";
      terminal.stdout.write(`${wrap(`${none} ${next}`, widthOf(terminal)).join("\n")}\n`);
      return 0;
    }
    const coverage = effectiveCoverage(evidenceOf(inspection));
    const options = {
      color: usesColor(terminal, flags.color),
      width: widthOf(terminal),
      firstScreen: terminal.stdout.isTTY === true,
    };
    print(
      flags.format === "json" ? `${jsonText(data(coverage), 0)}\n` : text(coverage, options),
      flags,
      terminal,
    );
    return 0;
  };
}
