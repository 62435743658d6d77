/**
 * Brackets in an output that are not part of their field.
 *
 * ## Why
 *
 * In an output Falco takes the longest text that is a field, and prints the rest as it is. A mistake between
 * brackets is therefore no error: `%proc.aname[2x]` prints all ancestors and then `[2x]`. With
 * `%proc.env[HOME ]` that is the whole environment, with every password in it, in an alert that many people
 * read.
 *
 * ## Instead
 *
 * Correct the text between the brackets: `%proc.aname[2]`, `%proc.env[HOME]`.
 *
 * ## Notes
 *
 * Seen in the engine of Falco 0.45 (libs at 48dfd53cd). Text in brackets after a field that takes none, such
 * as `%proc.name[%proc.pid]`, is fine.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
