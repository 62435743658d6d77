import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{applyBaseline,baselineText,lint,lintRules,noBaseline,readBaseline,severities}from"./chunk-BRQ2VQRS.js";import"./chunk-3XY2ZAJJ.js";import"./chunk-QGQN46JQ.js";import"./chunk-DRWACEDY.js";export{applyBaseline,baselineText,lint,lintRules,noBaseline,readBaseline,severities};
