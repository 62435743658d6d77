import { ruleWays } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { hangAll, traceText } from "../report/index.ts";
import { inspectFor } from "./progress.ts";
import type { CheckFlags } from "./run-check.ts";
import { type ExitCode, type Terminal, usesColor, widthOf, writeScreen } from "./terminal.ts";

/** Prints the way of a rule's alerts through each deployment, and why it ends. */
export async function traceCommand(
  name: string,
  paths: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { model } = await inspectFor(paths, { ...flags, root: terminal.cwd() }, terminal);
  const rules = new Map(model.rulesets.flatMap(({ rules }) => [...rules]));
  const rule = rules.get(name);
  if (rule === undefined) {
    const part = name.toLowerCase();
    const near =
      nearest(name, rules.keys()) ?? [...rules.keys()].find((rule) => rule.toLowerCase().includes(part));
    throw new UsageError(
      `There is no rule "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`}`,
    );
  }
  const screen = { color: usesColor(terminal, flags.color), width: widthOf(terminal) };
  const text = traceText(rule, ruleWays(model.rulesets)(name), screen);
  writeScreen(terminal.stdout.isTTY === true ? hangAll(text, screen.width) : text, terminal);
  return 0;
}
