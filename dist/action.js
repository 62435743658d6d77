import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-HDDUSADZ.js";import"./chunk-DRWACEDY.js";prepareColdStart();var{run}=await import("./github-HAF26B2Z.js");process.exitCode=await run(process.env,text=>process.stdout.write(text));
