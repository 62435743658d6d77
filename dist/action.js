import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-HDDUSADZ.js";import"./chunk-DRWACEDY.js";prepareColdStart();var{run}=await import("./run-EXYHLY6G.js");process.exitCode=await run(process.env,text=>process.stdout.write(text));
