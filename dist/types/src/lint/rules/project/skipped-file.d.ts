/**
 * A file was left out of the check: it is too large, is not UTF-8 text, or cannot be read.
 *
 * ## Why
 *
 * What is not read is neither linted nor counted, and nobody should believe that it was.
 *
 * ## Instead
 *
 * Split a file that is too large, and save others as UTF-8.
 *
 * ## Notes
 *
 * If the file has nothing to do with Falco, add it to `.falcoverageignore` (same syntax as `.gitignore`).
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
