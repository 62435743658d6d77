import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{jsonText}from"./chunk-7OHCRSV4.js";import"./chunk-W2LZ4MJD.js";import"./chunk-SORVOMMK.js";var json=report=>`${jsonText(report)}
`;export{json};
