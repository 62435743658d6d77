import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{findingsText,text}from"./chunk-LWSJTQ7Y.js";import"./chunk-HODANK62.js";import"./chunk-DDGNHURK.js";import"./chunk-IMBAJ7RN.js";import"./chunk-RCB3GWR3.js";import"./chunk-ILQVUFOG.js";import"./chunk-6MXH7X2C.js";import"./chunk-DRWACEDY.js";export{findingsText,text};
