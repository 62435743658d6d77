#!/usr/bin/env node
import module from "node:module";
import { run } from "./commands/program.ts";

// Node 22 and later keep compiled code between runs, which halves a cold start.
module.enableCompileCache?.();
process.exitCode = await run(process.argv.slice(2), process);
