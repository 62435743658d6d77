#!/usr/bin/env node
import { prepareColdStart } from "./cold-start.ts";

// The language server runs for hours.
if (process.argv[2] !== "lsp") prepareColdStart();
// A reader that has seen enough, such as `head`, closes the pipe; nothing is wrong then.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const { run } = await import("./commands/index.ts");
process.exitCode = await run(process.argv.slice(2), process);
