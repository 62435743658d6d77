import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import"./chunk-SORVOMMK.js";var json=report=>`${JSON.stringify(report,null,2)}
`;export{json};
