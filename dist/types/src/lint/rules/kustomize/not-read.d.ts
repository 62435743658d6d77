/**
 * A kustomization around Falco builds on something that falcoverage does not read: a base at an address, a
 * file that is not among those checked, a Helm chart other than Falco's, a generator or transformer of its
 * own, or `vars`. Or it makes more objects than falcoverage reads of a repository.
 *
 * ## Why
 *
 * Nothing is fetched and no program is run, so what comes from there is neither good nor bad. A ConfigMap or
 * Service that may come from there is not said to be missing, and its effect on Falco stays unknown in the
 * coverage.
 *
 * ## Instead
 *
 * Put the base into the repository and name it by its path, or state under `assume` what comes from there.
 *
 * ## Notes
 *
 * Charts `falco` and `falcosidekick` under `helmCharts`, `helmChartInflationGenerator` and in generators
 * are read, with `valuesFile`, `additionalValuesFiles` and `valuesInline`. Kustomizations that have nothing to do
 * with Falco are not reported, and one address is reported once.
 */
import type { LintRule } from "../../rule.js";
declare const rule: LintRule;
export default rule;
