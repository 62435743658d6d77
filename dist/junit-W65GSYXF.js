import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{junit,junitDocument}from"./chunk-54UAVEFC.js";import"./chunk-BRQ2VQRS.js";import"./chunk-C7CMPHZR.js";import"./chunk-RCB3GWR3.js";import"./chunk-3XY2ZAJJ.js";import"./chunk-QGQN46JQ.js";import"./chunk-DRWACEDY.js";export{junit,junitDocument};
