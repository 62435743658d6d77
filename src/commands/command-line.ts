import type { Command } from "commander";
import type { ExitCode, Terminal } from "./terminal.ts";

/** What the functions that add a command need. */
export interface CommandLine {
  readonly terminal: Terminal;
  /** Takes the exit code of the command that ran. */
  readonly exit: (code: ExitCode) => void;
  readonly command: (
    signature: string,
    description: string,
    examples: readonly string[],
    isDefault?: boolean,
  ) => Command;
}
