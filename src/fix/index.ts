export { type Files, type Fixable, withFixes } from "./edits.ts";
export { applyFixes, type Fixed } from "./fix.ts";
export { keepsMeaning } from "./meaning.ts";
export { difference } from "./unified-diff.ts";
export { writeFiles } from "./write.ts";
export { withIgnores } from "./write-ignores.ts";
