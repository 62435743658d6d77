#!/usr/bin/env node
import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-K76LNAZK.js";import"./chunk-SORVOMMK.js";process.argv[2]!=="lsp"&&prepareColdStart();process.stdout.on("error",error=>{if(error.code!=="EPIPE")throw error});var{run}=await import("./commands-2B27W3CI.js");process.exitCode=await run(process.argv.slice(2),process);
