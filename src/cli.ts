#!/usr/bin/env node
import { prepareColdStart } from "./cold-start.ts";

prepareColdStart();
const { run } = await import("./commands/program.ts");
process.exitCode = await run(process.argv.slice(2), process);
