import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-UBUBWPLC.js";import"./chunk-DRWACEDY.js";prepareColdStart();var{run}=await import("./run-VCTP54Q4.js");process.exitCode=await run(process.env,text=>process.stdout.write(text));
