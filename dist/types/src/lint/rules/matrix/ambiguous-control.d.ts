/**
 * A control id in the matrix is a control today and was another one in the older edition.
 *
 * ## Why
 *
 * Somebody who copied the id from an old document means something else than the report will say.
 *
 * ## Instead
 *
 * State the `version` of the framework, and write the id of that edition.
 *
 * ## Notes
 *
 * Stating the `version` of the framework says that all ids are of that edition, and silences this rule.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
