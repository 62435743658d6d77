/**
 * The matrix names a control that the framework does not have.
 *
 * ## Why
 *
 * Rules mapped to it cover nothing, and the control that was meant stays uncovered.
 *
 * ## Instead
 *
 * Correct the id of the control.
 *
 * ## Notes
 *
 * The usual ways to write an id are understood: `Article 32(1)(b)`, `AC-02(01)`, `Req-10.2.1`, `8.15`,
 * `164.312 (b)`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
