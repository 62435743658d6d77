/**
 * The root file system of Falco's container is writable.
 *
 * ## Why
 *
 * Anyone who gets into the container can put tools there, or change what Falco reads at its next start.
 *
 * ## Instead
 *
 * Set `readOnlyRootFilesystem: true`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
