import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{prepareColdStart}from"./chunk-HDDUSADZ.js";import"./chunk-SORVOMMK.js";prepareColdStart();var{run}=await import("./github-ORN4XR2S.js");process.exitCode=await run();
