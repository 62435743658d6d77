import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{json,withOrigin}from"./chunk-5YALSLUL.js";import"./chunk-NYSRJ3TU.js";import"./chunk-O3JSPQK3.js";import"./chunk-XCWEGDLK.js";import"./chunk-KXKWJJ3A.js";import"./chunk-SORVOMMK.js";export{json,withOrigin};
