/**
 * A kustomization around Falco builds on something that falcoverage does not read: a base at an address, a
 * file that is not among those checked, a Helm chart other than Falco's, a generator or transformer of its
 * own, or one of its `vars` has no value among what is read, or two meanings, of which kustomize builds nothing. Or it makes more objects than falcoverage reads of a repository.
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

import type { Gap } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kustomize/not-read",
  severity: "notice",
  confidence: "high",
  summary: "A kustomization around Falco builds on something that is not read",
  fixable: false,
  general: true,
  *check({ applied }) {
    const remote = new Set<string>();
    for (const { gaps } of applied) {
      for (const { kind, name, node, isFalcos } of gaps) {
        if (kind === "helmfile" || !isFalcos || remote.has(name)) continue;
        // What is at an address is the same for all that build on it.
        if (kind === "remote") remote.add(name);
        yield { at: node, ...texts[kind](name) };
      }
    }
  },
};

const texts: Readonly<
  Record<Exclude<Gap["kind"], "helmfile">, (name: string) => { message: string; help: string }>
> = {
  remote: (name) => ({
    message: `"${name}" is remote and was not fetched, so its content is unknown.`,
    help: "Keep a copy in the repository to have it checked. Names that it may define are not reported as missing.",
  }),
  absent: (name) => ({
    message: `"${name}" is not among the files checked, so its content is unknown.`,
    help: "Name its folder in the call too, or correct the path: without it kustomize does not build.",
  }),
  chart: (name) => ({
    message: `The chart "${name}" is not rendered, so its content is unknown.`,
    help: "Only the charts falco and falcosidekick are rendered. Names that it may define are not reported as missing.",
  }),
  bound: (name) => ({
    message: `"${name}" makes more objects than are read, so the rest is unknown.`,
    help: "20,000 objects of a kustomization and 200,000 of a repository are read. Check its folders one at a time.",
  }),
  variable: (name) => ({
    message: `The variable "${name}" has no value among what is read, so "$(${name})" stays as it is.`,
    help: "Let its objref name one object of the kustomization and its fieldref a field of that: without it kustomize does not build.",
  }),
  twice: (name) => ({
    message: `kustomize refuses the variable "${name}", which is declared twice, so it builds nothing here.`,
    help: "Declare it once, or give one of the two another name.",
  }),
  plugin: (name) => ({
    message: `"${name}" was not run, so its effect is unknown.`,
    help: "Use the kustomization's own fields, such as patches or replacements, to have it checked.",
  }),
};

export default rule;
