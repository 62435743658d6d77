#!/usr/bin/env node
import * as module from "node:module";
import { run } from "./commands/program.ts";

// Node 22 and later keep compiled code between runs, which halves a cold start.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
process.exitCode = await run(process.argv.slice(2), process);
