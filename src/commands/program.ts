import { existsSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { frameworkHeads } from "../compliance/index.ts";
import { nearest, UsageError } from "../project/index.ts";
import { version } from "../version.ts";
import { checkCommands } from "./check-commands.ts";
import type { CommandLine } from "./command-line.ts";
import { coverageCommands } from "./coverage-commands.ts";
import type { ExitCode, Terminal } from "./terminal.ts";
import { writingCommands } from "./writing-commands.ts";

/** Runs one command line. Nothing is thrown: what is wrong with the call is one line on standard error. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = build(terminal, (code) => {
    exitCode = code;
  });
  try {
    refuseMistypedCommand(program, args, terminal);
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has printed its own message, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      terminal.stderr.write(`falcoverage: ${error.message}\n`);
      return 2;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.stderr.write(
      `falcoverage: this is a fault of falcoverage itself, please report it:\n${trace}\n`,
    );
    return 2;
  }
}

/** What people try from other tools, and the command that does it here. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["report", "check --format html --output report.html"],
  ["lint", "check"],
  ["scan", "check"],
  ["audit", "check"],
  ["fix", "check --fix"],
  ["fmt", "format"],
  ["rules", "describe FILE"],
  ["doctor", "config"],
  ["diff", "check --base REPORT"],
]);

/**
 * A first word that is no command is a path to check; where there is none of that name, a command was meant.
 *
 * @throws UsageError that names the command
 */
function refuseMistypedCommand(program: Command, args: readonly string[], terminal: Terminal): void {
  const [first = ""] = args;
  const names = program.commands.map((command) => command.name());
  if (first.startsWith("-") || [...names, "help"].includes(first)) return;
  const meant = otherWords.get(first.toLowerCase()) ?? nearest(first, names);
  if (meant === undefined || existsSync(path.resolve(terminal.cwd(), first))) return;
  throw new UsageError(
    `"${first}" is no command, and no file or folder. Did you mean "falcoverage ${meant}"?`,
  );
}

/** Commander's message, which is of several lines, as one in the words of the others. */
function usageLine(text: string): string {
  const [message = "", ...more] = text
    .trim()
    .split("\n")
    .map((line) => line.replace(/^error: /, "").replace(/^\((.*)\)$/, "$1"));
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const hint = more.length === 0 ? ["falcoverage --help lists the commands and their options."] : more;
  return `falcoverage: ${[sentence.replace(/[.]?$/, "."), ...hint].join(" ")}\n`;
}

/** The program with all its commands. */
export function build(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const names = [...frameworkHeads.values()].map(({ name }) => name);
  const program = new Command("falcoverage")
    .description(
      `Lints Falco rules and the Kubernetes manifests that deploy them, and shows which controls of compliance frameworks (${names.join(", ")}) they really cover.`,
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, write) => write(usageLine(text)),
    })
    .exitOverride();

  const command: CommandLine["command"] = (signature, description, examples, isDefault = false) =>
    program
      .command(signature, { isDefault })
      .description(description)
      .exitOverride()
      .addHelpText(
        "after",
        `\nExamples:\n${examples.map((example) => `  $ falcoverage ${example}`).join("\n")}`,
      );

  for (const { heading, commands } of [checkCommands, coverageCommands, writingCommands]) {
    program.commandsGroup(heading);
    for (const add of commands) add({ terminal, exit, command });
  }
  return program;
}
