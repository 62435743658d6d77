import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
function dayOf(time){return time.slice(0,10)}export{dayOf};
