import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UsageError } from "../project/index.ts";
import type { Terminal } from "./terminal.ts";

/** @throws UsageError when the file cannot be written */
export function writeOutput(file: string, text: string, terminal: Terminal): void {
  const target = path.resolve(terminal.cwd(), file);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}
