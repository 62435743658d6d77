import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{json,withOrigin}from"./chunk-4KXAK35K.js";import"./chunk-JQXJQFJZ.js";import"./chunk-2DUQGTDM.js";import"./chunk-SORVOMMK.js";export{json,withOrigin};
