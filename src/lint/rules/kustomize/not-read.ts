/**
 * A kustomization around Falco builds on something that falcoverage does not read: a base at an address, a
 * file that is not among those checked, a Helm chart other than Falco's, a generator or transformer of its
 * own, or `vars`.
 *
 * ## Why
 *
 * Nothing is fetched and no program is run, so what comes from there is neither good nor bad. A ConfigMap or
 * Service that may come from there is not said to be missing, and what Falco makes of it stays unknown in the
 * coverage.
 *
 * ## Instead
 *
 * Put the base into the repository and name it by its path, or state under `assume` what comes from there.
 *
 * ## Notes
 *
 * Charts `falco` and `falcosidekick` under `helmCharts` are read, with `valuesFile`, `additionalValuesFiles`
 * and `valuesInline`. Kustomizations that have nothing to do with Falco are not reported.
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
    for (const { gaps } of applied) {
      for (const { kind, name, node, isFalcos } of gaps)
        if (isFalcos) yield { at: node, ...texts[kind](name) };
    }
  },
};

const texts: Readonly<Record<Gap["kind"], (name: string) => { message: string; help: string }>> = {
  remote: (name) => ({
    message: `"${name}" is at an address, and nothing is fetched: what it brings is not known.`,
    help: "Keep a copy in the repository to have it checked. Nothing that may come from there is said to be missing.",
  }),
  absent: (name) => ({
    message: `"${name}" is not among the files checked, so what it brings is not known.`,
    help: "Name its folder in the call too, or correct the path: without it kustomize does not build.",
  }),
  chart: (name) => ({
    message: `The chart "${name}" is not rendered: what it brings is not known.`,
    help: "Of charts only falco and falcosidekick are read. Nothing that may come from there is said to be missing.",
  }),
  plugin: (name) => ({
    message: `"${name}" is not run: what it makes or changes is not known.`,
    help: "Say it in the kustomization's own fields, such as patches or replacements, to have it checked.",
  }),
};

export default rule;
