export { jsonProblem } from "./json.js";
export { type Fence, type FrontMatter, type Runbook, readRunbooks } from "./runbook.js";
export { shellProblem } from "./shell.js";
