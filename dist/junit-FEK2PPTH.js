import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{junit,junitDocument}from"./chunk-Q6T6HKON.js";import"./chunk-SW6AX6SG.js";import"./chunk-OTUEEEBH.js";import"./chunk-RCB3GWR3.js";import"./chunk-D57CWYAU.js";import"./chunk-QHELS3FC.js";import"./chunk-R4726WFO.js";import"./chunk-DRWACEDY.js";export{junit,junitDocument};
