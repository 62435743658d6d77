/**
 * A volume of the Falco pod names a ConfigMap, a Secret or a key that is not there.
 *
 * ## Why
 *
 * A pod with such a volume does not start. With a wrong `subPath`, an empty directory is where the file
 * should be.
 *
 * ## Instead
 *
 * Write the name of a ConfigMap or Secret that exists, and a key that it has.
 *
 * ## Notes
 *
 * A ConfigMap or Secret that is made by other means is stated in the configuration under `assume`. One that a page
 * of the repository makes with `kubectl create` is not reported.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
