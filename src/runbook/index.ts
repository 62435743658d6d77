export { jsonProblem } from "./json.ts";
export { type Fence, type FrontMatter, type Runbook, readRunbooks } from "./runbook.ts";
export { shellProblem } from "./shell.ts";
