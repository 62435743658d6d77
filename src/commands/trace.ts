import { inspect } from "../check.ts";
import { chainsOf } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { traceText } from "../report/index.ts";
import type { CheckFlags } from "./check.ts";
import { type ExitCode, type Terminal, usesColor } from "./terminal.ts";

/** Prints the way of a rule's alerts through each deployment, and why it ends. */
export async function traceCommand(
  name: string,
  paths: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { model } = await inspect(paths, { ...flags, root: terminal.cwd() });
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
  terminal.stdout.write(traceText(rule, chainsOf(model.rulesets, name), usesColor(terminal, flags.color)));
  return 0;
}
