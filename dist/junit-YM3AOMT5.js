import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{junit,junitDocument}from"./chunk-DP2XZQFF.js";import"./chunk-DVABI6DP.js";import"./chunk-IMBAJ7RN.js";import"./chunk-RCB3GWR3.js";import"./chunk-ILQVUFOG.js";import"./chunk-6MXH7X2C.js";import"./chunk-DRWACEDY.js";export{junit,junitDocument};
