import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{lint}from"./chunk-QW7MVJHE.js";import"./chunk-UT2SLSEZ.js";import"./chunk-DRWACEDY.js";export{lint};
