import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{lintRules}from"./chunk-P3DOJHAX.js";import"./chunk-JVIAGRCR.js";import"./chunk-7IIV72AN.js";import"./chunk-LDDZ4SNT.js";import"./chunk-UT2SLSEZ.js";import"./chunk-DRWACEDY.js";export{lintRules};
