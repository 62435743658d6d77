import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{jsonText}from"./chunk-JQXJQFJZ.js";var json=(report,context)=>`${jsonText(withOrigin(report,context))}
`;function withOrigin(report,{time,origin}){if(report.origin!==void 0||time===void 0||origin===void 0)return report;let{repository,commit,ref,files}=origin,made={time,...repository!==void 0&&{repository},...commit!==void 0&&{commit},...ref!==void 0&&{ref},...files!==void 0&&{files}};return{...report,origin:made}}export{json,withOrigin};
