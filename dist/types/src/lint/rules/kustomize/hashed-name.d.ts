/**
 * A HelmRelease or an object of the Falco Operator names a ConfigMap or Secret that kustomize generates under
 * another name.
 *
 * ## Why
 *
 * kustomize ends the name of what it generates with a hash of its content, and follows the references that it
 * knows: those of pods, not those of other kinds. Flux then waits for values that never come, and the
 * operator writes no rules.
 *
 * ## Instead
 *
 * Tell kustomize of the reference under `configurations`, or set `disableNameSuffixHash: true` in the
 * generator's `options`.
 *
 * ## Notes
 *
 * With `configurations` a change of the values still changes the name, by which Flux notices it.
 * `disableNameSuffixHash: true` under the generator's `options` does as well, without that.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
