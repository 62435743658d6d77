import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{readCompliance}from"./chunk-U6UIDOSX.js";import"./chunk-7IIV72AN.js";import"./chunk-LDDZ4SNT.js";import"./chunk-DRWACEDY.js";export{readCompliance};
