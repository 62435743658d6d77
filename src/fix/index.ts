export { difference } from "./difference.ts";
export type { Files } from "./edits.ts";
export { applyFixes, type Fixed } from "./fix.ts";
export { writeFiles } from "./write.ts";
