import { serve } from "../lsp/index.ts";
import type { ExitCode } from "./terminal.ts";

/** Serves an editor over standard input and output until it ends the session. */
export async function lspCommand(): Promise<ExitCode> {
  return serve(process.stdin, process.stdout);
}
