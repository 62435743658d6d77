import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{readCompliance}from"./chunk-MMODSW2G.js";import"./chunk-P26QQSPX.js";import"./chunk-4HNOPAKR.js";import"./chunk-DBZK6JHO.js";import"./chunk-DRWACEDY.js";export{readCompliance};
