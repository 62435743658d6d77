import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{jsonText}from"./chunk-KVWGFTA4.js";import"./chunk-LIE63P5W.js";import"./chunk-SORVOMMK.js";var json=report=>`${jsonText(report)}
`;export{json};
