import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{record}from"./chunk-7SRAMY5A.js";var Day=class _Day{#day;constructor(day){this.#day=day}static today(){return new _Day(new Date().toISOString().slice(0,10))}isAfter(day){let isOver=day<this.#day;return record({ask:"over",day},()=>String(isOver)),isOver}};export{Day};
