import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import*as module from"node:module";import{setFlagsFromString}from"node:v8";function prepareColdStart(){process.version.startsWith("v20.")&&setFlagsFromString("--interrupt-budget=1000000"),process.env.CI||module.enableCompileCache?.()}export{prepareColdStart};
