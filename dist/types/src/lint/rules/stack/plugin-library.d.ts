/**
 * A plugin is to be loaded that has no configuration, or whose library is not in the container.
 *
 * ## Why
 *
 * Falco stops when it cannot load a plugin. The image has the container plugin alone; all others are
 * installed by falcoctl.
 *
 * ## Instead
 *
 * Configure the plugin under `plugins`, with the path of a library that falcoctl installs.
 *
 * ## Notes
 *
 * Images before 0.38 have k8saudit, cloudtrail and json.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
