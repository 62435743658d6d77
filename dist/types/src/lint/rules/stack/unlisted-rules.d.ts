/**
 * A rules file is mounted into the Falco pod, and nothing in `rules_files` (or `-r`) leads to it.
 *
 * ## Why
 *
 * Falco loads what is listed and nothing else. Only files that end in `.yaml` or `.yml` count.
 *
 * ## Instead
 *
 * List the file, or its directory, in `rules_files`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
