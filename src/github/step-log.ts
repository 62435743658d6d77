import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import { visibleLines } from "../report/index.ts";

/** Prints text in which nothing is a command, whatever it holds. The toolkit has no function for this command. */
export function print(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
}

export function warn(message: string): void {
  core.warning(visibleLines(message));
}

export function notice(message: string): void {
  core.notice(visibleLines(message));
}

export function fail(message: string): void {
  core.error(visibleLines(message));
}
