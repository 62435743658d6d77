import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{junit,junitDocument}from"./chunk-BL7UBEVB.js";import"./chunk-ZDKUIFGT.js";import"./chunk-RCB3GWR3.js";import"./chunk-CBOW7CXJ.js";import"./chunk-DXO4CAIJ.js";import"./chunk-DRWACEDY.js";export{junit,junitDocument};
