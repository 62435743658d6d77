/**
 * A helmfile about Falco, or a values file of one, has Go templates, and so falcoverage does not read it.
 *
 * ## Why
 *
 * helmfile renders such a file with values of the environment, with programs and with secrets before it reads it. What
 * it installs is neither good nor bad: of values in its folder and below it is not known what is laid over them, and
 * nothing that it may install is said to be missing.
 *
 * ## Instead
 *
 * Keep what differs between environments in values files without templates, and name them by paths without templates.
 * Or render it with `helmfile template`, and check the result.
 *
 * ## Notes
 *
 * Files with Go templates end in `.gotmpl` since helmfile 1; before that any helmfile could have them. Each file is
 * reported once.
 */

import type { LintRule } from "../../rule.ts";

const rule: LintRule = {
  id: "helm/not-read",
  severity: "notice",
  confidence: "high",
  summary: "A helmfile about Falco has templates and is not read",
  fixable: false,
  general: true,
  *check({ applied }) {
    const reported = new Set<string>();
    for (const { kind, name, node } of applied.flatMap(({ gaps }) => gaps)) {
      if (kind !== "helmfile" || reported.has(name)) continue;
      reported.add(name);
      yield {
        at: node,
        message: `"${name}" has templates that only helmfile renders, so what it installs is unknown.`,
        help: "Check what helmfile template prints, or keep what differs in values files without templates.",
      };
    }
  },
};

export default rule;
