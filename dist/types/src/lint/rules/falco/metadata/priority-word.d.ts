/**
 * An output begins with a priority, or a file writes its priorities in two ways.
 *
 * ## Why
 *
 * Falco puts the priority in front of each alert. A word of its own in the output says it twice, and goes
 * stale when the priority changes: then routes go by one and people by the other. Falco's style guide has an
 * output begin with what happened. It also writes priorities in capitals; where a file has both, searches for
 * one form miss the other.
 *
 * ## Instead
 *
 * Begin the output with what happened, and write all priorities in capitals.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
