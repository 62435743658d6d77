import { readAlerts } from "../alert-log/index.ts";
import { visible } from "../report/index.ts";
import { collectAlerts, tune, tuningJson, tuningText } from "../tune/index.ts";
import { inspectFor } from "./progress.ts";
import { type CheckFlags, checkOptions } from "./run-check.ts";
import { type ExitCode, type Terminal, widthOf, writeScreen } from "./terminal.ts";
import { writeOutput } from "./write-output.ts";

interface TuneFlags extends CheckFlags {
  readonly alerts: readonly string[];
  readonly rule: string;
  /** `FIELD=VALUE` */
  readonly select?: readonly string[];
  /** Where the rules file goes. */
  readonly output?: string;
  readonly format: string;
}

/** Proposes exceptions for alerts of a rule. Fails where some of the chosen alerts have none that is narrow. */
export async function tuneCommand(
  paths: readonly string[],
  flags: TuneFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const alerts = await collectAlerts(
    readAlerts(terminal.cwd(), flags.alerts),
    flags.rule,
    flags.select ?? [],
  );
  const { malformed, firstMalformed: first } = alerts;
  if (first !== undefined)
    terminal.stderr.write(
      `${malformed} line${malformed === 1 ? " is" : "s are"} no alert, the first at ${visible(`${first.file}:${first.line}: ${first.problem}`)}\n`,
    );
  const { model } = await inspectFor(paths, checkOptions(flags, terminal), terminal);
  const tuning = tune(model, alerts);
  if (flags.format === "json") terminal.stdout.write(tuningJson(tuning));
  else writeScreen(tuningText(tuning, widthOf(terminal)), terminal);
  if (flags.output !== undefined && tuning.file !== undefined) {
    writeOutput(flags.output, tuning.file, terminal);
    terminal.stderr.write(`Wrote ${flags.output}\n`);
  }
  const isDone = tuning.file !== undefined || tuning.alerts.chosen.length === 0;
  return isDone && tuning.refusals.length === 0 ? 0 : 1;
}
