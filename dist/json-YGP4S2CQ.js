import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{jsonText}from"./chunk-QGT7DGDK.js";import"./chunk-PSMKWXRZ.js";import"./chunk-SORVOMMK.js";var json=report=>`${jsonText(report)}
`;export{json};
