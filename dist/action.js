import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-K76LNAZK.js";import"./chunk-SORVOMMK.js";prepareColdStart();var{run}=await import("./github-FJ2IAQ7I.js");process.exitCode=await run();
