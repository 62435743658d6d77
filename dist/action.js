import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-K76LNAZK.js";import"./chunk-SORVOMMK.js";prepareColdStart();var{run}=await import("./github-6SU3LRWK.js");process.exitCode=await run();
