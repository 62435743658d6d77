/**
 * A condition or an output has a field that is deprecated, or that a later version of Falco does not know.
 *
 * ## Why
 *
 * A removed field keeps Falco from starting after the upgrade. Some that are still there have no value
 * any more, so that the checks on them are false.
 *
 * ## Instead
 *
 * Use the field that replaces it: `k8smeta.deployment.name`.
 *
 * ## Notes
 *
 * Fields that a plugin brings instead, as the container plugin does, are not reported, and so are those of
 * which Falco warns by itself (`falco/deprecated-item`). Once the version is reached
 * `falco/compile-condition` reports them as an error.
 */
import type { LintRule } from "../../../rule.js";
declare const rule: LintRule;
export default rule;
