/**
 * The image is of a Falco version that is out of support, or that was never released.
 *
 * ## Why
 *
 * An old Falco gets no fixes, and lacks fields and events that today's rules ask for. A version that does not
 * exist does not start.
 *
 * ## Instead
 *
 * Use a supported release: `falcosecurity/falco:0.44.1`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
