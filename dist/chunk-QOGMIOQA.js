import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{Limits}from"./chunk-KQHF2HUY.js";import{Worker}from"node:worker_threads";var patience=1e3,writer=`
const { parentPort } = require("node:worker_threads");
const { writeSync } = require("node:fs");
const start = Date.now();
let words = "Working";
parentPort.on("message", (step) => { words = step; });
setInterval(() => {
  const passed = Date.now() - start;
  if (passed >= ${patience}) writeSync(2, "\\r\\x1b[2K" + words + " \u2026 " + Math.floor(passed / 1000) + " s");
}, 250);
`;async function withProgress(terminal,isQuiet,work){if(isQuiet||terminal.stderr.isTTY!==!0||terminal.env.CI||terminal.env.TERM==="dumb")return work(void 0);let start=performance.now(),worker=new Worker(writer,{eval:!0});worker.unref();try{return await work(step=>worker.postMessage(step))}finally{await worker.terminate(),performance.now()-start>=patience&&terminal.stderr.write("\r\x1B[2K")}}function inspectFor(paths,options,terminal){return withProgress(terminal,!1,async onStep=>{let{inspect}=await import("./check-3YPVMWJY.js");return inspect(paths,{...options,limits:new Limits({seconds:options.timeout,onStep})})})}export{withProgress,inspectFor};
