/**
 * A falco.yaml of your own replaces that of the image and leaves out the container plugin, which the default
 * rules need.
 *
 * ## Why
 *
 * Since 0.41 the `container.*` and `k8s.*` fields come from this plugin. The image loads it from
 * `/etc/falco/config.d`, which a falco.yaml without `config_files` does not read, and Falco stops at the
 * first rule that uses such a field.
 *
 * ## Instead
 *
 * Read `/etc/falco/config.d` with `config_files`, or load the plugin in falco.yaml.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
