import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { commandMessage, visibleLines } from "../report/index.ts";

/** GitHub's limit for a step's summary, in bytes. */
export const maxSummaryBytes = 1024 * 1024;

/**
 * The runner's side of a step: commands on standard output, and the files for outputs and summary. Written here
 * because the toolkit's own package loads a whole HTTP stack, which takes longer than a check.
 */
export class Runner {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #write: (text: string) => void;

  constructor(env: Readonly<Record<string, string | undefined>>, write: (text: string) => void) {
    this.#env = env;
    this.#write = write;
  }

  /** Prints text in which nothing is a command, whatever it holds. */
  print(text: string): void {
    const token = randomUUID();
    this.#write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
  }

  /** Prints commands, one a line. */
  commands(lines: readonly string[]): void {
    for (const line of lines) this.#write(`${line}\n`);
  }

  mask(secret: string): void {
    this.#command("add-mask", secret);
  }

  warn(message: string): void {
    this.#command("warning", visibleLines(message));
  }

  notice(message: string): void {
    this.#command("notice", visibleLines(message));
  }

  error(message: string): void {
    this.#command("error", visibleLines(message));
  }

  setOutput(name: string, value: string): void {
    const file = this.#env.GITHUB_OUTPUT;
    // The delimiter cannot be guessed, so no value can end early and set another output.
    const delimiter = randomUUID();
    if (file) appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  }

  /** Adds Markdown of at most {@link maxSummaryBytes} to the step's summary, where the runner has one. */
  addSummary(markdown: string): void {
    const file = this.#env.GITHUB_STEP_SUMMARY;
    if (file) appendFileSync(file, markdown);
  }

  #command(name: string, message: string): void {
    this.#write(`::${name}::${commandMessage(message)}\n`);
  }
}
