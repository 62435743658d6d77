import type { Gap } from "../../../stack/index.ts";
import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "kustomize/not-read",
  severity: "notice",
  summary: "A kustomization around Falco builds on something that is not read",
  fixable: false,
  *check({ applied }) {
    for (const { gaps } of applied) {
      for (const { kind, name, node, isFalcos } of gaps)
        if (isFalcos) yield { at: node, ...sayings[kind](name) };
    }
  },
};

const sayings: Readonly<Record<Gap["kind"], (name: string) => { message: string; help: string }>> = {
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
