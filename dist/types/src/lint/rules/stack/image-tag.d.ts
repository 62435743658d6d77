/**
 * The image of Falco, falcosidekick or falcoctl has no tag, or one that is moved from release to release.
 *
 * ## Why
 *
 * Nodes that start on different days run different versions, with different fields, rules and configuration
 * keys. Nobody can say which rules were checked against which version.
 *
 * ## Instead
 *
 * Write the version as the tag: `falcosecurity/falco:0.44.1`.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
